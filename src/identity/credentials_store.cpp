#include "identity/credentials_store.h"

#include "identity/people_journal.h"

namespace prima::identity {

using journal::Json;

std::optional<std::string> password_hash_of(db::Reader reader, InstitutionId institution, AccountId id) {
  const db::Rows rows = reader.query(
      "SELECT password_hash FROM password_credential WHERE institution_id = $1 AND account_id = $2", institution, id);
  return rows.empty() ? std::nullopt : std::optional(rows.only().text(0));
}

void set_password_hash(db::Transaction& transaction, InstitutionId institution, AccountId id,
                       std::string_view password_hash, const Doer& doer) {
  transaction.execute(
      "INSERT INTO password_credential (institution_id, account_id, password_hash, changed_at) "
      "VALUES ($1, $2, $3, $4) ON CONFLICT (institution_id, account_id) DO UPDATE SET "
      "password_hash = excluded.password_hash, changed_at = excluded.changed_at",
      institution, id, password_hash, doer.at);
  note(transaction, institution, id, doer, "password.set", nullptr, nullptr);
}

void renew_password_hash(db::Transaction& transaction, InstitutionId institution, AccountId id,
                         std::string_view password_hash) {
  transaction.execute("UPDATE password_credential SET password_hash = $3 WHERE institution_id = $1 AND account_id = $2",
                      institution, id, password_hash);
}

std::optional<SecondFactor> second_factor_of(db::Reader reader, InstitutionId institution, AccountId id) {
  const db::Rows rows = reader.query(
      "SELECT sealed_secret, confirmed, last_used_step FROM second_factor WHERE institution_id = $1 AND "
      "account_id = $2",
      institution, id);
  if (rows.empty()) return std::nullopt;
  return SecondFactor{rows.only().bytes(0), rows.only().flag(1), rows.only().integer(2)};
}

void begin_second_factor(db::Transaction& transaction, InstitutionId institution, AccountId id,
                         std::string_view sealed_secret, const Doer& doer) {
  transaction.execute(
      "INSERT INTO second_factor (institution_id, account_id, sealed_secret, confirmed, last_used_step, created_at) "
      "VALUES ($1, $2, $3, $4, -1, $5) ON CONFLICT (institution_id, account_id) DO UPDATE SET "
      "sealed_secret = excluded.sealed_secret, confirmed = excluded.confirmed, "
      "last_used_step = excluded.last_used_step, created_at = excluded.created_at",
      institution, id, db::Bytes{std::string(sealed_secret)}, false, doer.at);
  note(transaction, institution, id, doer, "second_factor.begin", nullptr, nullptr);
}

bool use_totp_step(db::Transaction& transaction, InstitutionId institution, AccountId id, std::int64_t step,
                   const Doer& doer) {
  const auto before = second_factor_of(transaction, institution, id);
  const std::int64_t changed = transaction.execute(
      "UPDATE second_factor SET last_used_step = $3, confirmed = $4 WHERE institution_id = $1 AND account_id = $2 AND "
      "last_used_step < $3",
      institution, id, step, true);
  if (changed == 0) return false;
  if (before && !before->confirmed) note(transaction, institution, id, doer, "second_factor.confirm", nullptr, nullptr);
  return true;
}

bool remove_second_factor(db::Transaction& transaction, InstitutionId institution, AccountId id, const Doer& doer) {
  transaction.execute("DELETE FROM recovery_code WHERE institution_id = $1 AND account_id = $2", institution, id);
  const std::int64_t removed =
      transaction.execute("DELETE FROM second_factor WHERE institution_id = $1 AND account_id = $2", institution, id);
  if (removed == 0) return false;
  note(transaction, institution, id, doer, "second_factor.remove", nullptr, nullptr);
  return true;
}

void set_recovery_codes(db::Transaction& transaction, InstitutionId institution, AccountId id,
                        const std::vector<std::string>& hashes, const Doer& doer) {
  transaction.execute("DELETE FROM recovery_code WHERE institution_id = $1 AND account_id = $2", institution, id);
  for (const std::string& hash : hashes) {
    transaction.execute("INSERT INTO recovery_code (institution_id, account_id, code_hash) VALUES ($1, $2, $3)",
                        institution, id, db::Bytes{hash});
  }
  note(transaction, institution, id, doer, "recovery_codes.set", nullptr,
       Json::object({{"count", static_cast<std::int64_t>(hashes.size())}}));
}

bool use_recovery_code(db::Transaction& transaction, InstitutionId institution, AccountId id, std::string_view hash,
                       const Doer& doer) {
  const std::int64_t used =
      transaction.execute("DELETE FROM recovery_code WHERE institution_id = $1 AND account_id = $2 AND code_hash = $3",
                          institution, id, db::Bytes{std::string(hash)});
  if (used == 0) return false;
  note(transaction, institution, id, doer, "recovery_code.use", nullptr, nullptr);
  return true;
}

std::int64_t recovery_codes_left(db::Reader reader, InstitutionId institution, AccountId id) {
  return reader
      .query("SELECT COUNT(*) FROM recovery_code WHERE institution_id = $1 AND account_id = $2", institution, id)
      .only()
      .integer(0);
}

bool link_outside_identity(db::Transaction& transaction, InstitutionId institution, AccountId id,
                           std::string_view issuer, std::string_view subject, const Doer& doer) {
  const std::int64_t linked = transaction.execute(
      "INSERT INTO outside_identity (institution_id, issuer, subject, account_id, linked_at) "
      "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (institution_id, issuer, subject) DO NOTHING",
      institution, issuer, subject, id, doer.at);
  if (linked == 0) return false;
  note(transaction, institution, id, doer, "outside_identity.link", nullptr, Json::object({{"issuer", issuer}}));
  return true;
}

std::optional<AccountId> account_of_outside_identity(db::Reader reader, InstitutionId institution,
                                                     std::string_view issuer, std::string_view subject) {
  const db::Rows rows =
      reader.query("SELECT account_id FROM outside_identity WHERE institution_id = $1 AND issuer = $2 AND subject = $3",
                   institution, issuer, subject);
  return rows.empty() ? std::nullopt : std::optional(AccountId(rows.only().uuid(0)));
}

}  // namespace prima::identity
