#include "files/spreadsheet_number_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "base/date.h"
#include "base/text.h"

namespace prima::files {

namespace {

constexpr int kept_digits = 15;
constexpr std::int64_t seconds_of_day = 86'400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 0.digits times ten to the power of `exponent`; digits without zeros at either end, "" is zero.
struct Figure {
  bool negative = false;
  bool integer = true;  // written without point and exponent
  std::string digits;
  int exponent = 0;
};

std::optional<int> read_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  if (value > 400) return std::nullopt;
  return negative ? -value : value;
}

std::optional<Figure> read_figure(std::string_view text) {
  Figure figure;
  if (text.size() > 400) return std::nullopt;
  figure.negative = text.starts_with('-');
  if (figure.negative) text.remove_prefix(1);
  if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
    const auto exponent = read_exponent(text.substr(e + 1));
    if (!exponent) return std::nullopt;
    figure.exponent = *exponent;
    figure.integer = false;
    text = text.substr(0, e);
  }
  const auto point = std::min(text.find('.'), text.size());
  if (point != text.size()) figure.integer = false;
  figure.digits = std::string(text.substr(0, point));
  figure.digits += text.substr(std::min(point + 1, text.size()));
  if (figure.digits.empty() || !std::all_of(figure.digits.begin(), figure.digits.end(), is_digit)) return std::nullopt;
  figure.exponent += static_cast<int>(point);
  const std::size_t zeros = std::min(figure.digits.find_first_not_of('0'), figure.digits.size());
  figure.digits.erase(0, zeros);
  figure.exponent -= static_cast<int>(zeros);
  return figure;
}

void drop_zeros(Figure& figure) {
  while (!figure.digits.empty() && figure.digits.back() == '0') figure.digits.pop_back();
  if (figure.digits.empty()) figure = {};
}

void round_figure(Figure& figure) {
  if (figure.digits.size() <= kept_digits) return;
  const bool up = figure.digits[kept_digits] >= '5';
  figure.digits.resize(kept_digits);
  if (!up) return;
  std::size_t at = kept_digits;
  while (at > 0 && figure.digits[at - 1] == '9') figure.digits[--at] = '0';
  if (at > 0) {
    ++figure.digits[at - 1];
  } else {
    figure.digits.insert(0, "1");
    ++figure.exponent;
  }
}

std::string whole_part(const Figure& figure) {
  if (figure.exponent <= 0) return "0";
  std::string whole = figure.digits.substr(0, static_cast<std::size_t>(figure.exponent));
  whole.resize(static_cast<std::size_t>(figure.exponent), '0');
  return whole;
}

std::string fraction_part(const Figure& figure) {
  if (figure.exponent >= static_cast<int>(figure.digits.size())) return {};
  if (figure.exponent > 0) return figure.digits.substr(static_cast<std::size_t>(figure.exponent));
  return std::string(static_cast<std::size_t>(-figure.exponent), '0') + figure.digits;
}

// A count of days as whole days and the seconds of the last one.
struct Serial {
  std::int64_t day = 0;
  std::int64_t second = 0;
};

std::optional<Serial> read_serial(std::string_view number) {
  auto figure = read_figure(number);
  if (!figure || figure->negative || figure->exponent > 7) return std::nullopt;
  drop_zeros(*figure);
  Serial serial;
  for (const char c : whole_part(*figure)) serial.day = serial.day * 10 + (c - '0');
  constexpr std::size_t places = 12;
  std::string fraction = fraction_part(*figure).substr(0, places);
  fraction.resize(places, '0');
  std::int64_t value = 0;
  for (const char c : fraction) value = value * 10 + (c - '0');
  constexpr std::int64_t unit = 1'000'000'000'000;
  serial.second = (value * seconds_of_day + unit / 2) / unit;
  if (serial.second == seconds_of_day) return Serial{serial.day + 1, 0};
  return serial;
}

std::string time_text(std::int64_t second) {
  const auto hours = second / 3600;
  const auto minutes = second / 60 % 60;
  return second % 60 == 0 ? fmt::format("{:02}:{:02}", hours, minutes)
                          : fmt::format("{:02}:{:02}:{:02}", hours, minutes, second % 60);
}

std::optional<Date> date_of(std::int64_t day, bool from_1904) {
  constexpr std::int64_t last = 2'958'465;  // 9999-12-31, counted from 1900
  const std::int64_t shift = from_1904 ? 1462 : 0;
  const std::int64_t serial = day + shift;
  // There was no 29 February 1900, though day 60 is one; days before it are counted one lower.
  if (serial < 1 || serial > last || serial == 60) return std::nullopt;
  const auto base = std::chrono::sys_days(std::chrono::year(1899) / 12 / (serial < 60 ? 31 : 30));
  return Date(base + std::chrono::days(serial));
}

NumberKind kind_of_parts(bool day, bool month_or_minute, bool clock) {
  if (clock) return day ? NumberKind::date_time : NumberKind::time;
  return day || month_or_minute ? NumberKind::date : NumberKind::number;
}

NumberKind built_in_kind(int id) {
  if (id == 22) return NumberKind::date_time;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return NumberKind::time;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return NumberKind::date;
  return NumberKind::number;
}

// Reads the letters of a format's first part, leaving out what it only prints.
NumberKind kind_of_code(std::string_view code) {
  bool day = false;
  bool month_or_minute = false;
  bool clock = false;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const std::string inside = lowered(code.substr(at + 1, end - at - 1));
      clock = clock || inside == "h" || inside == "hh" || inside == "m" || inside == "mm" || inside == "s" ||
              inside == "ss";
      at = end;
    } else {
      day = day || c == 'y' || c == 'Y' || c == 'd' || c == 'D';
      month_or_minute = month_or_minute || c == 'm' || c == 'M';
      clock = clock || c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
  }
  return kind_of_parts(day, month_or_minute, clock);
}

}  // namespace

NumberKind number_kind(int id, std::string_view code) {
  if (code.empty()) return built_in_kind(id);
  return lowered(code).starts_with("general") ? NumberKind::number : kind_of_code(code);
}

std::optional<std::string> plain_number(std::string_view text) {
  auto figure = read_figure(text);
  if (!figure) return std::nullopt;
  if (!figure->integer) round_figure(*figure);
  drop_zeros(*figure);
  const std::string fraction = fraction_part(*figure);
  return fmt::format("{}{}{}{}", figure->negative ? "-" : "", whole_part(*figure), fraction.empty() ? "" : ".",
                     fraction);
}

std::optional<std::string> date_text(std::string_view number, NumberKind kind, bool from_1904) {
  const auto serial = read_serial(number);
  if (!serial || kind == NumberKind::number) return std::nullopt;
  if (kind == NumberKind::time && serial->day == 0) return time_text(serial->second);
  if (kind == NumberKind::time && serial->day == 1 && serial->second == 0) return "24:00";
  const auto date = date_of(serial->day, from_1904);
  if (!date) return std::nullopt;
  if (kind == NumberKind::date && serial->second == 0) return iso(*date);
  return iso(*date) + " " + time_text(serial->second);
}

bool looks_like_formula(std::string_view text) {
  constexpr std::string_view starts = "=+-@\t\r";
  constexpr std::string_view harmless = "0123456789+-.,() ";
  if (text.empty() || starts.find(text.front()) == std::string_view::npos) return false;
  return text.find_first_not_of(harmless) != std::string_view::npos;
}

}  // namespace prima::files
