#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/oidc_rules.h"

struct evp_pkey_st;

namespace prima::identity {

// A public key as a provider publishes it (JWK, RFC 7517), its numbers already decoded.
struct PublishedKey {
  std::string kind;       // kty: RSA, EC, OKP
  std::string key_id;     // kid, may be empty
  std::string algorithm;  // alg, may be empty: then what its kind allows
  std::string use;        // may be empty; else "sig"
  std::string curve;      // crv: P-256, Ed25519
  std::string modulus;    // n
  std::string exponent;   // e
  std::string x;
  std::string y;
};

// A key that checks signatures, through OpenSSL. Cheap to copy; safe from any thread.
class TokenKey {
 public:
  // Nothing for a kind, curve or size that we do not use: RSA below 2048 bits, other curves, keys for encryption.
  static std::optional<TokenKey> from(const PublishedKey& published);

  const std::string& key_id() const { return key_id_; }
  bool fits(std::string_view algorithm) const;
  // RS256, PS256, ES256 (r and s, 32 bytes each) or EdDSA (Ed25519). False also when the key does not fit.
  bool verifies(std::string_view algorithm, std::string_view signed_bytes, std::string_view signature) const;

 private:
  TokenKey() = default;

  std::shared_ptr<evp_pkey_st> key_;
  std::string key_id_;
  std::vector<std::string_view> algorithms_;
};

// The key for a token: the one with its kid, or, of a token without kid, the only one that fits.
Result<TokenKey, OidcProblem> key_for(const TokenHead& head, const std::vector<TokenKey>& keys);

}  // namespace prima::identity
