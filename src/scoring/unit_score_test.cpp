#include "scoring/unit_score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::DimensionAggregate;
using instrument::Instrument;

// Two dimensions: "satu" (60 %) with p (1/4), q (3/4); "dua" (40 %) with r alone. Four points each.
Instrument two_dimensions() {
  Instrument method = blank();
  add_dimension(method, "satu", "60%");
  add_choice(method, "p", "1/4", {"0", "1", "2", "3", "4"});
  add_choice(method, "q", "3/4", {"0", "1", "2", "3", "4"});
  add_dimension(method, "dua", "40%");
  add_choice(method, "r", "1", {"0", "1", "2", "3", "4"});
  return method;
}

TEST(UnitScore, IsTheWeightedSumOfSharesOfTheMaximum) {
  const Instrument method = two_dimensions();
  const Compiled compiled(method);
  // satu: 100 * (1/4 * 4/4 + 3/4 * 2/4) = 62.5; dua: 25; together 0.6 * 62.5 + 0.4 * 25.
  const UnitScore score = score_unit(compiled, answers_of(compiled, {{"p", "4"}, {"q", "2"}, {"r", "1"}}));
  EXPECT_TRUE(score.assessed);
  EXPECT_EQ(score.dimensions[0].exact.fraction(), "125/2");
  EXPECT_EQ(score.dimensions[1].exact.fraction(), "25");
  EXPECT_EQ(score.dimensions[0].contribution.fraction(), "75/2");
  EXPECT_EQ(score.classification.exact.fraction(), "95/2");
  EXPECT_EQ(score.classification.score, "47.50");
  EXPECT_EQ(score.classification.band->key, "C");
  EXPECT_THAT(score.missing, testing::IsEmpty());
}

TEST(UnitScore, TakesTheMeanOfSeveralAnswers) {
  const Instrument method = two_dimensions();
  const Compiled compiled(method);
  EXPECT_EQ(exact_score(compiled, {{"p", "4"}, {"q", "4"}, {"r", "4"}, {"r", "4"}, {"r", "0"}}), "260/3");
}

struct StateCase {
  const char* name;
  GivenAnswers given;
  const char* exact;
  std::vector<std::size_t> missing;
};

TEST(UnitScore, MissingOptionalAndNotApplicableAreThreeDifferentThings) {
  Instrument method = two_dimensions();
  method.indicators[0].mandatory = false;
  method.indicators[1].may_be_not_applicable = true;
  method.indicators[2].may_be_not_applicable = true;
  const Compiled compiled(method);
  const std::vector<StateCase> cases = {
      {"all", {{"p", "4"}, {"q", "4"}, {"r", "4"}}, "100", {}},
      {"mandatory missing counts zero", {{"p", "4"}, {"r", "4"}}, "55", {1}},
      {"an empty cell is missing", {{"p", "4"}, {"q", ""}, {"r", "4"}}, "55", {1}},
      {"optional missing leaves", {{"q", "2"}, {"r", "4"}}, "70", {}},
      {"not applicable leaves", {{"p", "1"}, {"q", "NA"}, {"r", "4"}}, "55", {}},
      {"one answer outweighs NA", {{"p", "4"}, {"q", "NA"}, {"q", "4"}, {"r", "4"}}, "100", {}},
      {"a whole dimension not applicable", {{"p", "4"}, {"q", "0"}, {"r", "NA"}}, "25", {}},
      {"nothing counts", {{"q", "NA"}, {"r", "NA"}}, "not assessed", {}},
      {"all missing is zero", {}, "0", {1, 2}},
  };
  for (const StateCase& one : cases) {
    SCOPED_TRACE(one.name);
    EXPECT_EQ(exact_score(compiled, one.given), one.exact);
    EXPECT_EQ(score_unit(compiled, answers_of(compiled, one.given)).missing, one.missing);
  }
}

TEST(UnitScore, NotAssessedHoldsNoScoreWhateverWasAnswered) {
  const Instrument method = two_dimensions();
  const Compiled compiled(method);
  UnitAnswers answers = answers_of(compiled, {{"p", "4"}, {"q", "4"}, {"r", "4"}});
  answers.not_assessed = true;
  const UnitScore score = score_unit(compiled, answers);
  EXPECT_FALSE(score.assessed);
  EXPECT_TRUE(score.missing.empty());
}

TEST(UnitScore, InformationalIndicatorsNeverCount) {
  Instrument method = two_dimensions();
  add_dimension(method, "tiga", "0");
  instrument::Indicator& noted = add_choice(method, "s", "0", {"0", "4"});
  noted.informational = true;
  noted.weight.reset();
  const Compiled compiled(method);
  EXPECT_EQ(exact_score(compiled, {{"p", "4"}, {"q", "2"}, {"r", "1"}, {"s", "4"}}), "95/2");
  EXPECT_EQ(exact_score(compiled, {{"p", "4"}, {"q", "2"}, {"r", "1"}}), "95/2");
  const UnitScore score = score_unit(compiled, answers_of(compiled, {{"p", "4"}, {"q", "2"}, {"r", "1"}}));
  EXPECT_EQ(score.dimensions[2].state, PartState::left_out);
}

TEST(UnitScore, MeanDimensionsWeighTheirIndicatorsAlike) {
  Instrument method = blank();
  add_dimension(method, "rata", "1", DimensionAggregate::mean);
  add_choice(method, "p", "0", {"0", "1", "2", "3"}).weight.reset();
  add_choice(method, "q", "0", {"0", "1", "2"}).weight.reset();
  method.indicators[1].mandatory = false;
  const Compiled compiled(method);
  EXPECT_EQ(exact_score(compiled, {{"p", "1"}, {"q", "1"}}), "125/3");  // 100 * (1/3 + 1/2) / 2
  EXPECT_EQ(exact_score(compiled, {{"p", "1"}}), "100/3");
}

TEST(UnitScore, BelowTheScaleIsTheWorstBand) {
  Instrument method = blank();
  method.scale_min = Rational(25);
  method.bands = {band("A", "62.51", "100"), band("D", "25", "62.50")};
  add_dimension(method, "satu", "1");
  add_choice(method, "u1", "1", {"1", "2", "3", "4"});
  const Compiled compiled(method);
  const UnitScore score = score_unit(compiled, answers_of(compiled, {}));
  EXPECT_EQ(score.classification.score, "0.00");
  EXPECT_EQ(score.classification.band->key, "D");
  EXPECT_FALSE(on_scale(method, score.classification.exact));
}

TEST(UnitScore, GatesOfAUnitCapItsCategory) {
  Instrument method = two_dimensions();
  instrument::Gate gate;
  gate.id = "p-dulu";
  gate.subject = instrument::Gate::Subject::unit;
  gate.condition = instrument::Gate::Condition::indicator_below;
  gate.part = "p";
  gate.below = Rational(3);
  gate.effect = instrument::Gate::Effect::cap;
  gate.cap = "B";
  method.gates.push_back(gate);
  gate.id = "dua-dulu";
  gate.condition = instrument::Gate::Condition::dimension_below;
  gate.part = "dua";
  gate.below = Rational(50);
  gate.cap = "C";
  method.gates.push_back(gate);
  gate.id = "institusi";
  gate.subject = instrument::Gate::Subject::institution;
  gate.condition = instrument::Gate::Condition::oversight_is;
  method.gates.push_back(gate);
  const Compiled compiled(method);
  const auto score = [&](const GivenAnswers& given) {
    return score_unit(compiled, answers_of(compiled, given)).classification;
  };
  EXPECT_EQ(score({{"p", "3"}, {"q", "4"}, {"r", "4"}}).band->key, "A");
  const Classification capped = score({{"p", "2"}, {"q", "4"}, {"r", "4"}});
  EXPECT_EQ(capped.band->key, "B");
  EXPECT_EQ(capped.earned->key, "A");
  ASSERT_EQ(capped.gates.size(), 1U);
  EXPECT_EQ(capped.gates[0]->id, "p-dulu");
  EXPECT_EQ(score({{"q", "4"}, {"r", "4"}}).band->key, "B") << "a missing mandatory answer is below";
  EXPECT_EQ(score({{"p", "2"}, {"q", "4"}, {"r", "1"}}).band->key, "C") << "the stricter gate holds";
  EXPECT_EQ(score({{"p", "0"}, {"q", "0"}, {"r", "2"}}).band->key, "C") << "a cap never lifts";
}

TEST(UnitScore, GatesDoNotMeetWhatDoesNotCount) {
  Instrument method = two_dimensions();
  method.indicators[2].may_be_not_applicable = true;
  for (const auto condition :
       {instrument::Gate::Condition::indicator_below, instrument::Gate::Condition::dimension_below}) {
    instrument::Gate gate;
    gate.subject = instrument::Gate::Subject::unit;
    gate.condition = condition;
    gate.part = condition == instrument::Gate::Condition::indicator_below ? "r" : "dua";
    gate.below = Rational(4);
    gate.effect = instrument::Gate::Effect::withhold_certificate;
    method.gates.push_back(gate);
  }
  const Compiled compiled(method);
  const UnitScore not_applicable = score_unit(compiled, answers_of(compiled, {{"p", "4"}, {"q", "4"}, {"r", "NA"}}));
  EXPECT_FALSE(not_applicable.classification.certificate_withheld);
  const UnitScore low = score_unit(compiled, answers_of(compiled, {{"p", "4"}, {"q", "4"}, {"r", "0"}}));
  EXPECT_TRUE(low.classification.certificate_withheld);
  EXPECT_EQ(low.classification.gates.size(), 2U);
}

// Where whole numbers do not suffice, fractions go on without losing a digit.
TEST(UnitScore, ThresholdsWorthThirdsAreExact) {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  instrument::Indicator& wait = add_measure(method, "menit", "1", "0", "480");
  wait.thresholds = {{std::nullopt, false, number("1"), {}, 0},
                     {number("15"), true, number("1/3"), {}, 0},
                     {number("60"), false, number("0"), {}, 0}};
  const Compiled compiled(method);
  EXPECT_EQ(exact_score(compiled, {{"menit", "15"}}), "100");
  EXPECT_EQ(exact_score(compiled, {{"menit", "15.001"}}), "100/3");
  EXPECT_EQ(exact_score(compiled, {{"menit", "60"}}), "0");
  EXPECT_EQ(exact_score(compiled, {{"menit", "15"}, {"menit", "20"}, {"menit", "480"}}), "400/9");
}

TEST(UnitScore, MeasuresWithTwentyDecimalsLoseNone) {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  add_measure(method, "bagian", "1", "0", "1");
  const Compiled compiled(method);
  const GivenAnswers given = {{"bagian", "0.00000000000000000001"}, {"bagian", "0.5"}};
  EXPECT_EQ(exact_score(compiled, given),
            (Rational(50) * (number("0.00000000000000000001") + number("0.5"))).fraction());
}

TEST(UnitScore, HugeSumsAndCountsDoNotOverflow) {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  add_measure(method, "besar", "1/3", "0", "9000000000");
  add_choice(method, "p", "2/3", {"0", "7"});
  const Compiled compiled(method);
  UnitAnswers answers = answers_of(compiled, {});
  const Answer most = compiled.read_answer(0, "9000000000").value();
  answers.tallies[0].add(most, compiled.indicators()[0].denominator);
  answers.tallies[0].add(most, compiled.indicators()[0].denominator);
  answers.tallies[0].add(compiled.read_answer(0, "0").value(), compiled.indicators()[0].denominator);
  EXPECT_NE(answers.tallies[0].rest, nullptr);
  answers.tallies[1].add(compiled.read_answer(1, "7").value(), 1'000'000'000'000'000'003, 1);
  answers.tallies[1].add(compiled.read_answer(1, "0").value(), 1'000'000'000'000'000'009, 1);
  const Rational p = Rational(1'000'000'000'000'000'003) / Rational(2'000'000'000'000'000'012);
  const Rational expected = Rational(100) * (Rational::ratio(2, 9) + Rational::ratio(2, 3) * p);
  EXPECT_EQ(score_unit(compiled, answers).classification.exact, expected);
}

TEST(UnitScore, WeightsTooFineForWholeNumbersAreExact) {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  add_choice(method, "p", "0.1234567890123456789012345", {"0", "3"});
  add_choice(method, "q", "0.8765432109876543210987655", {"0", "7"});
  const Compiled compiled(method);
  EXPECT_EQ(compiled.dimensions()[0].base, 0);
  EXPECT_EQ(exact_score(compiled, {{"p", "3"}, {"q", "0"}}), number("12.34567890123456789012345").fraction());
  EXPECT_EQ(exact_score(compiled, {{"p", "3"}, {"q", "7"}}), "100");
}

}  // namespace
}  // namespace prima::scoring
