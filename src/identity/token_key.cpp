#include "identity/token_key.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>

namespace prima::identity {

namespace {

template <typename T, void (*release)(T*)>
struct Releaser {
  void operator()(T* pointer) const { release(pointer); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Releaser<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX, EVP_MD_CTX_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, Releaser<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Releaser<OSSL_PARAM, OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Releaser<BIGNUM, BN_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Releaser<ECDSA_SIG, ECDSA_SIG_free>>;
using SharedKey = std::shared_ptr<EVP_PKEY>;

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr));
}

SharedKey shared(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

SharedKey from_params(const char* kind, OSSL_PARAM_BLD* builder) {
  const Params params(OSSL_PARAM_BLD_to_param(builder));
  const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1) return nullptr;
  if (EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) return nullptr;
  return shared(key);
}

SharedKey rsa_key(const PublishedKey& published) {
  constexpr int fewest_bits = 2048;
  constexpr int most_bits = 8192;
  const Number modulus = number_of(published.modulus);
  const Number exponent = number_of(published.exponent);
  const int bits = BN_num_bits(modulus.get());
  if (bits < fewest_bits || bits > most_bits || BN_num_bits(exponent.get()) > 64) return nullptr;
  if (BN_is_one(exponent.get()) || !BN_is_odd(exponent.get())) return nullptr;
  const ParamBuilder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
  return from_params("RSA", builder.get());
}

// OpenSSL refuses a point that does not lie on the curve.
SharedKey p256_key(const PublishedKey& published) {
  constexpr std::size_t coordinate = 32;
  if (published.x.size() != coordinate || published.y.size() != coordinate) return nullptr;
  const std::string point = "\x04" + published.x + published.y;
  const ParamBuilder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  return from_params("EC", builder.get());
}

SharedKey ed25519_key(const PublishedKey& published) {
  return shared(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(published.x), published.x.size()));
}

// The 64 bytes of JWS (RFC 7518, 3.4) as the DER that OpenSSL takes.
std::string der_of(std::string_view signature) {
  constexpr std::size_t half = 32;
  if (signature.size() != 2 * half) return {};
  const EcSignature numbers(ECDSA_SIG_new());
  ECDSA_SIG_set0(numbers.get(), number_of(signature.substr(0, half)).release(),
                 number_of(signature.substr(half)).release());
  unsigned char* bytes = nullptr;
  const int size = i2d_ECDSA_SIG(numbers.get(), &bytes);
  std::string der(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(std::max(size, 0)));
  OPENSSL_free(bytes);
  return der;
}

bool set_padding(EVP_PKEY_CTX* context, std::string_view algorithm) {
  if (algorithm != "PS256") return true;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

std::optional<TokenKey> TokenKey::from(const PublishedKey& published) {
  if (!published.use.empty() && published.use != "sig") return std::nullopt;
  TokenKey key;
  if (published.kind == "RSA") {
    key.key_ = rsa_key(published);
    key.algorithms_ = {"RS256", "PS256"};
  } else if (published.kind == "EC" && published.curve == "P-256") {
    key.key_ = p256_key(published);
    key.algorithms_ = {"ES256"};
  } else if (published.kind == "OKP" && published.curve == "Ed25519") {
    key.key_ = ed25519_key(published);
    key.algorithms_ = {"EdDSA"};
  }
  if (!published.algorithm.empty()) {
    std::erase_if(key.algorithms_, [&](std::string_view each) { return each != published.algorithm; });
  }
  if (!key.key_ || key.algorithms_.empty()) return std::nullopt;
  key.key_id_ = published.key_id;
  return key;
}

bool TokenKey::fits(std::string_view algorithm) const {
  return std::find(algorithms_.begin(), algorithms_.end(), algorithm) != algorithms_.end();
}

bool TokenKey::verifies(std::string_view algorithm, std::string_view signed_bytes, std::string_view signature) const {
  if (!fits(algorithm)) return false;
  const std::string checked = algorithm == "ES256" ? der_of(signature) : std::string(signature);
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* settings = nullptr;
  const EVP_MD* digest = algorithm == "EdDSA" ? nullptr : EVP_sha256();
  if (EVP_DigestVerifyInit(context.get(), &settings, digest, nullptr, key_.get()) != 1) return false;
  if (!set_padding(settings, algorithm)) return false;
  return EVP_DigestVerify(context.get(), raw(checked), checked.size(), raw(signed_bytes), signed_bytes.size()) == 1;
}

Result<TokenKey, OidcProblem> key_for(const TokenHead& head, const std::vector<TokenKey>& keys) {
  const TokenKey* found = nullptr;
  bool wrong_kind = false;
  for (const TokenKey& key : keys) {
    if (!head.key_id.empty() && key.key_id() != head.key_id) continue;
    if (!key.fits(head.algorithm)) {
      wrong_kind = true;
      continue;
    }
    if (found != nullptr) return failure(OidcProblem::unknown_key);  // which one is not certain
    found = &key;
  }
  if (found != nullptr) return *found;
  return failure(wrong_kind && !head.key_id.empty() ? OidcProblem::wrong_algorithm : OidcProblem::unknown_key);
}

}  // namespace prima::identity
