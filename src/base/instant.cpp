#include "base/instant.h"

#include <fmt/format.h>

namespace prima {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::sys_days;

namespace {

// A number of exactly `text.size()` digits.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "", ".1", ".12" or ".123" as milliseconds.
std::optional<int> fraction_ms(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() != '.' || text.size() < 2 || text.size() > 4) return std::nullopt;
  auto value = digits(text.substr(1));
  for (std::size_t i = text.size(); value && i < 4; ++i) *value *= 10;
  return value;
}

}  // namespace

std::string_view to_text(TimeZone zone) {
  switch (zone) {
    case TimeZone::wib:
      return "WIB";
    case TimeZone::wita:
      return "WITA";
    case TimeZone::wit:
      return "WIT";
  }
  return {};
}

std::optional<TimeZone> parse_time_zone(std::string_view text) {
  for (const TimeZone zone : {TimeZone::wib, TimeZone::wita, TimeZone::wit})
    if (to_text(zone) == text) return zone;
  return std::nullopt;
}

Date day_in(TimeZone zone, Instant instant) { return Date(floor<days>(instant + offset_of(zone))); }

int minute_of_day_in(TimeZone zone, Instant instant) {
  const auto local = instant + offset_of(zone);
  return static_cast<int>(floor<minutes>(local - floor<days>(local)).count());
}

Instant instant_in(TimeZone zone, Date day, int minute) {
  return Instant(sys_days(day)) + minutes(minute) - offset_of(zone);
}

std::string iso(Instant instant) {
  const auto day = floor<days>(instant);
  const auto rest = std::chrono::hh_mm_ss<milliseconds>(instant - day);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", iso(Date(day)), rest.hours().count(), rest.minutes().count(),
                     rest.seconds().count(), rest.subseconds().count());
}

std::optional<Instant> parse_instant(std::string_view text) {
  constexpr std::size_t shortest = 20;
  if (text.size() < shortest || text.back() != 'Z' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  const auto day = parse_date(text.substr(0, 10));
  const auto hour = digits(text.substr(11, 2));
  const auto minute = digits(text.substr(14, 2));
  const auto second = digits(text.substr(17, 2));
  const auto ms = fraction_ms(text.substr(19, text.size() - 20));
  if (!day || !hour || !minute || !second || !ms || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant(sys_days(*day)) + std::chrono::hours(*hour) + minutes(*minute) + std::chrono::seconds(*second) +
         milliseconds(*ms);
}

}  // namespace prima
