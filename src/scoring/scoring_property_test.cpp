// What holds for every instrument and all answers, tried on random ones. The seeds are fixed: a failure comes back.
#include <gtest/gtest.h>

#include <algorithm>

#include "scoring/batch.h"
#include "scoring/reference_test_support.h"
#include "scoring/scoring_test_support.h"
#include "scoring/trace.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::Instrument;

constexpr unsigned rounds = 300;

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  int up_to(int most) { return static_cast<int>(engine_() % static_cast<unsigned>(most + 1)); }
  bool one_in(int many) { return up_to(many - 1) == 0; }
  template <typename List>
  void shuffle(List& list) {
    std::shuffle(list.begin(), list.end(), engine_);
  }

 private:
  std::mt19937 engine_;
};

// Weights that add up to one: shares of a random whole.
std::vector<std::string> weights(Chance& chance, int count) {
  std::vector<int> shares;
  int whole = 0;
  for (int i = 0; i < count; ++i) {
    shares.push_back(1 + chance.up_to(40));
    whole += shares.back();
  }
  std::vector<std::string> texts;
  for (const int share : shares) texts.push_back(fmt::format("{}/{}", share, whole));
  return texts;
}

// Rising points, of which the last is above zero, sometimes in fractions.
std::vector<std::string> ladder(Chance& chance) {
  const int parts = chance.one_in(3) ? 1 + chance.up_to(8) : 1;
  std::vector<std::string> points;
  int sum = chance.up_to(1);
  for (int i = 0; i <= 1 + chance.up_to(5); ++i) {
    points.push_back(fmt::format("{}/{}", sum, parts));
    sum += 1 + chance.up_to(2);
  }
  points.push_back(fmt::format("{}/{}", sum, parts));
  return points;
}

Instrument random_instrument(Chance& chance) {
  Instrument method = blank();
  const int dimensions = 1 + chance.up_to(4);
  const auto dimension_weights = weights(chance, dimensions);
  int number = 0;
  for (int d = 0; d < dimensions; ++d) {
    add_dimension(method, fmt::format("d{}", d), dimension_weights[static_cast<std::size_t>(d)],
                  chance.one_in(4) ? instrument::DimensionAggregate::mean : instrument::DimensionAggregate::weighted);
    const int indicators = 1 + chance.up_to(15);
    const auto indicator_weights = weights(chance, indicators);
    for (int i = 0; i < indicators; ++i) {
      auto& one = add_choice(method, fmt::format("i{}", number++), indicator_weights[static_cast<std::size_t>(i)],
                             ladder(chance));
      one.mandatory = !chance.one_in(5);
      one.may_be_not_applicable = chance.one_in(3);
      one.monotone = true;
    }
    if (!chance.one_in(3)) continue;
    auto& noted = add_choice(method, fmt::format("i{}", number++), "0", {"0", "1"});
    noted.informational = true;
    noted.weight.reset();
  }
  return method;
}

PlacesByIndicator random_places(Chance& chance, const Instrument& method, int rows) {
  PlacesByIndicator places;
  for (const instrument::Indicator& indicator : method.indicators) {
    std::vector<int> column;
    const bool sparse = chance.one_in(6);
    for (int row = 0; row < rows; ++row) {
      int place = chance.up_to(static_cast<int>(indicator.choices.size()) - 1);
      if (sparse || chance.one_in(9)) place = missing;
      if (indicator.may_be_not_applicable && chance.one_in(sparse ? 2 : 9)) place = not_applicable;
      column.push_back(place);
    }
    places.push_back(column);
  }
  return places;
}

UnitAnswers added_up(const Compiled& compiled, const PlacesByIndicator& places) {
  UnitAnswers answers;
  answers.tallies.resize(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const CompiledIndicator& indicator = compiled.indicators()[i];
    for (const int place : places[i]) {
      Answer answer;
      if (place == not_applicable) answer.state = Answer::State::not_applicable;
      if (place >= 0) answer = indicator.choices[static_cast<std::size_t>(place)];
      answers.tallies[i].add(answer, indicator.denominator);
    }
  }
  return answers;
}

void append_rows(const PlacesByIndicator& places, int rows, std::vector<std::uint8_t>& matrix) {
  for (int row = 0; row < rows; ++row) {
    for (const auto& column : places) {
      const int place = column[static_cast<std::size_t>(row)];
      if (place == missing) matrix.push_back(matrix_missing);
      if (place == not_applicable) matrix.push_back(matrix_not_applicable);
      if (place >= 0) matrix.push_back(static_cast<std::uint8_t>(place));
    }
  }
}

void expect_same(const UnitScore& a, const UnitScore& b) {
  ASSERT_EQ(a.assessed, b.assessed);
  EXPECT_EQ(a.missing, b.missing);
  EXPECT_EQ(a.classification.exact, b.classification.exact);
  EXPECT_EQ(a.classification.rounded, b.classification.rounded);
  EXPECT_EQ(a.classification.score, b.classification.score);
  EXPECT_EQ(a.classification.band, b.classification.band);
  ASSERT_EQ(a.dimensions.size(), b.dimensions.size());
  for (std::size_t i = 0; i < a.dimensions.size(); ++i) {
    EXPECT_EQ(a.dimensions[i].state, b.dimensions[i].state);
    EXPECT_EQ(a.dimensions[i].exact, b.dimensions[i].exact);
    EXPECT_EQ(a.dimensions[i].contribution, b.dimensions[i].contribution);
  }
}

TEST(ScoringProperty, AgreesWithAnIndependentSlowReference) {
  Chance chance(1);
  int assessed = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    const Instrument method = random_instrument(chance);
    const Compiled compiled(method);
    const PlacesByIndicator places = random_places(chance, method, chance.up_to(40));
    const ReferenceScore expected = reference_score(method, places);
    const UnitScore score = score_unit(compiled, added_up(compiled, places));
    ASSERT_EQ(score.assessed, expected.assessed) << round;
    if (!score.assessed) continue;
    ++assessed;
    ASSERT_EQ(fraction(score.classification.exact), expected.exact) << round;
    ASSERT_EQ(score.classification.score, expected.rounded) << round;
    ASSERT_EQ(score.classification.band->key, expected.band) << round;
  }
  EXPECT_GT(assessed, 200);
}

TEST(ScoringProperty, BatchAndSingleAgreeBitForBit) {
  Chance chance(2);
  for (unsigned round = 0; round < rounds / 3; ++round) {
    const Instrument method = random_instrument(chance);
    const Compiled compiled(method);
    std::vector<std::uint8_t> matrix;
    std::vector<std::uint64_t> begin = {0};
    std::vector<UnitScore> expected;
    for (int unit = 0; unit < 5; ++unit) {
      const int rows = chance.one_in(8) ? 600 : chance.up_to(30);
      const PlacesByIndicator places = random_places(chance, method, rows);
      append_rows(places, rows, matrix);
      begin.push_back(begin.back() + static_cast<std::uint64_t>(rows));
      expected.push_back(score_unit(compiled, added_up(compiled, places)));
    }
    const auto scores = score_matrix(compiled, {matrix, begin});
    ASSERT_TRUE(scores);
    for (std::size_t i = 0; i < expected.size(); ++i) expect_same((*scores)[i], expected[i]);
  }
}

TEST(ScoringProperty, OrderOfRowsNeverMatters) {
  Chance chance(3);
  for (unsigned round = 0; round < rounds / 3; ++round) {
    const Instrument method = random_instrument(chance);
    const Compiled compiled(method);
    PlacesByIndicator places = random_places(chance, method, 20);
    const UnitScore before = score_unit(compiled, added_up(compiled, places));
    for (auto& column : places) chance.shuffle(column);
    expect_same(before, score_unit(compiled, added_up(compiled, places)));
  }
}

TEST(ScoringProperty, ScalingAllWeightsChangesNothing) {
  Chance chance(4);
  for (unsigned round = 0; round < rounds / 3; ++round) {
    const Instrument method = random_instrument(chance);
    Instrument scaled = method;
    for (auto& dimension : scaled.dimensions) dimension.weight *= number("7/3");
    for (auto& indicator : scaled.indicators) {
      if (indicator.weight) *indicator.weight *= number("11/5");
    }
    const Compiled one(method);
    const Compiled other(scaled);
    const PlacesByIndicator places = random_places(chance, method, chance.up_to(10));
    const UnitScore a = score_unit(one, added_up(one, places));
    const UnitScore b = score_unit(other, added_up(other, places));
    ASSERT_EQ(a.assessed, b.assessed);
    EXPECT_EQ(a.classification.exact, b.classification.exact);
    EXPECT_EQ(a.classification.score, b.classification.score);
  }
}

TEST(ScoringProperty, RaisingAnAnswerNeverLowersAScore) {
  Chance chance(5);
  int raised = 0;
  for (unsigned round = 0; round < rounds; ++round) {
    const Instrument method = random_instrument(chance);
    const Compiled compiled(method);
    PlacesByIndicator places = random_places(chance, method, 1 + chance.up_to(6));
    const UnitScore before = score_unit(compiled, added_up(compiled, places));
    const auto at = static_cast<std::size_t>(chance.up_to(static_cast<int>(places.size()) - 1));
    int& place = places[at].front();
    if (!before.assessed || place < 0 || place + 1 == static_cast<int>(method.indicators[at].choices.size())) continue;
    ++place;
    ++raised;
    const UnitScore after = score_unit(compiled, added_up(compiled, places));
    EXPECT_GE(after.classification.exact, before.classification.exact) << round;
    EXPECT_GE(after.classification.rounded, before.classification.rounded) << round;
    EXPECT_LE(after.classification.band, before.classification.band) << "bands go from the best to the worst";
  }
  EXPECT_GT(raised, 100);
}

TEST(ScoringProperty, TracesAddUp) {
  Chance chance(6);
  for (unsigned round = 0; round < rounds / 3; ++round) {
    const Instrument method = random_instrument(chance);
    const Compiled compiled(method);
    const UnitAnswers answers = added_up(compiled, random_places(chance, method, chance.up_to(5)));
    const UnitScore score = score_unit(compiled, answers);
    const TraceNode trace = explain_unit(compiled, answers);
    ASSERT_EQ(trace.exact.has_value(), score.assessed);
    if (!score.assessed) continue;
    EXPECT_EQ(*trace.exact, score.classification.exact);
    EXPECT_EQ(trace.rounded, score.classification.score);
    EXPECT_EQ(*trace.exact + *trace.lost, method.scale_max);
    Rational won;
    Rational lost;
    Rational won_by_indicators;
    for (std::size_t i = 0; i < trace.parts.size(); ++i) {
      won += trace.parts[i].contribution.value_or(Rational());
      lost += trace.parts[i].lost.value_or(Rational());
      if (score.dimensions[i].state == PartState::counted) {
        EXPECT_EQ(*trace.parts[i].exact, score.dimensions[i].exact);
      }
      for (const TraceNode& indicator : trace.parts[i].parts)
        won_by_indicators += indicator.contribution.value_or(Rational());
    }
    EXPECT_EQ(won, score.classification.exact);
    EXPECT_EQ(won_by_indicators, score.classification.exact);
    EXPECT_EQ(won + lost, method.scale_max);
  }
}

}  // namespace
}  // namespace prima::scoring
