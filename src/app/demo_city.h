#pragma once

#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"
#include "db/database.h"

namespace prima::app {

// Fills a database that has no institution with one invented city: three units and services made from our templates,
// with invented times, fees and decrees, each marked as an example in its name. Gives false, and changes nothing, when
// there is an institution already. Everything goes the way people go, so the journal tells of all of it.
Result<bool, Finding> fill_demo_city(db::Database& database, Instant now);

}  // namespace prima::app
