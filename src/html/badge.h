#pragma once

#include <string_view>

#include "html/icon.h"
#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

// A category as its letter in a coloured tile with its name beside it: [A] Kualitas Tertinggi. `quality` may be empty;
// then the letter stands alone, with the word "category" for screen readers. A key longer than two characters is shown
// as a word.
struct Category {
  std::string_view key = {};
  Content quality = {};
  Tone tone = Tone::neutral;
};
void category_badge(Writer& w, const Category& category);

// A zone by its official name (Hijau, Kuning, Merah), shown in the writer's language with a shape of its own. An empty
// name shows "not printed".
void zone_badge(Writer& w, std::string_view official_name);

// A short mark with words: tag(w, Tone::bottom, Icon::triangle_alert, Text::registry_contradiction).
void tag(Writer& w, Tone tone, const Content& words);
void tag(Writer& w, Tone tone, Icon icon, const Content& words);

// Where an element of an instrument comes from. It stands wherever the element is shown.
enum class Standing { official, inferred, ours };
void standing_badge(Writer& w, Standing standing);
// What the three marks mean; once on each page that shows them.
void standing_legend(Writer& w);

}  // namespace prima::html
