#include "journal/commitment.h"

#include <sodium.h>

#include "base/assert.h"

namespace prima::journal {

CommitmentKey random_commitment_key() {
  PRIMA_ASSERT(sodium_init() >= 0);
  CommitmentKey key{};
  randombytes_buf(key.data(), key.size());
  return key;
}

Json commitment(const CommitmentKey& key, std::string_view field, const Json& value) {
  const std::string message = to_text(Json::array().add(field).add(value));
  return Json::object({{"commitment", "hmac-sha256:" + hex(hmac_sha256(key, message))}});
}

bool commits_to(const Json& entered, const CommitmentKey& key, std::string_view field, const Json& value) {
  return entered == commitment(key, field, value);
}

}  // namespace prima::journal
