// Any bytes as a number: either a reason, or a value that its own writing gives back.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/assert.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"

namespace {

using namespace prima;

void check_value(const Rational& value) {
  PRIMA_ASSERT(parse_number(plain(value)) == value || plain(value).size() > 64);
  PRIMA_ASSERT(value.floor() <= value && value < value.floor() + Rational(1));
  for (const RoundingMode mode : {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down}) {
    const Rounding rounding{2, mode};
    const Rational rounded = round(value, rounding);
    const Rational distance = value < rounded ? rounded - value : value - rounded;
    PRIMA_ASSERT(distance <= Rational::ratio(1, mode == RoundingMode::down ? 100 : 200));
    PRIMA_ASSERT(round(rounded, rounding) == rounded);
    const std::string text = fixed(value, rounding);
    PRIMA_ASSERT(text.size() > 64 || parse_decimal(text) == rounded);
  }
}

void check_reason(NumberProblem problem, std::string_view text) {
  const Words words = describe(problem, text);
  PRIMA_ASSERT(!words.id.empty() && !words.en.empty());
  PRIMA_ASSERT(!first_invalid_utf8(words.id) && !first_invalid_utf8(words.en));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto decimal = parse_decimal(text);
  const auto number = parse_number(text);
  if (decimal) PRIMA_ASSERT(number == *decimal);
  number ? check_value(*number) : check_reason(number.error(), text);
  if (const auto date = parse_date(text)) PRIMA_ASSERT(iso(*date) == text);
  return 0;
}
