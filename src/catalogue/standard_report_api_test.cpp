#include "catalogue/standard_report_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "catalogue/standard_api.h"
#include "catalogue/standard_test_support.h"
#include "instrument/instrument_test_support.h"

namespace prima::catalogue {
namespace {

namespace json = boost::json;

TEST(StandardReportApi, WritesOnlyThePartsOfADiffThatChanged) {
  Edition after = test::published_edition();
  after.number = 2;
  after.standard.time[0].duration.amount = 3;
  const json::value value = json::parse(diff_json(diff_editions(test::published_edition(), after), Language::en));
  ASSERT_EQ(value.at("parts").as_array().size(), 1U);
  const json::value& part = value.at("parts").at(0);
  EXPECT_EQ(part.at("component"), "time");
  EXPECT_EQ(part.at("changes").at(0).at("facets").at(0).at("after"), "3 working days");
  EXPECT_EQ(value.at("after"), 2);
}

TEST(StandardReportApi, WritesCompletenessExactlyAndByComponent) {
  const std::string path = PRIMA_SOURCE_DIR "/instruments/standar-pelayanan/14-komponen/instrument.yaml";
  const instrument::Instrument method = instrument::test::read(instrument::test::read_file(path), path);
  const scoring::Compiled compiled(method);
  const CompletenessScorer scorer = *CompletenessScorer::make(compiled);
  Edition edition = test::published_edition();
  edition.standard.fees = {};
  const json::value one = json::parse(completeness_json(scorer.score_service(&edition), Language::id));
  EXPECT_EQ(one.at("exact"), "650/7");
  EXPECT_EQ(one.at("score"), "92.86");
  EXPECT_EQ(one.at("components").as_array().size(), component_count);
  EXPECT_EQ(one.at("components").at(4).at("indicator"), "biaya");
  EXPECT_EQ(one.at("components").at(4).at("state"), "absent");
  const json::value unit = json::parse(completeness_json(scorer.score_unit({"A", {&edition, nullptr}}), Language::en));
  EXPECT_EQ(unit.at("exact"), "325/7");
  EXPECT_EQ(unit.at("without_standard"), 1);
  const json::value none = json::parse(completeness_json(scorer.score_unit({"B", {}}), Language::en));
  EXPECT_TRUE(none.at("score").is_null() && none.at("category").is_null());
}

TEST(StandardReportApi, PlacesPlainLanguageRemarks) {
  Standard standard;
  standard.title = {"Berkas dikirim", ""};
  const json::value value =
      json::parse(plain_language_json(check_plain_language(standard, plain_words()), Language::en));
  EXPECT_EQ(value.at("standing"), "ours");
  const json::value& remark = value.at("texts").at(0).at("remarks").at(0);
  EXPECT_EQ(value.at("texts").at(0).at("pointer"), "/title/id");
  EXPECT_EQ(remark.at("kind"), "passive");
  EXPECT_EQ(remark.at("offset"), 7);
  EXPECT_EQ(remark.at("length"), 7);
}

TEST(StandardReportApi, GivesATemplateWhoseStandardCanBeReadBack) {
  const ServiceTemplate& one = *find_template("ktp-elektronik");
  const json::value value = json::parse(template_json(one, Language::en));
  EXPECT_TRUE(*read_standard_value(value.at("standard")) == one.standard);
  EXPECT_TRUE(value.at("hints").as_object().contains("fees"));
  const json::value all = json::parse(templates_json(service_templates(), Language::id));
  EXPECT_EQ(all.at("templates").as_array().size(), service_templates().size());
}

}  // namespace
}  // namespace prima::catalogue
