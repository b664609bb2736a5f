#pragma once

#include <span>
#include <string_view>

#include "base/words.h"

namespace prima::html {

// A province, and its tile on our map.
struct Province {
  std::string_view code = {};          // of the Ministry of Home Affairs: "32"
  std::string_view name = {};          // "Jawa Barat"; the same in every language
  std::string_view english = {};       // "West Java"
  std::string_view abbreviation = {};  // fits a tile: "Jabar"
  int row = 0;                         // of the map, from 1; its classes in the style sheet come from here
  int column = 0;

  std::string_view in(Language language) const { return language == Language::id ? name : english; }
};

// All 38, by code.
//
// Source of codes and names: Keputusan Menteri Dalam Negeri on codes and data of government regions, with the provinces
// of Papua founded by UU 14, 15, 16 and 29 of 2022, and Daerah Khusus Jakarta as named by UU 2/2024. The places of the
// tiles are ours: each province one equal square, the archipelago still recognisable; no boundary is claimed.
std::span<const Province> provinces();

// The province with that code, or nullptr.
const Province* find_province(std::string_view code);

}  // namespace prima::html
