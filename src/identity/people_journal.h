#pragma once

#include <string_view>

#include "db/connection.h"
#include "identity/account.h"
#include "journal/canonical_json.h"

namespace prima::identity {

// Enters what was done to an account into its institution's journal. `action` goes on after "identity.".
void note(db::Transaction& transaction, InstitutionId institution, AccountId account, const Doer& doer,
          std::string_view action, journal::Json before, journal::Json after);

}  // namespace prima::identity
