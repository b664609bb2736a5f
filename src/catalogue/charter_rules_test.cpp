#include "catalogue/charter_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/charter_api.h"
#include "catalogue/plain_language_rules.h"

namespace prima::catalogue {
namespace {

CharterNames names() {
  return {{"Dinas Kependudukan", "the Population Office"},
          {"Kota Contoh", "the City of Contoh"},
          "Contoh",
          parse_date("2026-01-02"),
          {"Kepala Dinas Kependudukan", "Head of the Population Office"},
          "Siti Contoh, S.Sos.",
          {},
          "",
          {}};
}

std::vector<std::string> ids(const Charter& charter) {
  std::vector<std::string> list;
  for (const CharterParagraph& one : charter.paragraphs) list.push_back(one.id);
  return list;
}

std::vector<std::string> problems(const CharterNames& given) {
  std::vector<std::string> list;
  const auto charter = compose_charter(charter_rules(), given);
  if (charter) return list;
  for (const Finding& finding : charter.error()) list.push_back(finding.file + " " + finding.code);
  return list;
}

TEST(CharterRules, AskForThePromiseTheImprovementAndTheSanction) {
  std::vector<std::string> required;
  for (const CharterPart& part : charter_rules().parts) {
    if (part.required) required.push_back(part.id);
  }
  EXPECT_THAT(required, testing::ElementsAre("promise", "improvement", "sanction"));
  EXPECT_EQ(charter_rules().references.at(0).cite, "UU 25/2009 Pasal 22");
}

TEST(Charter, IsFilledWithTheNamesOfTheUnit) {
  const auto charter = compose_charter(charter_rules(), names());
  ASSERT_TRUE(charter);
  EXPECT_THAT(ids(*charter), testing::ElementsAre("promise", "improvement", "sanction"));
  EXPECT_EQ(charter->paragraphs[0].text.id,
            "Kami, Dinas Kependudukan Kota Contoh, berjanji dan sanggup melayani Anda sesuai standar pelayanan kami.");
  EXPECT_THAT(charter->paragraphs[0].text.en, testing::StartsWith("We, the Population Office of the City of Contoh,"));
  EXPECT_EQ(charter->place_and_date, (Words{"Contoh, 2 Januari 2026", "Contoh, 2 January 2026"}));
  EXPECT_EQ(charter->signer_name, "Siti Contoh, S.Sos.");
}

TEST(Charter, PromisesCompensationAndNamesTheComplaintDeskOnlyWhereThereIsOne) {
  CharterNames given = names();
  given.compensation = {"kami mengantar dokumen ke rumah", "we bring the document to your home"};
  given.complaints = "0251-000000";
  const auto charter = compose_charter(charter_rules(), given);
  ASSERT_TRUE(charter);
  EXPECT_THAT(ids(*charter), testing::ElementsAre("promise", "improvement", "sanction", "compensation", "complaints"));
  EXPECT_EQ(charter->paragraphs[3].text.en, "We also compensate you: we bring the document to your home.");
}

TEST(Charter, MayUseTheUnitsOwnWords) {
  CharterNames given = names();
  given.own_texts = {{"promise", {"{unit} melayani Anda dengan jujur.", ""}}};
  const auto charter = compose_charter(charter_rules(), given);
  ASSERT_TRUE(charter);
  EXPECT_EQ(charter->paragraphs[0].text.id, "Dinas Kependudukan melayani Anda dengan jujur.");
  EXPECT_TRUE(charter->paragraphs[0].own_words);
  EXPECT_FALSE(charter->paragraphs[1].own_words);
}

TEST(Charter, DoesNotFillANameIntoAName) {
  CharterNames given = names();
  given.unit = {"Unit {institution}", ""};
  EXPECT_THAT(compose_charter(charter_rules(), given)->paragraphs[0].text.id,
              testing::HasSubstr("Unit {institution} Kota"));
}

TEST(Charter, GivesEveryReasonAgainstIt) {
  EXPECT_THAT(problems({}), testing::UnorderedElementsAre("/unit missing_field", "/institution missing_field",
                                                          "/place missing_field", "/date missing_field",
                                                          "/signer_post missing_field", "/signer_name missing_field"));
  CharterNames given = names();
  given.own_texts = {{"sanction", {" ", ""}},
                     {"improvement", {"{kepala} memperbaiki.", ""}},
                     {"promise", {std::string(601, 'a'), ""}},
                     {"puisi", {"x", ""}}};
  EXPECT_THAT(problems(given), testing::UnorderedElementsAre(
                                   "/own_texts/sanction required_part", "/own_texts/improvement unknown_placeholder",
                                   "/own_texts/promise too_long", "/own_texts/puisi unknown_part"));
}

TEST(Charter, IsWrittenInPlainLanguage) {
  for (const CharterPart& part : charter_rules().parts)
    EXPECT_TRUE(check_plain_language(part.text.id, plain_words()).remarks.empty()) << part.text.id;
}

TEST(CharterReader, GivesEveryFindingOfTheFile) {
  const auto read = read_charter_rules(
      "format: prima-charter/1\ntitle: {id: \"a\", en: \"b\"}\nreferences: []\nparts:\n"
      "  - {id: x, required: false, standing: best, needs: luck, about: {id: \"a\", en: \"b\"}, text: {id: \"{who}\", "
      "en: \"b\"}}\n",
      "charter.yaml");
  ASSERT_FALSE(read);
  std::vector<std::string> codes;
  for (const Finding& finding : read.error()) codes.push_back(finding.code);
  EXPECT_THAT(codes, testing::UnorderedElementsAre("bad_standing", "unknown_placeholder", "unknown_placeholder",
                                                   "nothing_required"));
}

TEST(CharterApi, LosesNothingInARoundTrip) {
  CharterNames given = names();
  EXPECT_EQ(*read_charter_names(charter_names_json(given)), given);
  given.compensation = {"kami mengantar", ""};
  given.complaints = "0251-000000";
  given.own_texts = {{"promise", {"{unit} \"melayani\" Anda.", "We serve."}}};
  EXPECT_EQ(*read_charter_names(charter_names_json(given)), given);
  EXPECT_EQ(*read_charter_names("{}"), CharterNames());
}

TEST(CharterApi, NamesTheFieldThatIsWrong) {
  const auto read = read_charter_names(R"({"unit":"Dinas","date":"1 Januari","own_texts":[{"part":"promise"}],"x":1})");
  ASSERT_FALSE(read);
  std::vector<std::string> places;
  for (const Finding& finding : read.error()) places.push_back(finding.file + " " + finding.code);
  EXPECT_THAT(places, testing::UnorderedElementsAre("/unit not_by_language", "/date not_a_date",
                                                    "/own_texts/0/text missing_field", "/x unknown_field"));
  EXPECT_FALSE(read_charter_names("["));
}

TEST(CharterApi, WritesTheCharterInOneLanguage) {
  const std::string json = charter_json(*compose_charter(charter_rules(), names()), Language::en);
  EXPECT_THAT(json, testing::HasSubstr("\"title\":\"Service Charter\""));
  EXPECT_THAT(json, testing::HasSubstr("\"place_and_date\":\"Contoh, 2 January 2026\""));
}

}  // namespace
}  // namespace prima::catalogue
