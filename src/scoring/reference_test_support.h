#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <string>
#include <vector>

#include "instrument/model.h"

// The score of a unit once more, as docs/reference/instrument-format.md says it, as slowly and plainly as can be and
// with other arithmetic, to hold against the engine.
namespace prima::scoring::test {

using Fraction = boost::multiprecision::cpp_rational;

inline Fraction fraction(const Rational& value) { return Fraction(value.fraction()); }

// The answers of a unit: for each indicator the places of the choices that were given, one for each respondent.
inline constexpr int not_applicable = -1;
inline constexpr int missing = -2;
using PlacesByIndicator = std::vector<std::vector<int>>;

struct ReferenceScore {
  bool assessed = false;
  Fraction exact;
  std::string rounded;
  std::string band;
};

inline std::string half_even_with_two_places(const Fraction& value) {
  using boost::multiprecision::cpp_int;
  const Fraction hundredfold = value * 100;
  cpp_int whole = numerator(hundredfold) / denominator(hundredfold);
  const Fraction rest = hundredfold - whole;
  if (rest > Fraction(1, 2) || (rest == Fraction(1, 2) && whole % 2 == 1)) whole += 1;
  const std::string cents = cpp_int(whole % 100).str();
  return cpp_int(whole / 100).str() + "." + (cents.size() == 1 ? "0" : "") + cents;
}

inline ReferenceScore reference_score(const instrument::Instrument& method, const PlacesByIndicator& places) {
  Fraction unit_sum = 0;
  Fraction unit_weight = 0;
  for (const instrument::Dimension& dimension : method.dimensions) {
    Fraction sum = 0;
    Fraction weight = 0;
    for (std::size_t i = dimension.first_indicator; i < dimension.first_indicator + dimension.indicator_count; ++i) {
      const instrument::Indicator& indicator = method.indicators[i];
      Fraction points = 0;
      Fraction most = 0;
      int answers = 0;
      bool excused = false;
      for (const instrument::Choice& choice : indicator.choices) most = std::max(most, fraction(choice.points));
      for (const int place : places[i]) {
        if (place == not_applicable) excused = true;
        if (place < 0) continue;
        points += fraction(indicator.choices[static_cast<std::size_t>(place)].points);
        ++answers;
      }
      if (indicator.informational) continue;
      if (answers == 0 && (excused || !indicator.mandatory)) continue;
      const bool alike = dimension.aggregate == instrument::DimensionAggregate::mean;
      const Fraction own = alike ? Fraction(1) : fraction(*indicator.weight);
      weight += own;
      if (answers > 0) sum += own * (points / answers) / most;
    }
    if (weight == 0) continue;
    unit_sum += fraction(dimension.weight) * (fraction(method.scale_max) * sum / weight);
    unit_weight += fraction(dimension.weight);
  }
  ReferenceScore score;
  if (unit_weight == 0) return score;
  score.assessed = true;
  score.exact = unit_sum / unit_weight;
  score.rounded = half_even_with_two_places(score.exact);
  for (const instrument::Band& band : method.bands) {
    const Fraction rounded(
        boost::multiprecision::cpp_int(std::string(score.rounded).erase(score.rounded.size() - 3, 1)), 100);
    if (rounded >= fraction(band.min) && rounded <= fraction(band.max)) score.band = band.key;
  }
  return score;
}

}  // namespace prima::scoring::test
