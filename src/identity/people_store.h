#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "db/database.h"
#include "identity/account.h"
#include "identity/permission_rules.h"
#include "journal/hash.h"

// Accounts and the roles they hold (migrations/0005_people.sql). Every change enters the institution's journal in the
// same transaction, with commitments instead of what is personal. Everything throws db::Error.
namespace prima::identity {

enum class AccountProblem : std::uint8_t {
  name_taken,  // somewhere in the installation
  gone,        // there is no such account
  changed,     // somebody else changed it meanwhile: its version is another one
};

Words describe(AccountProblem problem);

// `account.version`, `created_at` and `changed_at` are set by this. `commitment_key` is new and random; make it, and
// the id, outside the transaction. The name must come from account_name().
Result<void, AccountProblem> create_account(db::Transaction& transaction, const Account& account,
                                            const journal::CommitmentKey& commitment_key, const Doer& doer);

// Stores person_name, mail, language and state of an account with this version; the name and the rest stay. Closing it
// ends its sessions and its links.
Result<void, AccountProblem> change_account(db::Transaction& transaction, const Account& account, const Doer& doer);

// Takes away everything personal: names, mail, the key of the commitments, how the person signs in, and their sessions.
// The id stays, because the journal and decided results name it, but it points at nobody any more.
Result<void, AccountProblem> erase_account(db::Transaction& transaction, InstitutionId institution, AccountId id,
                                           const Doer& doer);

std::optional<Account> find_account(db::Reader reader, InstitutionId institution, AccountId id);
// `name` as account_name() gives it.
std::optional<Account> find_account_by_name(db::Reader reader, std::string_view name);
// In order of name, those after `after` ("" begins), at most `limit`.
std::vector<Account> accounts_after(db::Reader reader, InstitutionId institution, std::string_view after,
                                    std::int64_t limit);
// Whether the installation has no account at all, as at the first start.
bool has_no_people(db::Reader reader);

// Roles. Whether they may be given is asked of why_not_grant() before. Giving one that is held, and taking one that is
// not, changes nothing and gives false. Otherwise the account's sessions end, so that no
// session has rights that it did not begin with.
bool add_grant(db::Transaction& transaction, InstitutionId institution, AccountId id, const Grant& grant,
               const Doer& doer);
bool remove_grant(db::Transaction& transaction, InstitutionId institution, AccountId id, const Grant& grant,
                  const Doer& doer);
std::vector<Grant> grants_of(db::Reader reader, InstitutionId institution, AccountId id);
// Who holds a role where it counts: accounts of the institution, in no order.
std::vector<AccountId> holders_of(db::Reader reader, InstitutionId institution, Role role);

}  // namespace prima::identity
