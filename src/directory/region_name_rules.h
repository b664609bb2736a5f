#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "directory/region_code_rules.h"

namespace prima::directory {

// A name of a region as a person writes it, taken apart: "Pemkot Pangkalpinang" is the city whose key is
// "pangkalpinang".
struct RegionName {
  std::string key;                   // letters and digits of what remains, lower case, without spaces
  std::optional<RegionLevel> level;  // that the words before it name; nothing when they name none

  bool operator==(const RegionName&) const = default;
};

// Takes off the words that say what kind of region it is, in full or abbreviated ("Kabupaten", "kab.", "Pemerintah
// Kota", "Provinsi", "Kec.", "Administrasi"). Spelling marks, spaces and case do not matter: "Bau-Bau", "BAUBAU" and
// "Bau Bau" have one key.
RegionName parse_region_name(std::string_view text);

}  // namespace prima::directory
