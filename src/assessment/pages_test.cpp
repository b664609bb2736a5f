#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "assessment/answers_reader.h"
#include "assessment/instrument_page.h"
#include "assessment/instruments_page.h"
#include "assessment/score_page.h"
#include "assessment/score_result_page.h"
#include "assessment/score_result_page_parts.h"
#include "instrument/reader.h"

namespace prima::assessment {
namespace {

using instrument::Instrument;

std::size_t count_of(std::string_view page, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = page.find(what); at != std::string_view::npos; at = page.find(what, at + what.size())) ++count;
  return count;
}

bool has(std::string_view page, std::string_view what) { return page.find(what) != std::string_view::npos; }

const Instrument& method() {
  static const Instrument instrument = [] {
    const std::string path = std::string(PRIMA_SOURCE_DIR) + "/instruments/ombudsman/kepatuhan/2024/instrument.yaml";
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return instrument::read_instrument(text.str(), "instrument.yaml").value();
  }();
  return instrument;
}

std::string result_page(Language language, const std::string& rows, const ResultPlace& place) {
  const scoring::Compiled compiled(method());
  if (rows.empty()) return score_result_page(language, compiled, score_table(compiled, {}), place);
  auto answers = read_answers(compiled, "institution,unit,indicator,value\n" + rows, "a.csv");
  EXPECT_TRUE(answers.has_value());
  return score_result_page(language, compiled, score_table(compiled, std::move(*answers)), place);
}

const std::string first_indicator() { return method().indicators.front().id; }

std::vector<std::string> all_pages(Language language) {
  return {instruments_page(language, {&method()}),
          instruments_page(language, {}),
          instrument_page(language, method(), {}, {&method()}),
          instrument_page(language, method(), {Finding{"x", "f.yaml", 3, {"salah", "wrong"}}}, {}),
          score_page(language, {&method()}, {}),
          score_page(language, {}, {"survey", {Finding{"x", "f.csv", 3, {"salah", "wrong"}}}}),
          result_page(language, "", {"abc", "a.csv", 0}),
          result_page(language, "Kota A,Dinas," + first_indicator() + ",0\n", {"abc", "", 7}),
          result_page(language, "A,Dinas," + first_indicator() + ",0\nB,Dinas,*,NOT_ASSESSED\n", {"abc", "a.csv", 1})};
}

TEST(AssessmentPages, HaveExactlyOneFirstHeading) {
  for (const Language language : {Language::id, Language::en}) {
    for (const std::string& page : all_pages(language)) EXPECT_EQ(count_of(page, "<h1"), 1U) << page.substr(0, 400);
  }
}

TEST(AssessmentPages, SpeakOneLanguageOnly) {
  for (const std::string& page : all_pages(Language::id)) {
    for (const char* english :
         {"Score a file", "Assessment instruments", "mandatory", "Where points", "Download the"}) {
      EXPECT_FALSE(has(page, english)) << english;
    }
  }
  for (const std::string& page : all_pages(Language::en)) {
    for (const char* indonesian : {"Hitung nilai dari berkas", "Instrumen penilaian", "Unduh hasil", "wajib"}) {
      EXPECT_FALSE(has(page, indonesian)) << indonesian;
    }
  }
}

TEST(InstrumentPage, ShowsTheHashTheFileTheChecksAndEveryIndicatorAsATarget) {
  const std::string page = instrument_page(Language::id, method(), {}, {&method()});
  EXPECT_TRUE(has(page, method().hash));
  EXPECT_TRUE(has(page, "/instrumen/ombudsman/kepatuhan/2024/instrument.yaml"));
  EXPECT_TRUE(has(page, "Lolos semua pemeriksaan"));
  for (const auto& indicator : method().indicators) EXPECT_TRUE(has(page, "id=\"i-" + indicator.id + "\""));
}

TEST(InstrumentPage, ShowsWhatTheChecksFoundInsteadOfAnInvitationToScore) {
  const Findings lint = {{"x", "instrument.yaml", 12, {"bobot tidak genap", "weights do not add up"}}};
  const std::string page = instrument_page(Language::id, method(), lint, {});
  EXPECT_TRUE(has(page, "bobot tidak genap"));
  EXPECT_FALSE(has(page, "Lolos semua pemeriksaan"));
  EXPECT_FALSE(has(page, "?instrument="));
}

TEST(ScorePage, KeepsTheChosenInstrumentAndNamesFileAndLine) {
  const Findings findings = {{"x", "jawaban.csv", 12, {"nilai salah", "wrong value"}}};
  const std::string page = score_page(Language::id, {&method()}, {std::string(survey_choice), findings});
  EXPECT_TRUE(has(page, "jawaban.csv:12: nilai salah"));
  EXPECT_TRUE(has(page, "value=\"survey\" selected"));
  EXPECT_TRUE(has(page, "enctype=\"multipart/form-data\""));
}

TEST(ScoreResultPage, EscapesNamesFromTheFile) {
  const std::string evil = "<script>alert(1)</script>";
  const std::string rows = evil + "," + evil + "," + first_indicator() + ",0\n";
  const std::string page = result_page(Language::id, rows, {"abc", evil, 0});
  EXPECT_FALSE(has(page, "<script>alert"));
  EXPECT_TRUE(has(page, "&lt;script&gt;"));
}

TEST(ScoreResultPage, LinksToItsDataAndToEachInstitution) {
  const std::string rows = "A,Dinas," + first_indicator() + ",0\nB,Dinas," + first_indicator() + ",0\n";
  const std::string page = result_page(Language::en, rows, {"abc", "a.csv", 1});
  for (const char* link :
       {"/en/hitung/hasil/abc.json", "/en/hitung/hasil/abc.csv", "abc?instansi=1", "abc?instansi=2"}) {
    EXPECT_TRUE(has(page, link)) << link;
  }
}

TEST(Ranked, SharesARankAmongEqualScoresAndPutsTheUnassessedLast) {
  std::vector<Classification> results(3);
  results[0].rounded = Rational(70);
  results[1].rounded = Rational(90);
  results[2].rounded = Rational(90);
  const auto all = ranked(4, [&](std::size_t i) { return i == 0 ? nullptr : &results[i - 1]; });
  std::vector<std::size_t> ranks;
  std::vector<std::size_t> places;
  for (const Ranked& one : all) {
    ranks.push_back(one.rank);
    places.push_back(one.place);
  }
  EXPECT_EQ(ranks, (std::vector<std::size_t>{1, 1, 3, 0}));
  EXPECT_EQ(places, (std::vector<std::size_t>{2, 3, 1, 0}));
}

}  // namespace
}  // namespace prima::assessment
