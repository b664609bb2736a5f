#include "html/format.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/assert.h"
#include "html/text.h"

namespace prima::html {
namespace {

struct Separators {
  std::string_view decimal;
  std::string_view thousands;
};

constexpr Separators separators(Language language) {
  return language == Language::id ? Separators{",", "."} : Separators{".", ","};
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void append_grouped(std::string& out, std::string_view digits, std::string_view separator) {
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at != 0 && (digits.size() - at) % 3 == 0) out.append(separator);
    out.push_back(digits[at]);
  }
}

constexpr std::array kMonths = {
    Text::date_month_1, Text::date_month_2,  Text::date_month_3,  Text::date_month_4,
    Text::date_month_5, Text::date_month_6,  Text::date_month_7,  Text::date_month_8,
    Text::date_month_9, Text::date_month_10, Text::date_month_11, Text::date_month_12,
};

}  // namespace

std::string format_decimal(Language language, std::string_view exact) {
  const bool negative = exact.starts_with('-');
  const std::string_view number = exact.substr(negative ? 1 : 0);
  const auto point = number.find('.');
  const std::string_view whole = number.substr(0, point);
  const std::string_view places = point == std::string_view::npos ? "" : number.substr(point + 1);
  if (!is_digits(whole) || (point != std::string_view::npos && !is_digits(places))) return std::string(exact);

  const Separators marks = separators(language);
  std::string text = negative ? "\u2212" : "";
  append_grouped(text, whole, marks.thousands);
  if (!places.empty()) text.append(marks.decimal).append(places);
  return text;
}

std::string format_count(Language language, std::int64_t number) {
  return format_decimal(language, std::to_string(number));
}

std::string format_percent(Language language, std::string_view exact) { return format_decimal(language, exact) + "%"; }

std::string format_date(Language language, Date day) {
  PRIMA_ASSERT(day.ok());
  std::string shown = std::to_string(static_cast<unsigned>(day.day()));
  shown.append(" ").append(text(language, kMonths.at(static_cast<unsigned>(day.month()) - 1)));
  return shown.append(" ").append(std::to_string(static_cast<int>(day.year())));
}

std::string localized_path(Language language, std::string_view path) {
  PRIMA_ASSERT(path.starts_with('/'));
  return (language == Language::en ? "/en" : "") + std::string(path);
}

}  // namespace prima::html
