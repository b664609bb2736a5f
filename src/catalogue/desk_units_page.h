#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "directory/import_rules.h"
#include "directory/institution.h"

namespace prima::catalogue {

// /kelola/unit: the units of an institution for those who keep its directory.
struct DeskUnitsView {
  const directory::Institution& institution;
  std::span<const directory::KnownUnit> units;  // of this page, those that the person may edit
  std::size_t count = 0;                        // on all pages
  std::int64_t page = 1;
  std::int64_t pages = 1;
  bool whole = false;  // the person keeps the whole directory: may make, import and export units
};
std::string desk_units_page(Language language, const DeskUnitsView& view);

}  // namespace prima::catalogue
