#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "directory/directory_store.h"
#include "directory/import_rules.h"
#include "directory/institution.h"
#include "directory/unit.h"

namespace prima::directory {

// Paths without language. The page of a unit with its services belongs to the catalogue; the one here tells about the
// unit itself.
std::string units_path(const Institution& institution);                         // /unit/33.74
std::string about_unit_path(const Institution& institution, const Unit& unit);  // /unit/33.74/DISDUKCAPIL/tentang

// What the list of units shows.
struct UnitsView {
  std::string query = {};  // words to search for
  std::int64_t page = 1;   // from 1; a page beyond the last shows the last
};

// The units of an institution, 25 a page, with search. `units` are all of them. `today` is a day of the institution.
std::string units_page(Language language, const Institution& institution, std::span<const KnownUnit> units,
                       const UnitsView& view, Date today);

// One unit for those who want to go there: today's hours, the week, special days to come, where it is with a link to a
// map (nothing is loaded from elsewhere), channels, accessibility, contacts, and its history when it had another name
// or has closed. `history` as history_of() gives it.
std::string about_unit_page(Language language, const Institution& institution, const Unit& unit,
                            std::span<const HistoryEntry> history, Date today);

}  // namespace prima::directory
