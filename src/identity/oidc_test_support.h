#pragma once

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "identity/digest.h"
#include "identity/encoding.h"

namespace prima::identity::test {

// A private key made for this run, which signs tokens as a provider does.
class SigningKey {
 public:
  enum class Kind { rsa, p256, ed25519 };

  SigningKey(Kind kind, std::string key_id) : kind_(kind), key_id_(std::move(key_id)) {
    EVP_PKEY* key = kind == Kind::rsa    ? EVP_RSA_gen(2048)
                    : kind == Kind::p256 ? EVP_EC_gen("P-256")
                                         : EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    key_.reset(key, EVP_PKEY_free);
  }

  // The public half as JSON (RFC 7517). `more` may say alg and use.
  std::string jwk(std::string_view more = "") const {
    return fmt::format(R"({{"kid":"{}"{},{}}})", key_id_, more, numbers());
  }

  std::string sign(std::string_view algorithm, std::string_view bytes) const {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_PKEY_CTX* settings = nullptr;
    EVP_DigestSignInit(context, &settings, kind_ == Kind::ed25519 ? nullptr : EVP_sha256(), nullptr, key_.get());
    if (algorithm == "PS256") {
      EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING);
      EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_DIGEST);
    }
    std::size_t size = 1024;
    std::string signature(size, '\0');
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, data, bytes.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return kind_ == Kind::p256 ? as_two_numbers(signature) : signature;
  }

  const std::string& key_id() const { return key_id_; }

 private:
  std::string number(const char* name) const {
    BIGNUM* value = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), name, &value);
    return padded(value, static_cast<std::size_t>(BN_num_bytes(value)));
  }

  static std::string padded(BIGNUM* value, std::size_t size) {
    std::string bytes(size, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
    BN_free(value);
    return bytes;
  }

  std::string numbers() const {
    if (kind_ == Kind::rsa) {
      return fmt::format(R"("kty":"RSA","n":"{}","e":"{}")", base64url(number(OSSL_PKEY_PARAM_RSA_N)),
                         base64url(number(OSSL_PKEY_PARAM_RSA_E)));
    }
    if (kind_ == Kind::p256) {
      BIGNUM* x = nullptr;
      BIGNUM* y = nullptr;
      EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, &x);
      EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, &y);
      return fmt::format(R"("kty":"EC","crv":"P-256","x":"{}","y":"{}")", base64url(padded(x, 32)),
                         base64url(padded(y, 32)));
    }
    std::string raw(32, '\0');
    std::size_t size = raw.size();
    EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(raw.data()), &size);
    return fmt::format(R"("kty":"OKP","crv":"Ed25519","x":"{}")", base64url(raw));
  }

  static std::string as_two_numbers(const std::string& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    ECDSA_SIG* numbers = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
    const std::string both =
        padded(BN_dup(ECDSA_SIG_get0_r(numbers)), 32) + padded(BN_dup(ECDSA_SIG_get0_s(numbers)), 32);
    ECDSA_SIG_free(numbers);
    return both;
  }

  Kind kind_;
  std::string key_id_;
  std::shared_ptr<EVP_PKEY> key_;
};

inline constexpr std::int64_t token_time = 1'800'000'000;
inline const Instant token_now = from_unix_ms(token_time * 1000);

// A token whose every part a test may spoil.
struct Token {
  std::string algorithm = "RS256";
  std::string key_id = R"(,"kid":"one")";
  std::string type = R"(,"typ":"JWT")";
  std::string issuer = R"("iss":"https://sso.contoh.go.id")";
  std::string audience = R"(,"aud":"prima")";
  std::string party = "";
  std::string subject = R"(,"sub":"198001012005011001")";
  std::string times = R"(,"iat":1799999990,"exp":1800000300)";
  std::string nonce = R"(,"nonce":"the nonce")";
  std::string hash = "";
  std::string more = R"(,"email":"sari@contoh.go.id","email_verified":true,"name":"Sari Wulandari")";

  std::string signed_bytes() const {
    return base64url(fmt::format(R"({{"alg":"{}"{}{}}})", algorithm, key_id, type)) + "." +
           base64url("{" + issuer + audience + party + subject + times + nonce + hash + more + "}");
  }
  std::string signed_with(const SigningKey& key) const {
    return signed_bytes() + "." + base64url(key.sign(algorithm, signed_bytes()));
  }
};

}  // namespace prima::identity::test
