#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "base/working_calendar.h"
#include "catalogue/public_catalogue.h"
#include "directory/promise_rules.h"

namespace prima::catalogue {

// The row of a standard that promises the time for a case: its own, otherwise the one for every case; the only one
// where no case is chosen. Null when none fits.
const TimeRow* time_of_case(const Standard& standard, std::string_view case_key);

// "Apply today, receive by ...": counted from `now` with the unit's hours, zone and region, as decrees known on the day
// of `now` say. A unit that serves on Saturdays works six days a week. Nothing for a time that people wait for at the
// counter.
std::optional<Result<directory::Promise, directory::NoPromise>> promise_of(const PublicService& one,
                                                                           const Duration& duration,
                                                                           const Calendars& calendars, Instant now);

// Whether the unit serves on the day of `now`, for people: "Hari ini buka 08.00–12.00, 13.00–15.30 WIB", "Sudah tutup;
// hari ini buka ...", "Hari ini tutup", "Jam buka hari ini belum dinyatakan". A public holiday is named; it closes a
// unit that has no special hours.
struct TodayHours {
  enum class State { open, closed, unknown };
  State state = State::unknown;
  Words words;
};
TodayHours hours_today(const directory::Institution& institution, const directory::Unit& unit,
                       const Calendars& calendars, Instant now);

}  // namespace prima::catalogue
