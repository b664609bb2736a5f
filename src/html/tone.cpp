#include "html/tone.h"

#include "base/assert.h"

namespace prima::html {

std::string_view css_class(Tone tone) {
  switch (tone) {
    case Tone::top:
      return "tone-top";
    case Tone::good:
      return "tone-good";
    case Tone::middle:
      return "tone-middle";
    case Tone::low:
      return "tone-low";
    case Tone::bottom:
      return "tone-bottom";
    case Tone::neutral:
      return "tone-neutral";
  }
  PRIMA_UNREACHABLE("tone");
}

Tone tone_of_zone(std::string_view zone) {
  if (zone == "Hijau") return Tone::good;
  if (zone == "Kuning") return Tone::middle;
  if (zone == "Merah") return Tone::bottom;
  return Tone::neutral;
}

Tone tone_of_band(std::size_t index, std::size_t count) {
  PRIMA_ASSERT(index < count);
  if (count == 1) return Tone::neutral;
  // Five tones spread over the bands, so that the best is always `top` and the worst always `bottom`.
  return static_cast<Tone>((index * 4 + (count - 1) / 2) / (count - 1));
}

}  // namespace prima::html
