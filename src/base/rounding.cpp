#include "base/rounding.h"

#include <array>
#include <utility>

#include "base/assert.h"

namespace prima {

namespace {

constexpr int most_places = 30;
constexpr std::array<std::pair<RoundingMode, std::string_view>, 3> names = {
    {{RoundingMode::half_up, "half_up"}, {RoundingMode::half_even, "half_even"}, {RoundingMode::down, "down"}}};

bool is_even(const Rational& whole) { return (whole / Rational(2)).is_whole(); }

// Rounds a value that is not negative to a whole number.
Rational round_to_whole(const Rational& value, RoundingMode mode) {
  const Rational below = value.floor();
  const std::strong_ordering half = (value - below) <=> Rational::ratio(1, 2);
  switch (mode) {
    case RoundingMode::down:
      return below;
    case RoundingMode::half_up:
      return half < 0 ? below : below + Rational(1);
    case RoundingMode::half_even:
      if (half == 0) return is_even(below) ? below : below + Rational(1);
      return half < 0 ? below : below + Rational(1);
  }
  PRIMA_UNREACHABLE("every rounding mode is handled");
}

}  // namespace

std::string_view name(RoundingMode mode) {
  for (const auto& [known, text] : names) {
    if (known == mode) return text;
  }
  PRIMA_UNREACHABLE("every rounding mode has a name");
}

std::optional<RoundingMode> rounding_mode(std::string_view text) {
  for (const auto& [mode, known] : names) {
    if (known == text) return mode;
  }
  return std::nullopt;
}

Rational round(const Rational& value, const Rounding& rounding) {
  PRIMA_ASSERT(rounding.places >= 0 && rounding.places <= most_places);
  const Rational scale = Rational::power_of_ten(rounding.places);
  const Rational size = round_to_whole((value.sign() < 0 ? -value : value) * scale, rounding.mode) / scale;
  return value.sign() < 0 ? -size : size;
}

std::string fixed(const Rational& value, const Rounding& rounding) {
  const Rational rounded = round(value, rounding);
  const bool negative = rounded.sign() < 0;
  const Rational size = negative ? -rounded : rounded;
  std::string digits = (size * Rational::power_of_ten(rounding.places)).fraction();
  const auto places = static_cast<std::size_t>(rounding.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return negative ? "-" + digits : digits;
}

std::string plain(const Rational& value) {
  for (int places = 0; places <= most_places; ++places) {
    const Rounding rounding{places, RoundingMode::down};
    if (round(value, rounding) == value) return fixed(value, rounding);
  }
  return value.fraction();
}

}  // namespace prima
