#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/rational.h"
#include "scoring/classify.h"
#include "scoring/compiled.h"

namespace prima::scoring {

// All that one unit answered, added up.
struct UnitAnswers {
  std::string unit;
  std::vector<Tally> tallies;  // one for each indicator, in the instrument's order
  std::int64_t products = 1;   // how many products of the unit were looked at, at least 1
  bool not_assessed = false;   // the whole unit was not assessed; its answers do not count
};

// What became of one indicator or dimension in a unit.
enum class PartState {
  counted,         // it was answered and counts
  missing,         // mandatory, but without an answer: counts as zero
  left_out,        // optional and without an answer: leaves numerator and denominator
  not_applicable,  // answered NA: leaves numerator and denominator
  informational    // never counts
};

struct DimensionScore {
  PartState state = PartState::counted;  // counted, or left_out when nothing in it counts
  Rational exact;                        // on the instrument's scale
  Rational contribution;                 // to the unit's exact score
};

struct UnitScore {
  bool assessed = true;  // false: nothing below holds a value
  Classification classification;
  std::vector<DimensionScore> dimensions;  // in the instrument's order
  std::vector<std::size_t> missing;        // mandatory indicators without an answer
};

// What an indicator's answers in a unit came to.
PartState state_of(const CompiledIndicator& indicator, const Tally& tally);

// The exact mean of an indicator's answers, in points; zero when there are none.
Rational mean_of(const CompiledIndicator& indicator, const Tally& tally);

// The weight of an indicator inside its dimension, where the dimension takes the mean: 1.
Rational weight_of(const instrument::Dimension& dimension, const instrument::Indicator& indicator);

// Computes the score of one unit as docs/reference/instrument-format.md lays down ("How a score is made"), exactly, and
// names it.
//
// Unanswered optional indicators leave numerator and denominator; unanswered mandatory ones count as zero and stand in
// `missing`. When nothing at all counts the unit is not assessed. Rounding happens only where the instrument asks.
// Pure: safe from any thread.
UnitScore score_unit(const Compiled& compiled, const UnitAnswers& answers);

}  // namespace prima::scoring
