#include "http/entity_tag.h"

#include <openssl/sha.h>

namespace prima::http {

std::string tag_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
  std::string tag(32, '0');
  for (std::size_t i = 0; i < tag.size(); i += 2) {
    tag[i] = digits[hash[i / 2] >> 4];
    tag[i + 1] = digits[hash[i / 2] & 15];
  }
  return tag;
}

}  // namespace prima::http
