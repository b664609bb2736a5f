#include "surveys/skm_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima::surveys {
namespace {

using testing::HasSubstr;

Responses sekadau() {
  return {.groups = {{"Disdukcapil \"Sekadau\"", "2019", {{138, 139, 150, 177, 159, 163, 161, 143, 159}, 49}, 2}},
          .findings = {{"incomplete_response", "r.csv", 7, {"tidak lengkap", "incomplete"}}}};
}

TEST(SkmJson, IsTheDocumentOfTheContract) {
  EXPECT_EQ(
      to_json(skm_report(sekadau(), {.convention = Convention::exact_1_9, .population = 60}), Language::en),
      R"({"results":[{"unit":"Disdukcapil \"Sekadau\"","period":"2019","n":49,"incomplete":2,)"
      R"("elements":{"U1":"2.8163","U2":"2.8367","U3":"3.0612","U4":"3.6122","U5":"3.2449","U6":"3.3265",)"
      R"("U7":"3.2857","U8":"2.9184","U9":"3.2449"},"index":"78.74","exact":"11575/147","grade":"B","quality":"Baik",)"
      R"("convention":"exact_1_9","sample_required":52,"margin":"0.0604","population":60,)"
      R"("by_convention":[{"convention":"exact_1_9","index":"78.74","grade":"B"},)"
      R"({"convention":"w_0.111","index":"78.66","grade":"B"},{"convention":"w_0.11","index":"77.95","grade":"B"},)"
      R"({"convention":"w_0.1111","index":"78.73","grade":"B"},)"
      R"({"convention":"each_round3","index":"78.68","grade":"B"},)"
      R"({"convention":"total_round3","index":"78.75","grade":"B"}],"grade_depends_on_convention":false}],)"
      R"("findings":[{"code":"incomplete_response","file":"r.csv","line":7,"message":"incomplete"}]})");
}

TEST(SkmJson, SpeaksTheLanguageOfTheReaderInFindingsOnly) {
  const std::string text = to_json(skm_report(sekadau(), {}), Language::id);
  EXPECT_THAT(text, HasSubstr(R"("message":"tidak lengkap")"));
  EXPECT_THAT(text, HasSubstr(R"("quality":"Baik")"));
  EXPECT_THAT(text, HasSubstr(R"("sample_required":384,"margin":"0.1400","population":null)"));
}

TEST(SkmJson, HasNoIndexWithoutACompleteQuestionnaire) {
  const std::string text = to_json(skm_report({.groups = {{"A", "", {}, 3}}, .findings = {}}, {}), Language::id);
  EXPECT_EQ(text,
            R"({"results":[{"unit":"A","period":"","n":0,"incomplete":3,"elements":null,"index":null,"exact":null,)"
            R"("grade":null,"quality":null,"convention":"exact_1_9","sample_required":384,"margin":null,)"
            R"("population":null,"by_convention":[],"grade_depends_on_convention":false}],"findings":[]})");
}

TEST(SkmJson, OfARefusedFileHasFindingsOnly) {
  SkmReport report;
  report.findings = {{"empty_file", "r.csv", 1, {"kosong", "empty"}}};
  EXPECT_EQ(to_json(report, Language::en),
            R"({"results":[],"findings":[{"code":"empty_file","file":"r.csv","line":1,"message":"empty"}]})");
}

}  // namespace
}  // namespace prima::surveys
