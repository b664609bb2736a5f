#include "identity/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/assert.h"

namespace prima::identity {

namespace {

template <typename Digest>
Digest keyed(const EVP_MD* kind, std::string_view key, std::string_view message) {
  Digest digest{};
  unsigned int length = 0;
  const auto* done =
      HMAC(kind, key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(message.data()),
           message.size(), digest.data(), &length);
  PRIMA_ASSERT(done != nullptr && length == digest.size());
  return digest;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
  Sha256 digest{};
  unsigned int length = 0;
  const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  PRIMA_ASSERT(done == 1 && length == digest.size());
  return digest;
}

Sha256 hmac_sha256(std::string_view key, std::string_view message) { return keyed<Sha256>(EVP_sha256(), key, message); }

Sha1 hmac_sha1(std::string_view key, std::string_view message) { return keyed<Sha1>(EVP_sha1(), key, message); }

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace prima::identity
