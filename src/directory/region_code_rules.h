#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prima::directory {

enum class RegionLevel : std::uint8_t { province, regency, city, district, village };

// A code of the Ministry of Home Affairs that has the right form; whether there is such a region is another question.
struct RegionCode {
  std::string text;  // with points: "33", "33.74", "33.74.01", "33.74.01.1001"
  RegionLevel level = RegionLevel::province;

  bool operator==(const RegionCode&) const = default;
};

// Reads 2, 4, 6 or 10 digits, with points after the second, fourth and sixth or with none. The second pair says what it
// names: 01 to 69 a regency, 71 to 99 a city. The last four begin with 1 (kelurahan), 2 (desa) or 3 (desa adat).
// Source: Permendagri 137/2017, article 4.
std::optional<RegionCode> parse_region_code(std::string_view text);

// The code one level up: "33.74" -> "33"; empty for a province. `code` has points.
std::string_view parent_code(std::string_view code);

}  // namespace prima::directory
