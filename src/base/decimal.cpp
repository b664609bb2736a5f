#include "base/decimal.h"

#include <fmt/format.h>

#include <string>

#include "base/text.h"

namespace prima {

namespace {

constexpr std::size_t longest_number = 64;

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_not_finite(std::string_view text) {
  std::string lower = lowered(text);
  if (!lower.empty() && (lower.front() == '-' || lower.front() == '+')) lower.erase(0, 1);
  return lower == "nan" || lower == "inf" || lower == "infinity";
}

bool is_decimal_comma(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return false;
  std::string repaired(text);
  repaired[comma] = '.';
  return parse_decimal(repaired).has_value();
}

bool is_exponent(std::string_view text) {
  const std::size_t letter = text.find_first_of("eE");
  if (letter == std::string_view::npos || !parse_decimal(text.substr(0, letter))) return false;
  std::string_view power = text.substr(letter + 1);
  if (!power.empty() && (power.front() == '+' || power.front() == '-')) power.remove_prefix(1);
  return is_digits(power);
}

NumberProblem why_not(std::string_view text) {
  if (text.empty()) return NumberProblem::empty;
  if (text.size() > longest_number) return NumberProblem::too_long;
  if (is_decimal_comma(text)) return NumberProblem::decimal_comma;
  if (is_exponent(text)) return NumberProblem::exponent;
  if (is_not_finite(text)) return NumberProblem::not_finite;
  return NumberProblem::not_a_number;
}

}  // namespace

Result<Rational, NumberProblem> parse_decimal(std::string_view text) {
  if (text.size() > longest_number) return failure(NumberProblem::too_long);
  std::string_view rest = text;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);
  const std::size_t point = rest.find('.');
  const std::string_view before = rest.substr(0, point);
  const std::string_view after = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
  const bool well_formed = is_digits(before) && (point == std::string_view::npos || is_digits(after));
  if (!well_formed) return failure(why_not(text));
  const Rational size = Rational::whole(std::string(before) + std::string(after)) *
                        Rational::power_of_ten(-static_cast<int>(after.size()));
  return negative ? -size : size;
}

Result<Rational, NumberProblem> parse_number(std::string_view text) {
  if (text.size() > longest_number) return failure(NumberProblem::too_long);
  if (!text.empty() && text.back() == '%') {
    return parse_decimal(text.substr(0, text.size() - 1)).map([](const Rational& percent) {
      return percent / Rational(100);
    });
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_decimal(text);
  const auto top = parse_decimal(text.substr(0, slash));
  const auto bottom = parse_decimal(text.substr(slash + 1));
  if (!top || !bottom) return failure(NumberProblem::not_a_number);
  if (bottom->is_zero()) return failure(NumberProblem::zero_denominator);
  return *top / *bottom;
}

Words describe(NumberProblem problem, std::string_view text) {
  const std::string shown = shown_to_people(text);
  switch (problem) {
    case NumberProblem::empty:
      return {"nilainya kosong; isi dengan angka, misalnya 91.70", "the value is empty; write a number such as 91.70"};
    case NumberProblem::too_long:
      return {fmt::format("angka \"{}\" terlalu panjang; paling banyak {} karakter", shown, longest_number),
              fmt::format("the number \"{}\" is too long; at most {} characters", shown, longest_number)};
    case NumberProblem::decimal_comma:
      return {fmt::format("\"{}\" memakai koma desimal; tulis dengan titik", shown),
              fmt::format("\"{}\" has a decimal comma; write it with a point", shown)};
    case NumberProblem::exponent:
      return {fmt::format("\"{}\" memakai pangkat; tulis angkanya secara lengkap", shown),
              fmt::format("\"{}\" has an exponent; write the number in full", shown)};
    case NumberProblem::not_finite:
      return {fmt::format("\"{}\" bukan angka berhingga; tulis angka biasa, misalnya 91.70", shown),
              fmt::format("\"{}\" is not a finite number; write a plain number such as 91.70", shown)};
    case NumberProblem::zero_denominator:
      return {fmt::format("\"{}\" membagi dengan nol; perbaiki penyebutnya", shown),
              fmt::format("\"{}\" divides by zero; correct the denominator", shown)};
    case NumberProblem::not_a_number:
      return {fmt::format("\"{}\" bukan angka; tulis misalnya 91.70", shown),
              fmt::format("\"{}\" is not a number; write for example 91.70", shown)};
  }
  return {};
}

}  // namespace prima
