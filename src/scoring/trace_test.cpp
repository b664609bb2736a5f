#include "scoring/trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::Instrument;
using testing::HasSubstr;

Instrument desk() {
  Instrument method = blank();
  add_dimension(method, "satu", "60%");
  add_choice(method, "p", "1/4", {"0", "4"}).mandatory = false;
  add_choice(method, "q", "3/4", {"0", "2", "4"}).answered_by = instrument::Answerer::product;
  add_dimension(method, "dua", "40%", instrument::DimensionAggregate::mean);
  add_choice(method, "r", "1", {"0", "4"}).may_be_not_applicable = true;
  auto& noted = add_choice(method, "s", "0", {"0", "1"});
  noted.informational = true;
  noted.weight.reset();
  method.bands[2].zone = instrument::Zone::red;
  return method;
}

InstitutionAnswers city(const Compiled& compiled) {
  InstitutionAnswers answers;
  answers.institution = "Kota Contoh";
  answers.units = {answers_of(compiled, {{"q", "4"}, {"q", "2"}, {"r", "4"}}), answers_of(compiled, {{"r", "NA"}}),
                   answers_of(compiled, {})};
  answers.units[0].products = 3;
  answers.units[2].not_assessed = true;
  return answers;
}

TEST(RollUp, LeavesOutUnitsThatWereNotAssessed) {
  const Instrument method = desk();
  const Compiled compiled(method);
  const InstitutionScore score = score_institution(compiled, city(compiled));
  ASSERT_TRUE(score.classification);
  ASSERT_EQ(score.units.size(), 3U);
  EXPECT_EQ(score.units[0].classification.exact.fraction(), "85");  // 0.6 * 75 + 0.4 * 100
  EXPECT_EQ(score.units[1].classification.exact.fraction(), "0");
  EXPECT_EQ(score.classification->exact.fraction(), "85/2");
}

TEST(RollUp, MeanOfProductsWeighsUnitsByTheirProducts) {
  Instrument method = desk();
  method.institution.aggregate = instrument::LevelAggregate::mean_of_products;
  const Compiled compiled(method);
  EXPECT_EQ(score_institution(compiled, city(compiled)).classification->exact.fraction(), "255/4");
}

TEST(RollUp, NothingAssessedIsNoFigure) {
  const Instrument method = desk();
  EXPECT_FALSE(roll_up(method, method.institution, {}));
  EXPECT_FALSE(roll_up(method, method.institution, {{"a", std::nullopt, 1}, {"b", std::nullopt, 5}}));
}

TEST(RollUp, TheNationRoundsOnceFromExactFigures) {
  Instrument method = desk();
  method.national = instrument::Level{instrument::LevelAggregate::mean_of_institutions, {1, RoundingMode::down}, {}, 0};
  const auto nation = roll_up(method, *method.national, {{"a", number("79.999"), 7}, {"b", number("80.05"), 1}});
  EXPECT_EQ(nation->score, "80.0");
  EXPECT_EQ(nation->exact, number("80.0245"));
}

TEST(Trace, OfAnInstitutionAddsUpFromItsUnits) {
  for (const auto aggregate :
       {instrument::LevelAggregate::mean_of_units, instrument::LevelAggregate::mean_of_products}) {
    Instrument method = desk();
    method.institution.aggregate = aggregate;
    const Compiled compiled(method);
    const TraceNode trace = explain_institution(compiled, city(compiled));
    Rational won;
    Rational lost;
    for (const TraceNode& unit : trace.parts) {
      won += unit.contribution.value_or(Rational());
      lost += unit.lost.value_or(Rational());
    }
    EXPECT_EQ(won, *trace.exact);
    EXPECT_EQ(won + lost, method.scale_max);
    EXPECT_EQ(trace.parts[2].state, PartState::left_out);
    EXPECT_EQ(trace.parts[1].parts[1].state, PartState::left_out) << "nothing in the second dimension applies";
  }
}

TEST(Trace, WithoutAnAssessedUnitHasNoFigure) {
  const Instrument method = desk();
  const Compiled compiled(method);
  InstitutionAnswers answers = city(compiled);
  answers.units.erase(answers.units.begin(), answers.units.begin() + 2);
  const TraceNode trace = explain_institution(compiled, answers);
  EXPECT_FALSE(trace.exact);
  EXPECT_THAT(to_text(trace, method, Language::en), HasSubstr("no unit was assessed"));
}

TEST(Trace, ReadsInBothLanguages) {
  Instrument method = desk();
  method.references.emplace_back();
  method.references.back().id = "uu";
  method.references.back().cite = "UU 25/2009";
  method.dimensions[0].mark = {instrument::Standing::official, {"uu"}, {}};
  method.institution.rounding = {2, RoundingMode::half_up};
  method.unit.mark.standing = instrument::Standing::inferred;
  const Compiled compiled(method);
  const TraceNode trace = explain_institution(compiled, city(compiled));
  const std::string en = to_text(trace, method, Language::en);
  const std::string id = to_text(trace, method, Language::id);
  for (const char* part :
       {"Kota Contoh: 42.50 of 100", "weight 0.75", "42.50 lies between 0 and 49.99: category C",
        "official; UU 25/2009", "mean over 2 service products", "exact halves up", "mandatory but not answered",
        "optional and not answered", "not applicable to this unit", "Red zone", "inferred", "information only",
        "mean of 2 assessed units", "the unit was not assessed"}) {
    EXPECT_THAT(en, HasSubstr(part));
  }
  for (const char* part : {"Kota Contoh: 42,50 dari 100", "bobot 0,75", "42,50 terletak antara 0 dan 49,99: kategori C",
                           "resmi; UU 25/2009", "rata-rata 2 produk layanan", "wajib tetapi belum dijawab",
                           "rata-rata 2 unit yang dinilai", "unit tidak dinilai"}) {
    EXPECT_THAT(id, HasSubstr(part));
  }
}

// "1" where the certificate is withheld by a gate on the dimension "dua", "0" where it is not.
std::string withheld_below(const char* limit, const std::vector<std::pair<std::string, std::string>>& given) {
  Instrument method = desk();
  instrument::Gate gate;
  gate.subject = instrument::Gate::Subject::unit;
  gate.condition = instrument::Gate::Condition::dimension_below;
  gate.part = "dua";
  gate.below = number(limit);
  gate.effect = instrument::Gate::Effect::withhold_certificate;
  method.gates.push_back(gate);
  const Compiled compiled(method);
  return score_unit(compiled, answers_of(compiled, given)).classification.certificate_withheld ? "1" : "0";
}

TEST(Gates, OnADimensionHoldBelowTheLimitOnlyAndNotWhereItDoesNotCount) {
  EXPECT_EQ(withheld_below("50", {{"q", "4"}, {"r", "0"}}), "1");
  EXPECT_EQ(withheld_below("50", {{"q", "4"}, {"r", "0"}, {"r", "4"}}), "0");
  EXPECT_EQ(withheld_below("50.0001", {{"q", "4"}, {"r", "0"}, {"r", "4"}}), "1");
  EXPECT_EQ(withheld_below("50", {{"q", "4"}}), "1") << "missing counts as zero";
  EXPECT_EQ(withheld_below("50", {{"q", "4"}, {"r", "NA"}}), "0");
}

TEST(Trace, SaysHowEachLevelIsRoundedAndWhatItIsTheMeanOf) {
  struct Row {
    RoundingMode mode;
    const char* indonesian;
    const char* english;
  };
  for (const Row& row : {Row{RoundingMode::half_up, "tepat setengah ke atas", "exact halves up"},
                         Row{RoundingMode::half_even, "ke angka genap", "to the even digit"},
                         Row{RoundingMode::down, "dipotong pada 2 angka", "cut off at 2 decimals"}}) {
    Instrument method = desk();
    method.institution.rounding.mode = row.mode;
    method.institution.aggregate = instrument::LevelAggregate::mean_of_products;
    const Compiled compiled(method);
    const TraceNode trace = explain_institution(compiled, city(compiled));
    const std::string id = to_text(trace, method, Language::id);
    EXPECT_THAT(id, HasSubstr(row.indonesian));
    EXPECT_THAT(id, HasSubstr("rata-rata 4 produk layanan dari 2 unit yang dinilai"));
    const std::string en = to_text(trace, method, Language::en);
    EXPECT_THAT(en, HasSubstr(row.english));
    EXPECT_THAT(en, HasSubstr("mean over the 4 service products of 2 assessed units"));
  }
}

TEST(Trace, TellsWhatTheGatesDid) {
  Instrument method = desk();
  instrument::Gate gate;
  gate.subject = instrument::Gate::Subject::unit;
  gate.condition = instrument::Gate::Condition::indicator_below;
  gate.part = "p";
  gate.below = Rational(1);
  gate.effect = instrument::Gate::Effect::cap;
  gate.cap = "C";
  gate.text = {"p harus ada", "p must be there"};
  method.gates.push_back(gate);
  gate.effect = instrument::Gate::Effect::withhold_certificate;
  method.gates.push_back(gate);
  const Compiled compiled(method);
  const TraceNode trace = explain_unit(compiled, answers_of(compiled, {{"p", "0"}, {"q", "4"}, {"r", "4"}}));
  const std::string text = to_text(trace, method, Language::en);
  EXPECT_THAT(text, HasSubstr("p must be there"));
  EXPECT_THAT(text, HasSubstr("the category falls to C"));
  EXPECT_THAT(text, HasSubstr("the certificate is withheld"));
}

}  // namespace
}  // namespace prima::scoring
