#include "scoring/classify.h"

#include <gtest/gtest.h>

#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::Gate;
using instrument::Instrument;
using instrument::Oversight;

Instrument with_axis() {
  Instrument method = blank();
  for (instrument::Band& one : method.bands) one.opinion = {"Opini " + one.key, "Opinion " + one.key};
  method.second_axis.emplace();
  method.second_axis->levels.resize(3);
  method.second_axis->levels[0].key = Oversight::followed;
  method.second_axis->levels[0].opinion_suffix = {"Tanpa Maladministrasi", "Without Maladministration"};
  method.second_axis->levels[1].key = Oversight::open;
  method.second_axis->levels[2].key = Oversight::none;
  Gate gate;
  gate.condition = Gate::Condition::oversight_is;
  gate.oversight = Oversight::open;
  gate.effect = Gate::Effect::withhold_certificate;
  method.gates.push_back(gate);
  gate.effect = Gate::Effect::cap;
  gate.cap = "B";
  method.gates.push_back(gate);
  return method;
}

TEST(Classify, RoundsBeforeItLooksForTheBand) {
  const Instrument method = blank();
  struct Case {
    const char* exact;
    const char* score;
    const char* band;
  };
  for (const Case& one : {Case{"79.994", "79.99", "B"}, Case{"79.995", "80.00", "A"}, Case{"79.985", "79.98", "B"},
                          Case{"49.995", "50.00", "B"}, Case{"0", "0.00", "C"}, Case{"100", "100.00", "A"}}) {
    const Classification result = classify(method, method.institution, number(one.exact));
    EXPECT_EQ(result.score, one.score);
    EXPECT_EQ(result.band->key, one.band);
    EXPECT_EQ(result.exact, number(one.exact));
  }
}

TEST(Classify, TheSecondAxisGivesTheSuffixAndTheGates) {
  const Instrument method = with_axis();
  const auto at = [&](std::optional<Oversight> oversight) {
    return classify(method, method.institution, Rational(90), oversight);
  };
  EXPECT_EQ(at(Oversight::followed).opinion.en, "Opinion A Without Maladministration");
  EXPECT_FALSE(at(Oversight::followed).certificate_withheld);
  EXPECT_EQ(at(Oversight::none).opinion.id, "Opini A");
  EXPECT_EQ(at(std::nullopt).opinion.id, "Opini A");
  EXPECT_TRUE(at(std::nullopt).gates.empty());
  const Classification open = at(Oversight::open);
  EXPECT_TRUE(open.certificate_withheld);
  EXPECT_EQ(open.band->key, "B");
  EXPECT_EQ(open.earned->key, "A");
  EXPECT_EQ(open.opinion.id, "Opini B");
  EXPECT_EQ(open.gates.size(), 2U);
}

TEST(Classify, UnitsKnowNoOversight) {
  const Instrument method = with_axis();
  const Classification result = classify(method, method.unit, Rational(90), Oversight::open);
  EXPECT_FALSE(result.certificate_withheld);
  EXPECT_EQ(result.band->key, "A");
}

TEST(OnScale, HoldsAtBothEndsOnly) {
  const Instrument method = blank();
  EXPECT_TRUE(on_scale(method, Rational(0)));
  EXPECT_TRUE(on_scale(method, Rational(100)));
  EXPECT_FALSE(on_scale(method, number("100.005")));
  EXPECT_FALSE(on_scale(method, number("-0.001")));
}

}  // namespace
}  // namespace prima::scoring
