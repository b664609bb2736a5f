// Figures that were published, or that the method's own documents give as check values.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/csv.h"
#include "instrument/lint.h"
#include "scoring/cases.h"
#include "scoring/roll_up.h"
#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;

std::vector<Member> members_of(const std::vector<std::string>& scores) {
  std::vector<Member> members;
  for (const std::string& score : scores) members.push_back({"unit", number(score), 1});
  return members;
}

TEST(KnownValues, FourUnitsOfLombokTimurMakeThePublishedScore) {
  const instrument::Instrument method = shipped("ombudsman/kepatuhan/2022");
  const auto whole = roll_up(method, method.institution, members_of({"62.41", "61.21", "75.41", "76.27"}));
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->exact.fraction(), "2753/40");
  EXPECT_EQ(whole->score, "68.82");
  EXPECT_EQ(whole->band->key, "C");
}

TEST(KnownValues, HalfUpWouldContradictLombokTimur) {
  instrument::Instrument method = shipped("ombudsman/kepatuhan/2022");
  method.institution.rounding.mode = RoundingMode::half_up;
  EXPECT_EQ(roll_up(method, method.institution, members_of({"62.41", "61.21", "75.41", "76.27"}))->score, "68.83");
}

TEST(KnownValues, PreEvaluationOfKotaMagelangIsTheMeanOfItsUnits) {
  const instrument::Instrument method = shipped("ombudsman/kepatuhan/2022");
  EXPECT_EQ(roll_up(method, method.institution, members_of({"100.00", "100.00", "80.19", "92.92"}))->score, "93.28");
}

TEST(KnownValues, KotaMagelang2021IsNotAMeanOfUnits) {
  const instrument::Instrument method = shipped("ombudsman/kepatuhan/2021");
  EXPECT_EQ(method.institution.aggregate, instrument::LevelAggregate::mean_of_products);
  const auto by_units = roll_up(method, method.institution, members_of({"87.95", "75.58", "62.17", "23.15"}));
  EXPECT_EQ(by_units->score, "62.21");
  EXPECT_NE(by_units->score, "68.27");
}

// The check values of the form: the answer to question k is given, and the unit's score in four decimals.
TEST(KnownValues, FormF02GivesItsCheckValues) {
  instrument::Instrument method = shipped("pekppp/f02a/2022");
  method.unit.rounding.places = 4;
  const Compiled compiled(method);
  const auto score = [&](auto answer_to) {
    GivenAnswers given;
    for (std::size_t i = 0; i < method.indicators.size(); ++i)
      given.emplace_back(method.indicators[i].id, std::to_string(answer_to(static_cast<int>(i) + 1)));
    return score_unit(compiled, answers_of(compiled, given)).classification.score;
  };
  EXPECT_EQ(score([](int) { return 5; }), "5.0000");
  EXPECT_EQ(score([](int k) { return k % 6; }), "2.4116");
  EXPECT_EQ(score([](int k) { return 5 - k % 6; }), "2.5884");
}

// Every folder of instruments that holds an instrument.
std::vector<std::filesystem::path> instrument_folders() {
  std::set<std::filesystem::path> folders;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(PRIMA_SOURCE_DIR) / "instruments")) {
    if (entry.path().filename() == "instrument.yaml") folders.insert(entry.path().parent_path());
  }
  return {folders.begin(), folders.end()};
}

TEST(ShippedCases, EveryInstrumentHasCasesAndAllOfThemHold) {
  std::size_t cases = 0;
  for (const std::filesystem::path& folder : instrument_folders()) {
    SCOPED_TRACE(folder.string());
    const auto method = instrument::read_instrument(read_file((folder / "instrument.yaml").string()), "instrument");
    ASSERT_TRUE(method) << to_text(method.error().front(), Language::en);
    const Compiled compiled(*method);
    std::size_t here = 0;
    if (std::filesystem::exists(folder / "cases")) {
      for (const auto& entry : std::filesystem::directory_iterator(folder / "cases")) {
        const CasesRun run = run_cases(compiled, read_file(entry.path().string()), entry.path().filename().string());
        for (const Finding& finding : run.findings) ADD_FAILURE() << to_text(finding, Language::en);
        here += run.cases;
      }
    }
    EXPECT_GE(here, 1U) << "has no cases";
    cases += here;
  }
  EXPECT_GE(cases, 100U);
}

// What the source prints as a category, apart: "B (Kualitas Tinggi)" is "B" and "Kualitas Tinggi".
std::vector<std::string> printed_parts(std::string text) {
  std::vector<std::string> parts(1);
  for (const char byte : text) {
    if (byte == '(' || byte == ')' || byte == '/') {
      parts.emplace_back();
    } else {
      parts.back().push_back(byte);
    }
  }
  std::vector<std::string> trimmed;
  for (const std::string& part : parts) {
    const auto begin = part.find_first_not_of(' ');
    if (begin != std::string::npos) trimmed.push_back(part.substr(begin, part.find_last_not_of(' ') - begin + 1));
  }
  return trimmed;
}

std::string method_of(const std::string& year) {
  if (year.find("pra-evaluasi") != std::string::npos) return "ombudsman/kepatuhan/2021";  // the bands still known then
  if (year.substr(0, 4) < "2021") return "ombudsman/kepatuhan/2013";
  return year.substr(0, 4) == "2025" ? "ombudsman/opini/2025" : "ombudsman/kepatuhan/" + year.substr(0, 4);
}

TEST(PublishedResults, AllPrintedCategoriesFollowFromTheScoreButOneLabel) {
  const std::string bytes = read_file(std::string(PRIMA_SOURCE_DIR) + "/reference/published_results.csv");
  CsvReader csv(bytes, "published_results.csv");
  ASSERT_TRUE(csv.next());
  std::vector<std::string> contradictions;
  std::size_t compared = 0;
  while (csv.next()) {
    const std::vector<std::string> row(csv.fields().begin(), csv.fields().end());
    const auto score = parse_decimal(row[3]);
    if (!score || (row[4].empty() && row[5].empty())) continue;
    const instrument::Instrument method = shipped(method_of(row[2]));
    const Classification result = classify(method, method.institution, *score);
    const std::set<std::string> names{result.band->key, result.band->quality.id, result.opinion.id};
    ++compared;
    if (!row[4].empty() && row[4] != instrument::official_name(result.band->zone.value()))
      contradictions.push_back(row[0] + " " + row[2] + ": " + row[4]);
    for (const std::string& part : printed_parts(row[5])) {
      if (names.count(part) == 0) contradictions.push_back(row[0] + " " + row[2] + ": " + part);
    }
  }
  EXPECT_EQ(csv.problem(), std::nullopt);
  EXPECT_GE(compared, 80U);
  EXPECT_THAT(contradictions, testing::ElementsAre("Kota Pangkalpinang 2023: Kualitas Tinggi"));
}

}  // namespace
}  // namespace prima::scoring
