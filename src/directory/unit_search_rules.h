#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "directory/import_rules.h"

namespace prima::directory {

// The active units in whose name, code, kind, address or region each word of `query` occurs, upper or lower case, by
// name; all active ones when it has no word. The pointers are into `units`.
std::vector<const Unit*> matching_units(std::span<const KnownUnit> units, std::string_view query,
                                        const Regions& regions);

}  // namespace prima::directory
