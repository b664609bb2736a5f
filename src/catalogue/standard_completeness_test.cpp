#include "catalogue/standard_completeness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/standard_test_support.h"
#include "instrument/instrument_test_support.h"
#include "instrument/lint.h"

namespace prima::catalogue {
namespace {

class Completeness : public testing::Test {
 protected:
  const std::string path = PRIMA_SOURCE_DIR "/instruments/standar-pelayanan/14-komponen/instrument.yaml";
  const instrument::Instrument method = instrument::test::read(instrument::test::read_file(path), path);
  const scoring::Compiled compiled{method};
  const CompletenessScorer scorer = *CompletenessScorer::make(compiled);

  static Edition in_state(EditionState state) {
    Edition edition = test::published_edition();
    edition.state = state;
    return edition;
  }
};

TEST_F(Completeness, UsesTheInstrumentItNames) { EXPECT_EQ(method.id(), completeness_instrument); }

TEST_F(Completeness, OfAPublishedWholeStandardIsExactlyOneHundred) {
  const Edition edition = test::published_edition();
  const ServiceCompleteness service = scorer.score_service(&edition);
  EXPECT_EQ(service.exact(), Rational(100));
  EXPECT_EQ(service.score.classification.band->key, "lengkap");
  EXPECT_TRUE(service.absent.empty() && service.weak.empty());
}

TEST_F(Completeness, ClimbsTheLadderWithTheStateOfTheEdition) {
  struct Row {
    EditionState state;
    const char* delivery;
    const char* inside;
    Rational exact;
  };
  // 6 of 14 on a ladder to 3, 8 of 14 on a ladder to 2.
  for (const Row& row : {Row{EditionState::draft, "1", "1", Rational::ratio(600, 14)},
                         Row{EditionState::review, "1", "1", Rational::ratio(600, 14)},
                         Row{EditionState::approved, "2", "2", Rational::ratio(1200, 14)},
                         Row{EditionState::published, "3", "2", Rational(100)},
                         Row{EditionState::withdrawn, "1", "1", Rational::ratio(600, 14)}}) {
    const Edition edition = in_state(row.state);
    const ServiceCompleteness service = scorer.score_service(&edition);
    for (const auto& answer : service.answers)
      EXPECT_EQ(answer.choice, must_be_published(answer.check.component) ? row.delivery : row.inside);
    EXPECT_EQ(service.exact(), row.exact) << static_cast<int>(row.state) << " " << service.exact().fraction();
  }
}

TEST_F(Completeness, OfAServiceWithoutAStandardIsZeroAndEverythingIsNamed) {
  const ServiceCompleteness service = scorer.score_service(nullptr);
  EXPECT_EQ(service.exact(), Rational(0));
  EXPECT_EQ(service.absent.size(), component_count);
  EXPECT_EQ(service.answers[0].reason.en, "this service has no standard yet");
}

TEST_F(Completeness, SaysWhichComponentCostWhat) {
  Edition edition = test::published_edition();
  edition.standard.fees = {};
  edition.standard.time[0].starts = {};
  const ServiceCompleteness service = scorer.score_service(&edition);
  EXPECT_THAT(service.absent, testing::ElementsAre(Component::fees));
  EXPECT_THAT(service.weak, testing::ElementsAre(Component::time));
  // One fourteenth lost whole, two thirds of another.
  EXPECT_EQ(service.exact(), Rational(100) - Rational::ratio(100, 14) * Rational::ratio(5, 3));
  const scoring::TraceNode trace = scorer.explain_service("KTP", &edition);
  EXPECT_EQ(*trace.exact, service.exact());
  EXPECT_FALSE(trace.parts.empty());
}

TEST_F(Completeness, OfAUnitIsTheExactMeanOfItsServices) {
  const Edition whole = test::published_edition();
  const Edition draft = in_state(EditionState::draft);
  const auto unit = scorer.score_unit({"Dukcapil", {&whole, &draft, nullptr}});
  EXPECT_EQ(*unit.exact, (Rational(100) + Rational::ratio(600, 14)) / Rational(3));
  EXPECT_EQ(unit.rounded, "47.62");
  EXPECT_EQ(unit.services, 3U);
  EXPECT_EQ(unit.without_standard, 1U);
  EXPECT_EQ(unit.absent_total, component_count);
  EXPECT_EQ(unit.counts.size(), component_count);
  EXPECT_EQ(unit.counts[0].absent, 1U);
  EXPECT_EQ(unit.counts[0].weak, 1U);
  EXPECT_EQ(*scorer.explain_unit({"Dukcapil", {&whole, &draft, nullptr}}).exact, *unit.exact);
}

TEST_F(Completeness, OfACityWeighsEveryServiceTheSame) {
  const Edition whole = test::published_edition();
  Edition no_fee = whole;
  no_fee.standard.fees = {};
  const std::vector<CompletenessScorer::UnitServices> units = {
      {"A", {&whole, &whole, &no_fee}}, {"B", {nullptr}}, {"C", {}}};
  const auto city = scorer.score_city(units);
  EXPECT_EQ(*city.exact, (Rational(300) - Rational::ratio(100, 14)) / Rational(4));
  EXPECT_EQ(city.counts[0].component, Component::fees);
  EXPECT_EQ(city.counts[0].absent, 2U);
  EXPECT_EQ(city.services, 4U);
  EXPECT_THAT(summary(city).en,
              testing::StartsWith("4 services, 1 of them without a standard; absent components: Cost or fee (2), "));
  EXPECT_EQ(*scorer.explain_city("Kota", units).exact, *city.exact);
}

TEST_F(Completeness, OfNothingIsNothing) {
  const auto unit = scorer.score_unit({"Kosong", {}});
  EXPECT_FALSE(unit.exact);
  EXPECT_EQ(summary(unit).en, "There is no service yet.");
  EXPECT_FALSE(scorer.score_city({}).exact);
}

TEST_F(Completeness, RefusesAnotherInstrument) {
  const instrument::Instrument other = instrument::test::minimal();
  const scoring::Compiled prepared(other);
  const auto made = CompletenessScorer::make(prepared);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().size(), component_count);
}

}  // namespace
}  // namespace prima::catalogue
