#include "http/http_date.h"

#include <fmt/format.h>

#include <chrono>

namespace prima::http {

std::string http_date(std::int64_t unix_seconds) {
  static constexpr std::string_view weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds instant{std::chrono::seconds(unix_seconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date(midnight);
  const std::chrono::hh_mm_ss time(instant - midnight);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", weekdays[std::chrono::weekday(midnight).c_encoding()],
                     unsigned{date.day()}, months[unsigned{date.month()} - 1], int{date.year()}, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::string_view cached_http_date(std::int64_t unix_seconds) {
  thread_local std::int64_t second = -1;
  thread_local std::string date;
  if (second != unix_seconds) {
    date = http_date(unix_seconds);
    second = unix_seconds;
  }
  return date;
}

}  // namespace prima::http
