#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "identity/account.h"
#include "identity/digest.h"
#include "identity/lockout_rules.h"

// What a sign-in leaves behind before there is a session. Everything throws db::Error.
namespace prima::identity {

// Asks the budgets of an attempt and takes one from each, in one step, so that attempts at the same moment are all
// counted. Gives the moment to wait for, when there is one; then nothing was taken.
std::optional<Instant> charge_budgets(db::Transaction& transaction, std::span<const BudgetKey> keys,
                                      const LockoutPolicy& policy, Instant now);
// After a good attempt.
void refund_budgets(db::Transaction& transaction, std::span<const BudgetKey> keys);
Budget budget_of(db::Reader reader, const BudgetKey& key);
// Removes budgets that are full again; gives how many. For housekeeping.
std::int64_t remove_old_budgets(db::Transaction& transaction, const LockoutPolicy& policy, Instant now);

// Links that are used once: /tautan/<institution>.<token>, stored as the SHA-256 of the token.
enum class LinkPurpose : std::uint8_t { first_administrator, invitation, password_reset };

struct OneTimeLink {
  AccountId account;
  LinkPurpose purpose = LinkPurpose::password_reset;
  Instant created_at{};
  Instant expires_at{};

  bool operator==(const OneTimeLink&) const = default;
};

std::chrono::milliseconds lifetime_of(LinkPurpose purpose);

// Makes all links before it of that account useless, whatever they were for.
void keep_link(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash,
               const OneTimeLink& link, const Doer& doer);
// The link while it may be used; looking does not use it, since mail programs look at links by themselves.
std::optional<OneTimeLink> find_link(db::Reader reader, InstitutionId institution, const Sha256& token_hash,
                                     Instant now);
// Uses it up, with every other link of the account. Nothing when it was used, replaced, or is too old.
std::optional<OneTimeLink> take_link(db::Transaction& transaction, InstitutionId institution, const Sha256& token_hash,
                                     const Doer& doer);

// A sign-in at another provider that has begun (oidc_rules.h).
struct OutsideSignIn {
  std::string issuer;
  std::string state;
  std::string nonce;
  std::string verifier;
  std::string return_path;
  Instant expires_at{};

  bool operator==(const OutsideSignIn&) const = default;
};

void keep_outside_sign_in(db::Transaction& transaction, InstitutionId institution, const Sha256& cookie_hash,
                          const OutsideSignIn& sign_in);
// Takes it, so that the same answer of the provider cannot be used twice. Nothing when it was taken or is too old.
std::optional<OutsideSignIn> take_outside_sign_in(db::Transaction& transaction, InstitutionId institution,
                                                  const Sha256& cookie_hash, Instant now);

// Removes links and begun sign-ins that are too old.
void remove_old_sign_ins(db::Transaction& transaction, InstitutionId institution, Instant now);

}  // namespace prima::identity
