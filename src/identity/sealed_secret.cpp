#include "identity/sealed_secret.h"

#include <sodium.h>

#include "base/assert.h"
#include "identity/system_random.h"

namespace prima::identity {

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(seal_key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace

std::string seal(std::string_view key, std::string_view belongs_to, std::string_view secret) {
  PRIMA_ASSERT(key.size() == seal_key_bytes);
  const std::string nonce = random_bytes(nonce_bytes);
  std::string box(secret.size() + tag_bytes, '\0');
  unsigned long long size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(box), &size, raw(secret), secret.size(), raw(belongs_to),
                                             belongs_to.size(), nullptr, raw(std::string_view(nonce)), raw(key));
  PRIMA_ASSERT(size == box.size());
  return nonce + box;
}

std::optional<std::string> open_sealed(std::string_view key, std::string_view belongs_to, std::string_view sealed) {
  PRIMA_ASSERT(key.size() == seal_key_bytes);
  if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
  const std::string_view box = sealed.substr(nonce_bytes);
  std::string secret(box.size() - tag_bytes, '\0');
  unsigned long long size = 0;
  const int opened =
      crypto_aead_xchacha20poly1305_ietf_decrypt(raw(secret), &size, nullptr, raw(box), box.size(), raw(belongs_to),
                                                 belongs_to.size(), raw(sealed.substr(0, nonce_bytes)), raw(key));
  return opened == 0 ? std::optional(secret) : std::nullopt;
}

}  // namespace prima::identity
