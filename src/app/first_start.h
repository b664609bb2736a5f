#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"
#include "db/database.h"

namespace prima::app {

// Gives an empty database its first institution: the government of the region with this code ("19.71"), or, when the
// code is empty, one without a region whose name its administrator changes. Nothing when there is one already. A
// finding for a code that is no province, regency or city.
std::optional<Finding> make_first_institution(db::Database& database, const std::string& region_code, Instant now);

}  // namespace prima::app
