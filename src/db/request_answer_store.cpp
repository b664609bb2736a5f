#include "db/request_answer_store.h"

#include <openssl/sha.h>

#include <array>
#include <initializer_list>

namespace prima::db {

namespace {

// The SHA-256 of some texts; each with its length, so that no two lists look the same.
Bytes digest(std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (const std::string_view part : parts) joined += std::to_string(part.size()) + ":" + std::string(part);
  std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
  SHA256(reinterpret_cast<const unsigned char*>(joined.data()), joined.size(), hash.data());
  return Bytes{std::string(hash.begin(), hash.end())};
}

Bytes key_of(const RequestKey& key) { return digest({key.client, key.key}); }
Bytes hash_of(const RequestKey& key) { return digest({key.request}); }

}  // namespace

Earlier earlier_answer(Transaction& transaction, const RequestKey& key) {
  const Rows rows = transaction.query(
      "SELECT request_hash, status, content_type, location, body FROM request_answer WHERE institution_id = $1 AND"
      " request_key = $2",
      key.institution, key_of(key));
  if (rows.empty()) return {};
  const Row row = rows.only();
  if (row.bytes(0) != hash_of(key).data) return {.kind = Earlier::Kind::other};
  return {.kind = Earlier::Kind::same,
          .answer = {.status = static_cast<int>(row.integer(1)),
                     .content_type = row.text(2),
                     .location = row.text(3),
                     .body = row.text(4)}};
}

void keep_answer(Transaction& transaction, const RequestKey& key, const KeptAnswer& answer, Instant now) {
  const std::int64_t kept = transaction.execute(
      "INSERT INTO request_answer (institution_id, request_key, request_hash, status, content_type, location, body,"
      " answered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (institution_id, request_key) DO NOTHING",
      key.institution, key_of(key), hash_of(key), answer.status, answer.content_type, answer.location, answer.body,
      now);
  if (kept == 0) throw Error(Trouble::busy, "the same request was done by somebody else at this moment");
}

std::int64_t forget_answers(Transaction& transaction, InstitutionId institution, Instant before) {
  return transaction.execute("DELETE FROM request_answer WHERE institution_id = $1 AND answered_at < $2", institution,
                             before);
}

}  // namespace prima::db
