#include "html/badge.h"

#include <string>

#include "base/assert.h"
#include "html/text.h"

namespace prima::html {
namespace {

std::string classes(std::string_view first, Tone tone) {
  return std::string(first).append(" ").append(css_class(tone));
}

// Circle, triangle, square: told apart without colour.
void zone_shape(Writer& w, Tone tone) {
  w.svg({{"class", "shape"}, {"viewBox", "0 0 12 12"}, {"aria-hidden", "true"}, {"focusable", "false"}}, [&] {
    if (tone == Tone::good) {
      w.circle({{"cx", 6}, {"cy", 6}, {"r", 6}});
    } else if (tone == Tone::middle) {
      w.path({{"d", "M6 .5 12 11.5H0z"}});
    } else {
      w.rect({{"x", 1}, {"y", 1}, {"width", 10}, {"height", 10}});
    }
  });
}

Text zone_text(Tone tone) {
  if (tone == Tone::good) return Text::badge_zone_green;
  return tone == Tone::middle ? Text::badge_zone_yellow : Text::badge_zone_red;
}

struct StandingLook {
  std::string_view css;
  Icon icon;
  Text name;
  Text meaning;
};

StandingLook look(Standing standing) {
  switch (standing) {
    case Standing::official:
      return {"standing standing-official", Icon::badge_check, Text::badge_official, Text::badge_official_meaning};
    case Standing::inferred:
      return {"standing standing-inferred", Icon::circle_help, Text::badge_inferred, Text::badge_inferred_meaning};
    case Standing::ours:
      return {"standing standing-ours", Icon::pencil, Text::badge_ours, Text::badge_ours_meaning};
  }
  PRIMA_UNREACHABLE("standing");
}

}  // namespace

void category_badge(Writer& w, const Category& category) {
  w.span({{"class", classes("category", category.tone)}}, [&] {
    w.span({{"class", "category-key"}}, [&] {
      if (category.quality.empty()) {
        w.span({{"class", "hidden-text"}}, say(Text::badge_category, category.key));
        w.span({{"aria-hidden", "true"}}, category.key);
      } else {
        w.text(category.key);
      }
    });
    if (!category.quality.empty()) w.span(category.quality);
  });
}

void zone_badge(Writer& w, std::string_view official_name) {
  const Tone tone = tone_of_zone(official_name);
  if (official_name.empty()) return w.span({{"class", "small"}}, Text::badge_zone_none);
  w.span({{"class", classes("tag", tone)}}, [&] {
    if (tone == Tone::neutral) return w.text(official_name);
    zone_shape(w, tone);
    w.text(zone_text(tone));
  });
}

void tag(Writer& w, Tone tone, const Content& words) { w.span({{"class", classes("tag", tone)}}, words); }

void tag(Writer& w, Tone tone, Icon which, const Content& words) {
  w.span({{"class", classes("tag", tone)}}, [&] {
    icon(w, which);
    w.span(words);
  });
}

void standing_badge(Writer& w, Standing standing) {
  const StandingLook shown = look(standing);
  w.span({{"class", shown.css}}, [&] {
    icon(w, shown.icon);
    w.text(shown.name);
  });
}

void standing_legend(Writer& w) {
  w.dl({{"class", "legend"}}, [&] {
    for (const Standing standing : {Standing::official, Standing::inferred, Standing::ours}) {
      w.dt([&] { standing_badge(w, standing); });
      w.dd(look(standing).meaning);
    }
  });
}

}  // namespace prima::html
