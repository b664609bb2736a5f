#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace prima::html {

// How good something is, as a colour and a shape; never shown without words. From deep green to red; `neutral` says
// nothing.
enum class Tone : std::uint8_t { top, good, middle, low, bottom, neutral };

// "tone-good", as the style sheet knows it.
std::string_view css_class(Tone tone);

// By the official name of a zone: Hijau, Kuning, Merah; anything else is neutral.
Tone tone_of_zone(std::string_view zone);

// For band `index` (0 is the best) of `count` bands.
Tone tone_of_band(std::size_t index, std::size_t count);

}  // namespace prima::html
