#pragma once

#include <span>
#include <string>
#include <string_view>

#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

struct TileValue {
  std::string code = {};   // of the province: "32"
  std::string shown = {};  // on the tile, short: "87,42"
  std::string path = {};   // where the tile leads, without language; empty: no link
  Tone tone = Tone::neutral;
  Content detail = {};  // the rest of what a screen reader reads: "zona hijau, 12 pemerintah"
};

// One entry of the key below the map.
struct TileKey {
  Tone tone = {};
  Content label = {};
};

// The 38 provinces, each one equal tile with its abbreviation and value; a list of links for keyboards and screen
// readers. Provinces without a value say so. On a narrow screen the west stands above the east.
struct TileMap {
  Content label = {};  // names the list for screen readers
  std::span<const TileValue> values = {};
  std::span<const TileKey> key = {};
};
void tile_map(Writer& w, const TileMap& map);

}  // namespace prima::html
