#include "html/tile_map.h"

#include <algorithm>

#include "html/province.h"
#include "html/text.h"

namespace prima::html {
namespace {

const TileValue* value_of(const Province& province, std::span<const TileValue> values) {
  const auto found =
      std::find_if(values.begin(), values.end(), [&](const TileValue& value) { return value.code == province.code; });
  return found == values.end() ? nullptr : &*found;
}

// The whole name comes first for a screen reader; the abbreviation is for the eye.
void tile_words(Writer& w, const Province& province, const TileValue* value) {
  w.span({{"class", "hidden-text"}}, [&] {
    w.text(province.in(w.language()));
    w.text(": ");
  });
  w.span({{"class", "tile-name"}, {"aria-hidden", "true"}}, province.abbreviation);
  if (value == nullptr) {
    w.span({{"class", "tile-value"}, {"aria-hidden", "true"}}, "–");
    w.span({{"class", "hidden-text"}}, Text::map_no_value);
    return;
  }
  w.span({{"class", "tile-value"}}, value->shown);
  if (value->detail.empty()) return;
  w.span({{"class", "hidden-text"}}, [&] {
    w.text(", ");
    w.add(value->detail);
  });
}

void tile(Writer& w, const Province& province, const TileValue* value) {
  const Tone tone = value == nullptr ? Tone::neutral : value->tone;
  const std::string css = std::string("tile ").append(value == nullptr ? "tile-none" : css_class(tone));
  w.li({{"class", std::string("at-").append(province.code)}}, [&] {
    const auto words = [&] { tile_words(w, province, value); };
    if (value != nullptr && !value->path.empty()) {
      w.a({{"class", css}, {"href", w.url(value->path)}, {"title", province.in(w.language())}}, words);
    } else {
      w.span({{"class", css}, {"title", province.in(w.language())}}, words);
    }
  });
}

void key(Writer& w, const TileMap& map) {
  if (map.key.empty()) return;
  w.ul({{"class", "map-key"}, {"aria-label", Text::map_key}}, [&] {
    for (const TileKey& entry : map.key) {
      w.li([&] {
        w.span({{"class", std::string("swatch ").append(css_class(entry.tone))}, {"aria-hidden", "true"}}, Content());
        w.span(entry.label);
      });
    }
  });
}

}  // namespace

void tile_map(Writer& w, const TileMap& map) {
  w.div({{"class", "map"}}, [&] {
    // On a narrow screen the style sheet writes the two names above west and east.
    w.ul({{"class", "tiles"},
          {"aria-label", w.plain(map.label)},
          {"data-west", Text::map_west},
          {"data-east", Text::map_east}},
         [&] {
           for (const Province& province : provinces()) tile(w, province, value_of(province, map.values));
         });
    key(w, map);
    w.p({{"class", "small"}}, Text::map_note);
  });
}

}  // namespace prima::html
