#include "directory/region_code_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace prima::directory {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits of a code, or nothing when a point stands where none may.
std::optional<std::string> digits_of(std::string_view text) {
  const bool pointed = text.find('.') != std::string_view::npos;
  std::string digits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool place_of_point = pointed && (at == 2 || at == 5 || at == 8);
    if (place_of_point != (text[at] == '.')) return std::nullopt;
    if (place_of_point) continue;
    if (!is_digit(text[at])) return std::nullopt;
    digits += text[at];
  }
  return digits;
}

int pair_at(std::string_view digits, std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); }

std::string with_points(std::string_view digits) {
  std::string text(digits.substr(0, 2));
  if (digits.size() >= 4) text.append(".").append(digits.substr(2, 2));
  if (digits.size() >= 6) text.append(".").append(digits.substr(4, 2));
  if (digits.size() == 10) text.append(".").append(digits.substr(6, 4));
  return text;
}

// What the digits name; nothing when a pair is not one that is given out.
std::optional<RegionLevel> level_of(std::string_view digits) {
  if (pair_at(digits, 0) < 11) return std::nullopt;
  if (digits.size() == 2) return RegionLevel::province;
  const int second = pair_at(digits, 2);
  if (second == 0 || second == 70) return std::nullopt;
  if (digits.size() == 4) return second < 70 ? RegionLevel::regency : RegionLevel::city;
  if (pair_at(digits, 4) == 0) return std::nullopt;
  if (digits.size() == 6) return RegionLevel::district;
  const char kind = digits[6];
  return kind >= '1' && kind <= '3' && digits.substr(7) != "000" ? std::optional(RegionLevel::village) : std::nullopt;
}

}  // namespace

std::optional<RegionCode> parse_region_code(std::string_view text) {
  constexpr std::array<std::size_t, 4> lengths = {2, 4, 6, 10};
  if (text.size() > 13) return std::nullopt;
  const auto digits = digits_of(text);
  if (!digits || std::find(lengths.begin(), lengths.end(), digits->size()) == lengths.end()) return std::nullopt;
  const auto level = level_of(*digits);
  if (!level) return std::nullopt;
  RegionCode code{with_points(*digits), *level};
  if (text.find('.') != std::string_view::npos && code.text != text) return std::nullopt;
  return code;
}

std::string_view parent_code(std::string_view code) {
  const auto point = code.rfind('.');
  return point == std::string_view::npos ? std::string_view{} : code.substr(0, point);
}

}  // namespace prima::directory
