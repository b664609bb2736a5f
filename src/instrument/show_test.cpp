#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "instrument/diff.h"
#include "instrument/instrument_test_support.h"
#include "instrument/show_api.h"
#include "instrument/show_text.h"

namespace prima::instrument {

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(ShowJson, HoldsWhatTheContractPromises) {
  const auto shown = boost::json::parse(show_json(test::minimal()));
  EXPECT_EQ(shown.at("id").as_string(), "contoh/loket/2024");
  EXPECT_EQ(shown.at("hash").as_string(), test::minimal().hash);
  EXPECT_EQ(shown.at("scale").at("max").as_string(), "100");
  EXPECT_EQ(shown.at("rounding").at("places").as_int64(), 2);
  EXPECT_EQ(shown.at("rounding").at("mode").as_string(), "half_even");
  EXPECT_EQ(shown.at("dimensions").at(0).at("weight").as_string(), "1");
  const auto& indicators = shown.at("indicators").as_array();
  ASSERT_EQ(indicators.size(), 4U);
  EXPECT_EQ(indicators[0].at("weight").as_string(), "0.5");
  EXPECT_EQ(indicators[0].at("weight_status").as_string(), "inferred");
  EXPECT_EQ(indicators[0].at("choices").as_array().size(), 3U);
  EXPECT_TRUE(indicators[0].at("range").is_null());
  EXPECT_TRUE(indicators[2].at("choices").as_array().empty());
  EXPECT_EQ(indicators[2].at("range").at("max").as_string(), "480");
  EXPECT_TRUE(indicators[3].at("weight").is_null());
  EXPECT_EQ(shown.at("bands").at(0).at("zone").as_string(), "Hijau");
  EXPECT_EQ(shown.at("bands").at(1).at("quality").as_string(), "Kurang");
}

TEST(ShowJson, WritesAWeightThatDoesNotEndAsAFraction) {
  std::string text = test::with(test::minimal_text(), "weight: \"1/2\"", "weight: \"1/3\"");
  const auto shown = boost::json::parse(show_json(test::read(text)));
  EXPECT_EQ(shown.at("indicators").at(0).at("weight").as_string(), "1/3");
}

TEST(ShowJson, ListsInstrumentsFindingsAndChanges) {
  const Instrument one = test::minimal();
  const auto list = boost::json::parse(list_json({&one}));
  EXPECT_EQ(list.at("instruments").at(0).at("valid_to").as_string(), "2024-12-31");
  const auto lint = boost::json::parse(lint_json({Finding{"code", "f", 3, {"salah", "wrong"}}}, 7, Language::en));
  EXPECT_EQ(lint.at("cases").as_int64(), 7);
  EXPECT_EQ(lint.at("findings").at(0).at("message").as_string(), "wrong");
  const auto changes = boost::json::parse(diff_json({Change{"band", "A", {"ubah", "change"}}}, Language::id));
  EXPECT_EQ(changes.at("changes").at(0).at("message").as_string(), "ubah");
}

TEST(ShowText, DrawsTheTreeWithWeightsAndMarksInBothLanguages) {
  const std::string id = to_text(test::minimal(), Language::id);
  for (const char* part : {"contoh/loket/2024", "lo-01  0.5", "tanpa bobot", "[resmi; UU 25/2009]", "[usulan Prima]",
                           "[disimpulkan; UU 25/2009]", "A  75 - 100  Baik, Hijau", "Sertifikat ditahan"})
    EXPECT_TRUE(holds(id, part)) << part << "\n" << id;
  const std::string en = to_text(test::minimal(), Language::en);
  for (const char* part : {"Are the staff friendly?", "no weight", "[official; UU 25/2009]", "[ours]", "Categories"})
    EXPECT_TRUE(holds(en, part)) << part << "\n" << en;
}

TEST(Diff, FindsNothingBetweenAnInstrumentAndItself) {
  EXPECT_TRUE(diff(test::minimal(), test::minimal()).empty());
  EXPECT_EQ(to_text(std::vector<Change>{}, Language::en), "No difference in how scores are made.\n");
  EXPECT_EQ(to_text(std::vector<Change>{}, Language::id), "Tidak ada perbedaan dalam penilaian.\n");
}

TEST(Diff, SaysEachChangeInWords) {
  struct Row {
    std::string from, to, part, words;
  };
  const std::vector<Row> rows = {
      {"to: 2024-12-31", "to: 2025-12-31", "validity", "valid: 2024-01-01 - 2024-12-31 became 2024-01-01 - 2025-12-31"},
      {"max: \"100\"}", "max: \"200\"}", "scale", "scale: 0 - 100 became 0 - 200"},
      {"mode: half_even", "mode: half_up", "level", "rounding of units: 2 half_even became 2 half_up"},
      {"mean_of_units", "mean_of_products", "level",
       "aggregation of institutions: mean_of_units became mean_of_products"},
      {"\ndimensions:",
       "  national: {aggregate: mean_of_institutions, rounding: {places: 2, mode: down}, standing: "
       "ours}\n\ndimensions:",
       "level", "rounding of the nation: - became 2 down"},
      {"weight: \"1\"", "weight: \"1/9\"", "dimension", "weight of dimension loket: 1 became 1/9"},
      {"weight: \"1/2\"", "weight: \"1/3\"", "indicator", "indicator lo-01, weight: 0.5 became 1/3"},
      {"max: \"480\"", "max: \"500\"", "indicator", "indicator lo-03, answers: 0 - 480"},
      {"above: \"15\"", "at_least: \"15\"", "indicator", "indicator lo-03, answers: 0 - 480"},
      {"{id: biasa, points: \"1\"", "{id: biasa, points: \"1.5\"", "indicator", "biasa=1.5"},
      {"answered_by: respondent", "mandatory: false\n            answered_by: respondent", "indicator",
       "indicator lo-02, mandatory: true became false"},
      {"Are the staff friendly?", "Are the staff kind?", "indicator", "indicator lo-02: its question changed"},
      {"min: \"75.00\"", "min: \"80.00\"", "band", "category A: 75 - 100 Baik (Hijau) became 80 - 100"},
      {"{id: \"Baik\"", "{id: \"Bagus\"", "band", "became 75 - 100 Bagus"},
      {"below: \"1\"}", "below: \"2\"}", "gate", "gate tanpa-pengumuman: lo-01 < 1, cap B became lo-01 < 2, cap B"},
  };
  const Instrument before = test::minimal();
  for (const Row& row : rows) {
    SCOPED_TRACE(row.to);
    const auto changes = diff(before, test::read(test::with(test::minimal_text(), row.from, row.to)));
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes[0].part, row.part);
    EXPECT_TRUE(holds(to_text(changes, Language::en), row.words)) << to_text(changes, Language::en);
    EXPECT_NE(to_text(changes, Language::id), to_text(changes, Language::en));
  }
}

TEST(Diff, SaysWhatCameAndWhatWent) {
  const Instrument full = test::minimal();
  Instrument less = test::minimal();
  less.indicators.pop_back();
  less.dimensions[0].indicator_count -= 1;
  less.bands.pop_back();
  less.gates.clear();
  less.second_axis.reset();
  less.dimensions.push_back(less.dimensions[0]);
  less.dimensions.back().id = "baru";
  const std::string forth = to_text(diff(full, less), Language::en);
  for (const char* part : {"indicator lo-04 was removed", "category B was removed", "gate removed",
                           "second axis removed", "dimension baru was added"})
    EXPECT_TRUE(holds(forth, part)) << part << "\n" << forth;
  const std::string back = to_text(diff(less, full), Language::en);
  for (const char* part : {"indicator lo-04 was added", "category B was added", "gate added", "second axis added",
                           "dimension baru was removed"})
    EXPECT_TRUE(holds(back, part)) << part << "\n" << back;
}

}  // namespace prima::instrument
