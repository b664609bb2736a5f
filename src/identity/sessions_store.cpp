#include "identity/sessions_store.h"

#include <algorithm>

#include "base/assert.h"
#include "identity/people_journal.h"

namespace prima::identity {

namespace {

using journal::Json;

#define PRIMA_SESSION_COLUMNS "token_hash, account_id, second_factor, device, created_at, last_seen_at"

db::Bytes stored(const Sha256& hash) { return {std::string(bytes_of(hash))}; }

Session session_from(const db::Row& row) {
  Session session;
  const std::string& hash = row.bytes(0);
  PRIMA_ASSERT(hash.size() == session.token_hash.size());
  std::copy(hash.begin(), hash.end(), session.token_hash.begin());
  session.account = AccountId(row.uuid(1));
  session.second_factor = row.flag(2);
  session.device = row.text(3);
  session.times = {row.instant(4), row.instant(5)};
  return session;
}

}  // namespace

void begin_session(db::Transaction& transaction, InstitutionId institution, const Session& session, const Doer& doer) {
  transaction.execute(
      "INSERT INTO session (institution_id, token_hash, account_id, second_factor, device, created_at, last_seen_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      institution, stored(session.token_hash), session.account, session.second_factor, session.device,
      session.times.created_at, session.times.last_seen_at);
  note(transaction, institution, session.account, doer, "session.begin", nullptr,
       Json::object({{"second_factor", session.second_factor}}));
}

std::optional<Session> find_session(db::Reader reader, InstitutionId institution, const Sha256& token_hash) {
  const db::Rows rows =
      reader.query("SELECT " PRIMA_SESSION_COLUMNS " FROM session WHERE institution_id = $1 AND token_hash = $2",
                   institution, stored(token_hash));
  return rows.empty() ? std::nullopt : std::optional(session_from(rows.only()));
}

bool rotate_session(db::Transaction& transaction, InstitutionId institution, const Sha256& old_hash,
                    const Sha256& new_hash, bool second_factor) {
  const auto session = find_session(transaction, institution, old_hash);
  if (!session) return false;
  transaction.execute("DELETE FROM session WHERE institution_id = $1 AND token_hash = $2", institution,
                      stored(old_hash));
  transaction.execute(
      "INSERT INTO session (institution_id, token_hash, account_id, second_factor, device, created_at, last_seen_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      institution, stored(new_hash), session->account, session->second_factor || second_factor, session->device,
      session->times.created_at, session->times.last_seen_at);
  return true;
}

void note_seen(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash, Instant now) {
  transaction.execute(
      "UPDATE session SET last_seen_at = $3 WHERE institution_id = $1 AND token_hash = $2 AND last_seen_at < $3",
      institution, stored(token_hash), now);
}

bool end_session(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash, const Doer& doer) {
  const auto session = find_session(transaction, institution, token_hash);
  if (!session) return false;
  transaction.execute("DELETE FROM session WHERE institution_id = $1 AND token_hash = $2", institution,
                      stored(token_hash));
  note(transaction, institution, session->account, doer, "session.end", nullptr, nullptr);
  return true;
}

std::int64_t end_sessions_of(db::Transaction& transaction, InstitutionId institution, AccountId account,
                             const std::optional<Sha256>& except, const Doer& doer) {
  const db::Bytes kept = except ? stored(*except) : db::Bytes{};
  const std::int64_t ended =
      transaction.execute("DELETE FROM session WHERE institution_id = $1 AND account_id = $2 AND token_hash <> $3",
                          institution, account, kept);
  if (ended > 0) {
    note(transaction, institution, account, doer, "session.end_all", nullptr, Json::object({{"count", ended}}));
  }
  return ended;
}

std::vector<Session> sessions_of(db::Reader reader, InstitutionId institution, AccountId account) {
  std::vector<Session> sessions;
  const db::Rows rows = reader.query("SELECT " PRIMA_SESSION_COLUMNS
                                     " FROM session WHERE institution_id = $1 AND account_id = $2 "
                                     "ORDER BY last_seen_at DESC, token_hash",
                                     institution, account);
  for (const db::Row& row : rows) sessions.push_back(session_from(row));
  return sessions;
}

std::int64_t remove_old_sessions(db::Transaction& transaction, InstitutionId institution, Instant now,
                                 const SessionLimits& limits) {
  return transaction.execute(
      "DELETE FROM session WHERE institution_id = $1 AND (last_seen_at <= $2 OR created_at <= $3)", institution,
      now - limits.idle, now - limits.absolute);
}

}  // namespace prima::identity
