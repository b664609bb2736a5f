#pragma once

#include <string_view>

#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

// How much of a whole: a bar with the figure beside it. Numbers are exact decimals.
struct Meter {
  Content label = {};           // above the bar; when empty, the words around must say what it is
  std::string_view value = {};  // "88.00"
  std::string_view maximum = "100";
  Content shown = {};  // what stands at the end; the value in the writer's language when empty
  Tone tone = Tone::neutral;
};
void meter(Writer& w, const Meter& meter);

}  // namespace prima::html
