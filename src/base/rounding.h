#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/rational.h"
#include "base/words.h"

namespace prima {

// half_up: a tie goes away from zero. half_even: a tie goes to the even last digit (IEEE 754 roundTiesToEven). down:
// digits are cut off, towards zero.
enum class RoundingMode { half_up, half_even, down };

// Where and how a figure is rounded. `places` counts digits after the decimal point, 0 to 30.
struct Rounding {
  int places = 2;
  RoundingMode mode = RoundingMode::half_up;

  bool operator==(const Rounding&) const = default;
};

// "half_up", "half_even" or "down", as in instrument files.
std::string_view name(RoundingMode mode);
std::optional<RoundingMode> rounding_mode(std::string_view name);

Rational round(const Rational& value, const Rounding& rounding);

// The rounded value with exactly `rounding.places` digits after the point: "91.70".
std::string fixed(const Rational& value, const Rounding& rounding);

// The value in full where its decimal expansion ends within 30 places ("0.2185", "5"), otherwise its fraction ("1/9").
std::string plain(const Rational& value);

// A decimal as a sentence of that language writes it: "91,70" in Indonesian, "91.70" in English. For people only; what
// programs read keeps the point.
std::string with_decimal_mark(std::string decimal, Language language);

}  // namespace prima
