#include "identity/sign_in_store.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/assert.h"
#include "identity/people_journal.h"

namespace prima::identity {

namespace {

using journal::Json;

// The installation, to which budgets belong.
constexpr InstitutionId installation{0};

db::Bytes stored(const Sha256& hash) { return {std::string(bytes_of(hash))}; }

std::string_view key(BudgetKind kind) {
  switch (kind) {
    case BudgetKind::device:
      return "device";
    case BudgetKind::source:
      return "source";
    case BudgetKind::strangers:
      return "strangers";
  }
  PRIMA_UNREACHABLE("a kind of budget without a key");
}

constexpr std::array<std::pair<LinkPurpose, std::string_view>, 3> purposes = {{
    {LinkPurpose::first_administrator, "first_administrator"},
    {LinkPurpose::invitation, "invitation"},
    {LinkPurpose::password_reset, "password_reset"},
}};

std::string_view key(LinkPurpose purpose) {
  for (const auto& [each, text] : purposes) {
    if (each == purpose) return text;
  }
  PRIMA_UNREACHABLE("a purpose without a key");
}

LinkPurpose purpose_of(std::string_view text) {
  for (const auto& [each, known] : purposes) {
    if (known == text) return each;
  }
  PRIMA_UNREACHABLE("a purpose that is not known");
}

void store(db::Transaction& transaction, const BudgetKey& budget_key, const Budget& budget) {
  transaction.execute(
      "INSERT INTO attempt_budget (institution_id, kind, budget_key, failures, last_failure_at) "
      "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (institution_id, kind, budget_key) DO UPDATE SET "
      "failures = excluded.failures, last_failure_at = excluded.last_failure_at",
      installation, key(budget_key.kind), stored(budget_key.key), budget.failures, budget.last_failure_at);
}

OneTimeLink link_from(const db::Row& row) {
  return {AccountId(row.uuid(0)), purpose_of(row.text(1)), row.instant(2), row.instant(3)};
}

}  // namespace

Budget budget_of(db::Reader reader, const BudgetKey& budget_key) {
  const db::Rows rows = reader.query(
      "SELECT failures, last_failure_at FROM attempt_budget WHERE institution_id = $1 AND kind = $2 AND "
      "budget_key = $3",
      installation, key(budget_key.kind), stored(budget_key.key));
  if (rows.empty()) return {};
  return {static_cast<std::uint32_t>(
              std::clamp<std::int64_t>(rows.only().integer(0), 0, std::numeric_limits<std::uint32_t>::max())),
          rows.only().instant(1)};
}

std::optional<Instant> charge_budgets(db::Transaction& transaction, std::span<const BudgetKey> keys,
                                      const LockoutPolicy& policy, Instant now) {
  std::optional<Instant> latest;
  for (const BudgetKey& each : keys) {
    const auto until = wait_until(budget_of(transaction, each), policy_of(each.kind, policy), now);
    if (until) latest = std::max(latest.value_or(*until), *until);
  }
  if (latest) return latest;
  for (const BudgetKey& each : keys) {
    store(transaction, each, charged(budget_of(transaction, each), policy_of(each.kind, policy), now));
  }
  return std::nullopt;
}

void refund_budgets(db::Transaction& transaction, std::span<const BudgetKey> keys) {
  for (const BudgetKey& each : keys) store(transaction, each, refunded(each.kind, budget_of(transaction, each)));
}

std::int64_t remove_old_budgets(db::Transaction& transaction, const LockoutPolicy& policy, Instant now) {
  std::int64_t removed = 0;
  for (const BudgetKind kind : {BudgetKind::device, BudgetKind::source, BudgetKind::strangers}) {
    removed += transaction.execute(
        "DELETE FROM attempt_budget WHERE institution_id = $1 AND kind = $2 AND last_failure_at <= $3", installation,
        key(kind), now - policy_of(kind, policy).forgotten_after);
  }
  return removed;
}

std::chrono::milliseconds lifetime_of(LinkPurpose purpose) {
  switch (purpose) {
    case LinkPurpose::first_administrator:
      return std::chrono::hours(24);
    case LinkPurpose::invitation:
      return std::chrono::hours(72);
    case LinkPurpose::password_reset:
      return std::chrono::minutes(30);
  }
  PRIMA_UNREACHABLE("a purpose without a lifetime");
}

namespace {

// Of every purpose: whoever has chosen a password must not find that an older link can still replace it.
void forget_links(db::Transaction& transaction, InstitutionId institution, AccountId account) {
  transaction.execute("DELETE FROM one_time_link WHERE institution_id = $1 AND account_id = $2", institution, account);
}

}  // namespace

void keep_link(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash,
               const OneTimeLink& link, const Doer& doer) {
  forget_links(transaction, institution, link.account);
  transaction.execute(
      "INSERT INTO one_time_link (institution_id, token_hash, account_id, purpose, created_at, expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6)",
      institution, stored(token_hash), link.account, key(link.purpose), link.created_at, link.expires_at);
  note(transaction, institution, link.account, doer, "link.make", nullptr,
       Json::object({{"purpose", key(link.purpose)}}));
}

std::optional<OneTimeLink> find_link(db::Reader reader, InstitutionId institution, const Sha256& token_hash,
                                     Instant now) {
  const db::Rows rows = reader.query(
      "SELECT account_id, purpose, created_at, expires_at FROM one_time_link WHERE institution_id = $1 AND "
      "token_hash = $2 AND expires_at > $3",
      institution, stored(token_hash), now);
  return rows.empty() ? std::nullopt : std::optional(link_from(rows.only()));
}

std::optional<OneTimeLink> take_link(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash,
                                     const Doer& doer) {
  const db::Rows rows = transaction.query(
      "DELETE FROM one_time_link WHERE institution_id = $1 AND token_hash = $2 AND expires_at > $3 "
      "RETURNING account_id, purpose, created_at, expires_at",
      institution, stored(token_hash), doer.at);
  if (rows.empty()) return std::nullopt;
  const OneTimeLink link = link_from(rows.only());
  forget_links(transaction, institution, link.account);
  note(transaction, institution, link.account, doer, "link.use", nullptr,
       Json::object({{"purpose", key(link.purpose)}}));
  return link;
}

void keep_outside_sign_in(db::Transaction& transaction, InstitutionId institution, const Sha256& cookie_hash,
                          const OutsideSignIn& sign_in) {
  transaction.execute(
      "INSERT INTO outside_sign_in (institution_id, cookie_hash, issuer, state, nonce, verifier, return_path, "
      "expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      institution, stored(cookie_hash), sign_in.issuer, sign_in.state, sign_in.nonce, sign_in.verifier,
      sign_in.return_path, sign_in.expires_at);
}

std::optional<OutsideSignIn> take_outside_sign_in(db::Transaction& transaction, InstitutionId institution,
                                                  const Sha256& cookie_hash, Instant now) {
  const db::Rows rows = transaction.query(
      "DELETE FROM outside_sign_in WHERE institution_id = $1 AND cookie_hash = $2 "
      "RETURNING issuer, state, nonce, verifier, return_path, expires_at",
      institution, stored(cookie_hash));
  if (rows.empty() || rows.only().instant(5) <= now) return std::nullopt;
  const db::Row row = rows.only();
  return OutsideSignIn{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.instant(5)};
}

void remove_old_sign_ins(db::Transaction& transaction, InstitutionId institution, Instant now) {
  transaction.execute("DELETE FROM one_time_link WHERE institution_id = $1 AND expires_at <= $2", institution, now);
  transaction.execute("DELETE FROM outside_sign_in WHERE institution_id = $1 AND expires_at <= $2", institution, now);
}

}  // namespace prima::identity
