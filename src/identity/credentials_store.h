#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "identity/account.h"

// How people show who they are. Every change but the use of a code enters the journal, which never says what the secret
// was. Everything throws db::Error.
namespace prima::identity {

// The stored hash (password_hash.h); nothing when the account has no password.
std::optional<std::string> password_hash_of(db::Reader reader, InstitutionId institution, AccountId id);
void set_password_hash(db::Transaction& transaction, InstitutionId institution, AccountId id,
                       std::string_view password_hash, const Doer& doer);
// The same password under a higher cost: no entry, since nothing changed for anybody.
void renew_password_hash(db::Transaction& transaction, InstitutionId institution, AccountId id,
                         std::string_view password_hash);

struct SecondFactor {
  std::string sealed_secret;         // sealed_secret.h
  bool confirmed = false;            // a first code was right; before that it protects nothing
  std::int64_t last_used_step = -1;  // -1: none yet

  bool operator==(const SecondFactor&) const = default;
};

std::optional<SecondFactor> second_factor_of(db::Reader reader, InstitutionId institution, AccountId id);
// Begins anew, not confirmed; the one before, if any, is gone.
void begin_second_factor(db::Transaction& transaction, InstitutionId institution, AccountId id,
                         std::string_view sealed_secret, const Doer& doer);
// Marks the step as used, and at the first use confirms the factor. False when this step or a later one was used
// already, also by somebody else at the same moment: then the code does not count.
bool use_totp_step(db::Transaction& transaction, InstitutionId institution, AccountId id, std::int64_t step,
                   const Doer& doer);
bool remove_second_factor(db::Transaction& transaction, InstitutionId institution, AccountId id, const Doer& doer);

// Replaces all codes of the account. `hashes` as stored_recovery_code() gives them.
void set_recovery_codes(db::Transaction& transaction, InstitutionId institution, AccountId id,
                        const std::vector<std::string>& hashes, const Doer& doer);
// Uses one up; false when there is no such code (any more).
bool use_recovery_code(db::Transaction& transaction, InstitutionId institution, AccountId id, std::string_view hash,
                       const Doer& doer);
std::int64_t recovery_codes_left(db::Reader reader, InstitutionId institution, AccountId id);

// Whom a provider calls `subject`. Linking one that is linked already, to whomever, gives false.
bool link_outside_identity(db::Transaction& transaction, InstitutionId institution, AccountId id,
                           std::string_view issuer, std::string_view subject, const Doer& doer);
std::optional<AccountId> account_of_outside_identity(db::Reader reader, InstitutionId institution,
                                                     std::string_view issuer, std::string_view subject);

}  // namespace prima::identity
