#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace prima {

// A calendar day (proleptic Gregorian), without a time and without a time zone.
using Date = std::chrono::year_month_day;

// Reads exactly "YYYY-MM-DD"; nothing when the text has another form or names a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

// "YYYY-MM-DD".
std::string iso(Date date);

}  // namespace prima
