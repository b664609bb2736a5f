#include "identity/people_store.h"

#include <algorithm>

#include "base/assert.h"
#include "identity/digest.h"
#include "identity/people_journal.h"
#include "journal/commitment.h"

namespace prima::identity {

namespace {

using journal::Json;

#define PRIMA_ACCOUNT_COLUMNS \
  "institution_id, account_id, name, person_name, mail, language, state, version, created_at, changed_at"

Account account_from(const db::Row& row) {
  return {.institution = row.institution(0),
          .id = AccountId(row.uuid(1)),
          .name = row.text(2),
          .person_name = row.text(3),
          .mail = row.text(4),
          .language = row.text(5) == "en" ? Language::en : Language::id,
          .state = account_state_of(row.text(6)).value_or(AccountState::closed),
          .version = row.integer(7),
          .created_at = row.instant(8),
          .changed_at = row.instant(9)};
}

std::string_view key(Language language) { return language == Language::en ? "en" : "id"; }

db::Bytes name_hash(std::string_view name) { return {std::string(bytes_of(sha256(name)))}; }

// What the journal says about an account: nothing that tells who it is.
Json shown(const Account& account, const journal::CommitmentKey& commitment_key) {
  return Json::object({{"name", journal::commitment(commitment_key, "name", account.name)},
                       {"person_name", journal::commitment(commitment_key, "person_name", account.person_name)},
                       {"mail", journal::commitment(commitment_key, "mail", account.mail)},
                       {"language", key(account.language)},
                       {"state", key(account.state)}});
}

Json shown(const Grant& grant) {
  Json json = Json::object({{"role", key(grant.role)},
                            {"reach", key(grant.reach)},
                            {"holds_in", static_cast<std::int64_t>(grant.institution)}});
  if (grant.unit) json.set("unit", to_text(*grant.unit));
  return json;
}

journal::CommitmentKey commitment_key_of(db::Transaction& transaction, InstitutionId institution, AccountId id) {
  const std::string bytes =
      transaction
          .query("SELECT commitment_key FROM account WHERE institution_id = $1 AND account_id = $2", institution, id)
          .only()
          .bytes(0);
  journal::CommitmentKey commitment_key{};
  PRIMA_ASSERT(bytes.size() == commitment_key.size());
  std::copy(bytes.begin(), bytes.end(), commitment_key.begin());
  return commitment_key;
}

bool is_name_free(db::Transaction& transaction, const Account& account) {
  return transaction.execute(
             "INSERT INTO sign_in_name (name_hash, institution_id, account_id) VALUES ($1, $2, $3) "
             "ON CONFLICT (name_hash) DO NOTHING",
             name_hash(account.name), account.institution, account.id) == 1;
}

void end_sessions(db::Transaction& transaction, InstitutionId institution, AccountId id) {
  transaction.execute("DELETE FROM session WHERE institution_id = $1 AND account_id = $2", institution, id);
}

// Everything by which the person signs in or is signed in.
void remove_access(db::Transaction& transaction, InstitutionId institution, AccountId id) {
  end_sessions(transaction, institution, id);
  transaction.execute("DELETE FROM one_time_link WHERE institution_id = $1 AND account_id = $2", institution, id);
  transaction.execute("DELETE FROM password_credential WHERE institution_id = $1 AND account_id = $2", institution, id);
  transaction.execute("DELETE FROM second_factor WHERE institution_id = $1 AND account_id = $2", institution, id);
  transaction.execute("DELETE FROM recovery_code WHERE institution_id = $1 AND account_id = $2", institution, id);
  transaction.execute("DELETE FROM outside_identity WHERE institution_id = $1 AND account_id = $2", institution, id);
  transaction.execute("DELETE FROM role_grant WHERE institution_id = $1 AND account_id = $2", institution, id);
}

UnitId unit_or_none(const Grant& grant) { return grant.unit.value_or(UnitId{}); }

Grant grant_from(const db::Row& row) {
  Grant grant;
  const auto role = role_of(row.text(0));
  const auto reach = scope_of(row.text(1));
  PRIMA_ASSERT(role && reach);
  grant.role = *role;
  grant.reach = *reach;
  grant.institution = row.institution(2);
  const UnitId unit(row.uuid(3));
  if (unit != UnitId{}) grant.unit = unit;
  return grant;
}

}  // namespace

Words describe(AccountProblem problem) {
  switch (problem) {
    case AccountProblem::name_taken:
      return {"Nama akun ini sudah dipakai. Pilih nama lain.", "This account name is taken. Choose another one."};
    case AccountProblem::gone:
      return {"Akun ini tidak ada. Muat ulang daftarnya.", "There is no such account. Load the list again."};
    case AccountProblem::changed:
      return {"Akun ini baru saja diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.",
              "Somebody else has just changed this account. Load it again and repeat your change."};
  }
  PRIMA_UNREACHABLE("a problem without a case");
}

Result<void, AccountProblem> create_account(db::Transaction& transaction, const Account& account,
                                            const journal::CommitmentKey& commitment_key, const Doer& doer) {
  PRIMA_ASSERT(account_name(account.name) == account.name);
  if (!is_name_free(transaction, account)) return failure(AccountProblem::name_taken);
  const db::Bytes stored_key{std::string(commitment_key.begin(), commitment_key.end())};
  transaction.execute(
      "INSERT INTO account (institution_id, account_id, name, person_name, mail, language, state, commitment_key, "
      "version, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)",
      account.institution, account.id, account.name, account.person_name, account.mail, key(account.language),
      key(account.state), stored_key, doer.at);
  note(transaction, account.institution, account.id, doer, "account.create", nullptr, shown(account, commitment_key));
  return {};
}

Result<void, AccountProblem> change_account(db::Transaction& transaction, const Account& account, const Doer& doer) {
  const auto before = find_account(transaction, account.institution, account.id);
  if (!before || before->state == AccountState::erased) return failure(AccountProblem::gone);
  const std::int64_t changed = transaction.execute(
      "UPDATE account SET person_name = $3, mail = $4, language = $5, state = $6, version = version + 1, "
      "changed_at = $7 WHERE institution_id = $1 AND account_id = $2 AND version = $8",
      account.institution, account.id, account.person_name, account.mail, key(account.language), key(account.state),
      doer.at, account.version);
  if (changed == 0) return failure(AccountProblem::changed);
  if (account.state == AccountState::closed) {
    end_sessions(transaction, account.institution, account.id);
    transaction.execute("DELETE FROM one_time_link WHERE institution_id = $1 AND account_id = $2", account.institution,
                        account.id);
  }
  const auto commitment_key = commitment_key_of(transaction, account.institution, account.id);
  Account after = account;
  after.name = before->name;
  note(transaction, account.institution, account.id, doer, "account.change", shown(*before, commitment_key),
       shown(after, commitment_key));
  return {};
}

Result<void, AccountProblem> erase_account(db::Transaction& transaction, InstitutionId institution, AccountId id,
                                           const Doer& doer) {
  const auto before = find_account(transaction, institution, id);
  if (!before || before->state == AccountState::erased) return failure(AccountProblem::gone);
  remove_access(transaction, institution, id);
  transaction.execute("DELETE FROM sign_in_name WHERE name_hash = $1", name_hash(before->name));
  const db::Bytes no_key{std::string(journal::CommitmentKey{}.size(), '\0')};
  transaction.execute(
      "UPDATE account SET name = $3, person_name = '', mail = '', state = $4, commitment_key = $5, "
      "version = version + 1, changed_at = $6 WHERE institution_id = $1 AND account_id = $2",
      institution, id, "erased-" + to_text(id), key(AccountState::erased), no_key, doer.at);
  note(transaction, institution, id, doer, "account.erase", Json::object({{"state", key(before->state)}}),
       Json::object({{"state", key(AccountState::erased)}}));
  return {};
}

std::optional<Account> find_account(db::Reader reader, InstitutionId institution, AccountId id) {
  const db::Rows rows = reader.query(
      "SELECT " PRIMA_ACCOUNT_COLUMNS " FROM account WHERE institution_id = $1 AND account_id = $2", institution, id);
  return rows.empty() ? std::nullopt : std::optional(account_from(rows.only()));
}

std::optional<Account> find_account_by_name(db::Reader reader, std::string_view name) {
  const db::Rows rows =
      reader.query("SELECT institution_id, account_id FROM sign_in_name WHERE name_hash = $1", name_hash(name));
  if (rows.empty()) return std::nullopt;
  return find_account(reader, rows.only().institution(0), AccountId(rows.only().uuid(1)));
}

std::vector<Account> accounts_after(db::Reader reader, InstitutionId institution, std::string_view after,
                                    std::int64_t limit) {
  std::vector<Account> accounts;
  const db::Rows rows = reader.query("SELECT " PRIMA_ACCOUNT_COLUMNS
                                     " FROM account WHERE institution_id = $1 AND name > $2 AND state <> $4 "
                                     "ORDER BY name LIMIT $3",
                                     institution, after, limit, key(AccountState::erased));
  for (const db::Row& row : rows) accounts.push_back(account_from(row));
  return accounts;
}

bool has_no_people(db::Reader reader) {
  // all institutions: the first start asks whether the installation is new
  return reader.query("SELECT account_id FROM account LIMIT 1").empty();
}

bool add_grant(db::Transaction& transaction, InstitutionId institution, AccountId id, const Grant& grant,
               const Doer& doer) {
  const std::int64_t added = transaction.execute(
      "INSERT INTO role_grant (institution_id, account_id, role, reach, holds_in, unit_id, granted_by, granted_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (institution_id, account_id, role, reach, holds_in, "
      "unit_id) DO NOTHING",
      institution, id, key(grant.role), key(grant.reach), grant.institution, unit_or_none(grant), doer.actor, doer.at);
  if (added == 0) return false;
  end_sessions(transaction, institution, id);
  note(transaction, institution, id, doer, "role.grant", nullptr, shown(grant));
  return true;
}

bool remove_grant(db::Transaction& transaction, InstitutionId institution, AccountId id, const Grant& grant,
                  const Doer& doer) {
  const std::int64_t removed = transaction.execute(
      "DELETE FROM role_grant WHERE institution_id = $1 AND account_id = $2 AND role = $3 AND reach = $4 AND "
      "holds_in = $5 AND unit_id = $6",
      institution, id, key(grant.role), key(grant.reach), grant.institution, unit_or_none(grant));
  if (removed == 0) return false;
  end_sessions(transaction, institution, id);
  note(transaction, institution, id, doer, "role.revoke", shown(grant), nullptr);
  return true;
}

std::vector<Grant> grants_of(db::Reader reader, InstitutionId institution, AccountId id) {
  std::vector<Grant> grants;
  const db::Rows rows = reader.query(
      "SELECT role, reach, holds_in, unit_id FROM role_grant WHERE institution_id = $1 AND account_id = $2 "
      "ORDER BY role, reach, holds_in, unit_id",
      institution, id);
  for (const db::Row& row : rows) grants.push_back(grant_from(row));
  return grants;
}

std::vector<AccountId> holders_of(db::Reader reader, InstitutionId institution, Role role) {
  std::vector<AccountId> holders;
  const db::Rows rows = reader.query(
      "SELECT DISTINCT account_id FROM role_grant WHERE institution_id = $1 AND role = $2", institution, key(role));
  for (const db::Row& row : rows) holders.emplace_back(row.uuid(0));
  return holders;
}

}  // namespace prima::identity
