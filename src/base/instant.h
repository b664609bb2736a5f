#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace prima {

// A moment in UTC, to the millisecond. At rest it is the number of milliseconds since 1970 (`bigint`, column names end
// in `_at`). "Now" is always a parameter.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// The three legal times of Indonesia (Keputusan Presiden 41/1987): western +7, central +8, eastern +9; without summer
// time.
enum class TimeZone : std::uint8_t { wib, wita, wit };

constexpr std::chrono::hours offset_of(TimeZone zone) {
  return std::chrono::hours(zone == TimeZone::wib ? 7 : zone == TimeZone::wita ? 8 : 9);
}

// "WIB", "WITA", "WIT"; the same in both languages.
std::string_view to_text(TimeZone zone);
std::optional<TimeZone> parse_time_zone(std::string_view text);

// The calendar day, and the minutes since its midnight, that clocks in `zone` show.
Date day_in(TimeZone zone, Instant instant);
int minute_of_day_in(TimeZone zone, Instant instant);

// The moment at which clocks in `zone` show `minute` minutes after midnight of `day`.
Instant instant_in(TimeZone zone, Date day, int minute);

constexpr std::int64_t unix_ms(Instant instant) { return instant.time_since_epoch().count(); }
constexpr Instant from_unix_ms(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

// "2026-11-24T04:00:00.123Z"; always with three digits of milliseconds.
std::string iso(Instant instant);

// Reads RFC 3339 in UTC: "2026-11-24T04:00:00Z", with or without up to three digits of a second's fraction. Nothing for
// any other form, and for a moment that does not exist.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace prima
