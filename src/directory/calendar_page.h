#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/words.h"
#include "base/working_calendar.h"

namespace prima::directory {

// The year that a path names: four digits, 1945 to 2999. Nothing for any other text.
std::optional<int> calendar_year(std::string_view text);

// The page /kalender/{year}: how many days are worked, twelve months as tables, each day off with its decree and where
// we have it from, and the decrees; all as known on `today`. For a year that is not set a warning takes the place of
// all but the decrees, and there are links to the years that are set.
std::string calendar_page(Language language, const Calendars& calendars, int year, Date today);

}  // namespace prima::directory
