#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/command.h"
#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"

namespace prima::app {

// A new account, and its one-time link on standard output. NAME --role ROLE; also --person, --mail, --institution (its
// number; not needed when there is only one), --unit (its code), --origin (of the link). Without a unit the role holds
// in the institution that was named, or, when none was, as far as the role can reach.
Exit run_user_add(const Arguments& arguments);
// One line an account: institution, name, state, roles, name of the person; separated by tabs.
Exit run_user_list(const Arguments& arguments);
// A new one-time link for NAME; all sessions of the account end.
Exit run_user_reset(const Arguments& arguments);

const std::vector<OptionSpec>& user_add_options();
// --origin, of the links that are printed.
const OptionSpec& origin_option();

// At the first start, when there is nobody yet: makes the account "admin" with the role of an administrator everywhere,
// and gives the address of its one-time link, to be printed in the terminal. Nothing when there are people.
// `institution` must exist; `origin`: "https://prima.contoh.go.id".
std::optional<std::string> first_administrator_link(db::Database& database, InstitutionId institution,
                                                    std::string_view origin, Instant now);

}  // namespace prima::app
