#pragma once

#include <string_view>

#include "base/rational.h"
#include "base/result.h"
#include "base/words.h"

namespace prima {

// Why a text is not a number of ours, in order of precedence.
enum class NumberProblem { empty, too_long, decimal_comma, exponent, not_finite, zero_denominator, not_a_number };

// Reads a decimal: an optional sign, digits, optionally a point and digits ("91.70", "-3", "0.5"). At most 64
// characters. Neither exponent, decimal comma, thousands separator, white space nor NaN is accepted, so what is read is
// exactly what was written.
Result<Rational, NumberProblem> parse_decimal(std::string_view text);

// Reads a decimal, a fraction "1/9" or a percentage "12.22%".
Result<Rational, NumberProblem> parse_number(std::string_view text);

// A sentence that shows `text` (shortened, control characters replaced), says what is wrong with it and what to write
// instead.
Words describe(NumberProblem problem, std::string_view text);

}  // namespace prima
