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

// Paths without language.
std::string units_path(const Institution& institution);                   // /instansi/33.74/unit
std::string unit_path(const Institution& institution, const Unit& unit);  // /instansi/33.74/unit/DISDUKCAPIL

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
std::string unit_page(Language language, const Institution& institution, const Unit& unit,
                      std::span<const HistoryEntry> history, Date today);

}  // namespace prima::directory
