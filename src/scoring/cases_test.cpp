#include "scoring/cases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Cases : public testing::Test {
 protected:
  Cases() {
    add_dimension(method, "satu", "1");
    add_choice(method, "p", "1/2", {"0", "1", "2"});
    add_measure(method, "m", "1/2", "0", "10").may_be_not_applicable = true;
  }
  CasesRun run(const std::string& cases) const {
    const Compiled compiled(method);
    return run_cases(compiled, "format: prima-cases/1\ninstrument: contoh/uji/1\ncases:\n" + cases, "cases.yaml");
  }
  std::vector<std::string> codes(const std::string& cases) const {
    std::vector<std::string> list;
    for (const Finding& finding : run(cases).findings) list.push_back(finding.code);
    return list;
  }

  instrument::Instrument method = blank();
};

TEST_F(Cases, ThatHoldFindNothing) {
  const CasesRun result = run(
      "  - {name: a, classify: {score: \"80\"}, expect: {score: \"80.00\", exact: \"80.0\", category: A, zone: none, "
      "withheld: none}, expect_not: {category: B}}\n"
      "  - {name: b, rollup: [{unit: x, score: \"50\"}, {unit: y, score: NA}], expect: {score: \"50.00\"}}\n"
      "  - {name: c, answers: {all: highest}, expect: {score: \"100.00\", findings: []}}\n"
      "  - {name: d, answers: {all: lowest, values: {p: [\"1\", \"2\"]}}, expect: {exact: \"75/2\"}}\n"
      "  - {name: e, answers: {all: highest, missing: [p]}, expect: {exact: \"50\", findings: [missing_mandatory]}}\n"
      "  - {name: f, answers: {values: {p: \"2\", m: NA}}, expect: {exact: \"100\"}}\n"
      "  - {name: g, classify: {score: \"100.005\"}, expect: {error: off_scale}}\n"
      "  - {name: h, rollup: [{unit: x, score: NA}], expect: {error: not_assessed}}\n");
  EXPECT_EQ(result.cases, 8U);
  for (const Finding& finding : result.findings) ADD_FAILURE() << to_text(finding, Language::en);
}

struct Rungs {
  const char* name;
  instrument::AnswerKind kind;
  std::vector<instrument::Threshold> rungs;
};

instrument::Threshold rung(const std::string& points) { return {std::nullopt, false, number(points), {}, 0}; }
instrument::Threshold at_least(const std::string& limit, const std::string& points) {
  return {number(limit), false, number(points), {}, 0};
}
instrument::Threshold above(const std::string& limit, const std::string& points) {
  return {number(limit), true, number(points), {}, 0};
}

TEST(CasesOfMeasures, HighestIsTheMeasureWithTheMostPointsNotTheGreatestMeasure) {
  using instrument::AnswerKind;
  const std::vector<Rungs> table = {
      {"rising", AnswerKind::number, {rung("0"), at_least("10", "4")}},
      {"falling, as for complaints", AnswerKind::count, {rung("4"), above("0", "3"), at_least("5", "0")}},
      {"best in the middle", AnswerKind::number, {rung("0"), above("1/3", "4"), at_least("2/3", "2")}},
      {"best in a narrow middle", AnswerKind::share, {rung("1"), at_least("50.001", "4"), above("50.0012", "0")}},
      {"worst in the middle", AnswerKind::count, {rung("4"), above("3", "0"), above("4", "1")}},
  };
  for (const Rungs& one : table) {
    SCOPED_TRACE(one.name);
    instrument::Instrument method = blank();
    add_dimension(method, "satu", "1");
    add_measure(method, "m", "1", "0", "100");
    method.indicators[0].kind = one.kind;
    method.indicators[0].thresholds = one.rungs;
    const Compiled compiled(method);
    const bool has_zero =
        std::any_of(one.rungs.begin(), one.rungs.end(), [](const auto& r) { return r.points.is_zero(); });
    ASSERT_TRUE(has_zero);
    const CasesRun run = run_cases(compiled,
                                   "format: prima-cases/1\ninstrument: contoh/uji/1\ncases:\n"
                                   "  - {name: a, answers: {all: highest}, expect: {exact: \"100\"}}\n"
                                   "  - {name: b, answers: {all: lowest}, expect: {exact: \"0\"}}\n",
                                   "cases.yaml");
    for (const Finding& finding : run.findings) ADD_FAILURE() << to_text(finding, Language::en);
  }
}

TEST_F(Cases, NameTheErrorThatKeepsAScoreFromBeingMade) {
  for (const auto& [value, error] :
       std::vector<std::pair<std::string, std::string>>{{"{p: x}", "unknown_choice"},
                                                        {"{p: NA}", "not_applicable_not_allowed"},
                                                        {"{m: \"1e999\"}", "not_a_number"},
                                                        {"{m: \"11\"}", "out_of_range"}}) {
    EXPECT_THAT(codes("  - {name: a, answers: {values: " + value + "}, expect: {error: " + error + "}}\n"), IsEmpty());
  }
}

TEST_F(Cases, ThatDoNotHoldSayWhatShouldBeAndWhatIs) {
  const CasesRun result = run("  - {name: a, classify: {score: \"80\"}, expect: {score: \"80.01\", category: A}}\n");
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].code, "case_failed");
  EXPECT_EQ(result.findings[0].line, 4);
  EXPECT_THAT(result.findings[0].message.en, HasSubstr("score should be 80.01, but is 80.00"));
  EXPECT_THAT(codes("  - {name: a, classify: {score: \"80\"}, expect_not: {category: A}}\n"),
              ElementsAre("case_failed"));
  EXPECT_THAT(codes("  - {name: a, answers: {all: highest}, expect: {findings: [missing_mandatory]}}\n"),
              ElementsAre("case_failed"));
  EXPECT_THAT(codes("  - {name: a, classify: {score: \"80\"}}\n"), ElementsAre("case_failed"));
}

TEST_F(Cases, RefusesWhatItCannotUnderstand) {
  EXPECT_THAT(codes("  - {name: a, answers: {values: {zz: \"1\"}, missing: [yy]}, expect: {exact: \"0\"}}\n"),
              ElementsAre("unknown_indicator", "unknown_indicator"));
  const Compiled compiled(method);
  const CasesRun other = run_cases(compiled, "format: prima-cases/2\ninstrument: a/b/1\ncases: []\n", "cases.yaml");
  ASSERT_GE(other.findings.size(), 2U);
  EXPECT_EQ(other.findings[0].code, "unknown_format");
  EXPECT_EQ(other.findings[1].code, "wrong_instrument");
  EXPECT_FALSE(run_cases(compiled, "a: [", "cases.yaml").findings.empty());
}

}  // namespace
}  // namespace prima::scoring
