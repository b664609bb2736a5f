#include "scoring/unit_score.h"

#include <numeric>

#include "base/assert.h"

namespace prima::scoring {

using instrument::Dimension;
using instrument::DimensionAggregate;
using instrument::Gate;
using instrument::Indicator;

namespace {

// The sum of weighted shares and the sum of weights of one dimension; its score is scale.max * shares / weights.
struct Sums {
  Rational shares;
  Rational weights;
};

Sums sums_in_fractions(const Compiled& compiled, const Dimension& dimension, const UnitAnswers& answers) {
  Sums sums;
  for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
    const std::size_t place = dimension.first_indicator + i;
    const CompiledIndicator& indicator = compiled.indicators()[place];
    const PartState state = state_of(indicator, answers.tallies[place]);
    if (state != PartState::counted && state != PartState::missing) continue;
    const Rational weight = weight_of(dimension, *indicator.source);
    sums.weights += weight;
    sums.shares += weight * mean_of(indicator, answers.tallies[place]) / indicator.maximum;
  }
  return sums;
}

// The common multiple of how often each counted indicator was answered, or nothing when it grows too large.
std::optional<std::int64_t> common_count(const Dimension& dimension, const UnitAnswers& answers) {
  constexpr std::int64_t enough = std::int64_t{1} << 40U;
  std::int64_t multiple = 1;
  for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
    const Tally& tally = answers.tallies[dimension.first_indicator + i];
    if (tally.rest) return std::nullopt;
    if (tally.answers <= 1 || multiple % tally.answers == 0) continue;
    const std::int64_t step = tally.answers / std::gcd(multiple, tally.answers);
    if (multiple > enough / step) return std::nullopt;
    multiple *= step;
  }
  return multiple;
}

// The same as sums_in_fractions() in whole 128-bit numbers; nothing when they do not suffice.
std::optional<Sums> sums_in_whole_numbers(const Compiled& compiled, std::size_t at, const UnitAnswers& answers) {
  const CompiledDimension& dimension = compiled.dimensions()[at];
  if (dimension.base == 0) return std::nullopt;
  const auto count = common_count(*dimension.source, answers);
  if (!count) return std::nullopt;
  int128 total = 0;
  Rational weights = dimension.weights;
  for (std::size_t i = 0; i < dimension.source->indicator_count; ++i) {
    const std::size_t place = dimension.source->first_indicator + i;
    const CompiledIndicator& indicator = compiled.indicators()[place];
    const Tally& tally = answers.tallies[place];
    const PartState state = state_of(indicator, tally);
    if (state == PartState::missing || state == PartState::informational) continue;
    if (state != PartState::counted) {
      weights -= weight_of(*dimension.source, *indicator.source);
      continue;
    }
    int128 term = 0;
    const bool overflow = __builtin_mul_overflow(static_cast<int128>(indicator.factor) * tally.sum,
                                                 static_cast<int128>(*count / tally.answers), &term) ||
                          __builtin_add_overflow(total, term, &total);
    if (overflow) return std::nullopt;
  }
  int128 bottom = 0;
  if (__builtin_mul_overflow(static_cast<int128>(dimension.base), static_cast<int128>(*count), &bottom))
    return std::nullopt;
  return Sums{Rational::ratio(total, bottom), weights};
}

Sums sums_of(const Compiled& compiled, std::size_t at, const UnitAnswers& answers) {
  const auto fast = sums_in_whole_numbers(compiled, at, answers);
  return fast ? *fast : sums_in_fractions(compiled, *compiled.dimensions()[at].source, answers);
}

bool met(const Compiled& compiled, const Gate& gate, const UnitAnswers& answers,
         const std::vector<DimensionScore>& dimensions) {
  switch (gate.condition) {
    case Gate::Condition::oversight_is:
      return false;
    case Gate::Condition::indicator_below: {
      const std::size_t place = *compiled.find(gate.part);
      const PartState state = state_of(compiled.indicators()[place], answers.tallies[place]);
      const bool counts = state == PartState::counted || state == PartState::missing;
      return counts && mean_of(compiled.indicators()[place], answers.tallies[place]) < gate.below;
    }
    case Gate::Condition::dimension_below:
      for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (compiled.dimensions()[i].source->id == gate.part)
          return dimensions[i].state == PartState::counted && dimensions[i].exact < gate.below;
      }
      return false;
  }
  PRIMA_UNREACHABLE("every condition of a gate is handled");
}

std::vector<const Gate*> gates_of(const Compiled& compiled, const UnitAnswers& answers,
                                  const std::vector<DimensionScore>& dimensions) {
  std::vector<const Gate*> gates;
  for (const Gate& gate : compiled.instrument().gates) {
    if (gate.subject == Gate::Subject::unit && met(compiled, gate, answers, dimensions)) gates.push_back(&gate);
  }
  return gates;
}

void note_missing(const Compiled& compiled, const UnitAnswers& answers, UnitScore& score) {
  for (std::size_t i = 0; i < answers.tallies.size(); ++i) {
    if (state_of(compiled.indicators()[i], answers.tallies[i]) == PartState::missing) score.missing.push_back(i);
  }
}

}  // namespace

PartState state_of(const CompiledIndicator& indicator, const Tally& tally) {
  if (indicator.source->informational) return PartState::informational;
  if (tally.answers > 0) return PartState::counted;
  if (tally.not_applicable > 0) return PartState::not_applicable;
  return indicator.source->mandatory ? PartState::missing : PartState::left_out;
}

Rational mean_of(const CompiledIndicator& indicator, const Tally& tally) {
  if (tally.answers == 0) return {};
  return tally.points(indicator.denominator) / Rational(tally.answers);
}

Rational weight_of(const Dimension& dimension, const Indicator& indicator) {
  return dimension.aggregate == DimensionAggregate::mean ? Rational(1) : indicator.weight.value_or(Rational());
}

UnitScore score_unit(const Compiled& compiled, const UnitAnswers& answers) {
  PRIMA_ASSERT(answers.tallies.size() == compiled.indicators().size());
  UnitScore score;
  score.dimensions.resize(compiled.dimensions().size());
  Rational weights;
  for (std::size_t i = 0; i < score.dimensions.size() && !answers.not_assessed; ++i) {
    DimensionScore& dimension = score.dimensions[i];
    const Sums sums = sums_of(compiled, i, answers);
    dimension.state = sums.weights.is_zero() ? PartState::left_out : PartState::counted;
    if (dimension.state == PartState::left_out) continue;
    dimension.exact = compiled.instrument().scale_max * sums.shares / sums.weights;
    weights += compiled.dimensions()[i].source->weight;
  }
  score.assessed = !answers.not_assessed && !weights.is_zero();
  if (!score.assessed) return score;

  Rational total;
  for (std::size_t i = 0; i < score.dimensions.size(); ++i) {
    DimensionScore& dimension = score.dimensions[i];
    if (dimension.state != PartState::counted) continue;
    dimension.contribution = compiled.dimensions()[i].source->weight * dimension.exact / weights;
    total += dimension.contribution;
  }
  note_missing(compiled, answers, score);
  const instrument::Instrument& method = compiled.instrument();
  score.classification =
      classify(method, method.unit, total, std::nullopt, gates_of(compiled, answers, score.dimensions));
  return score;
}

}  // namespace prima::scoring
