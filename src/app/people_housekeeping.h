#pragma once

#include "base/instant.h"
#include "db/database.h"

namespace prima::app {

// Removes what nobody can use any more: sessions, links and begun sign-ins that are too old, and budgets of attempts
// that are full again. Call it every hour or so. Throws db::Error.
void tidy_people(db::Database& database, Instant now);

}  // namespace prima::app
