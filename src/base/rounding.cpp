#include "base/rounding.h"

#include <algorithm>
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

// last_places() in 128-bit integers; nothing when they do not suffice. The common case of every published figure.
std::optional<int128> small_last_places(const Rational& size, const Rounding& rounding) {
  const auto parts = size.parts();
  int128 top = parts ? parts->numerator : 0;
  for (int place = 0; parts && place < rounding.places; ++place) {
    if (__builtin_mul_overflow(top, int128{10}, &top)) return std::nullopt;
  }
  int128 twice = 0;
  if (!parts || __builtin_mul_overflow(top % parts->denominator, int128{2}, &twice)) return std::nullopt;
  const int128 below = top / parts->denominator;
  const bool tie = twice == parts->denominator;
  const bool upper_half = twice > parts->denominator;
  switch (rounding.mode) {
    case RoundingMode::down:
      return below;
    case RoundingMode::half_up:
      return upper_half || tie ? below + 1 : below;
    case RoundingMode::half_even:
      return upper_half || (tie && below % 2 != 0) ? below + 1 : below;
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

namespace {

// The rounded size of the value in units of its last place, without its sign: 91.704 at two places is 9170.
Rational last_places(const Rational& size, const Rounding& rounding) {
  if (const auto whole = small_last_places(size, rounding)) return Rational::ratio(*whole, 1);
  return round_to_whole(size * Rational::power_of_ten(rounding.places), rounding.mode);
}

}  // namespace

Rational round(const Rational& value, const Rounding& rounding) {
  PRIMA_ASSERT(rounding.places >= 0 && rounding.places <= most_places);
  const bool negative = value.sign() < 0;
  const Rational size = last_places(negative ? -value : value, rounding) / Rational::power_of_ten(rounding.places);
  return negative ? -size : size;
}

std::string fixed(const Rational& value, const Rounding& rounding) {
  PRIMA_ASSERT(rounding.places >= 0 && rounding.places <= most_places);
  const bool below_zero = value.sign() < 0;
  const Rational size = last_places(below_zero ? -value : value, rounding);
  std::string digits = size.fraction();
  const auto places = static_cast<std::size_t>(rounding.places);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return below_zero && !size.is_zero() ? "-" + digits : digits;
}

std::string plain(const Rational& value) {
  for (int places = 0; places <= most_places; ++places) {
    const Rounding rounding{places, RoundingMode::down};
    if (round(value, rounding) == value) return fixed(value, rounding);
  }
  return value.fraction();
}

std::string with_decimal_mark(std::string decimal, Language language) {
  if (language == Language::id) std::replace(decimal.begin(), decimal.end(), '.', ',');
  return decimal;
}

}  // namespace prima
