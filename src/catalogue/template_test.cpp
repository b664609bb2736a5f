#include "catalogue/template.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "catalogue/edition_rules.h"
#include "catalogue/plain_language_rules.h"
#include "catalogue/standard_api.h"
#include "catalogue/standard_completeness_rules.h"
#include "catalogue/standard_test_support.h"
#include "catalogue/standard_texts.h"
#include "catalogue/standard_words.h"
#include "instrument/instrument_test_support.h"

namespace prima::catalogue {
namespace {

constexpr int least_plain_index = 85;

TEST(Templates, AreReadWithoutAFinding) {
  const auto paths = instrument::test::files_below("reference/service_templates", ".yaml");
  EXPECT_GE(paths.size(), 40U);
  for (const std::string& path : paths) {
    const std::size_t start = path.rfind('/') + 1;
    const auto read = read_template(instrument::test::read_file(path), path.substr(start, path.rfind('.') - start));
    if (read) continue;
    for (const Finding& finding : read.error()) ADD_FAILURE() << to_text(finding, Language::en);
  }
}

TEST(Templates, AreAtLeastFortyWithDifferentKeysAndTitles) {
  std::set<std::string> keys;
  std::set<std::string> titles;
  for (const ServiceTemplate& one : service_templates()) {
    EXPECT_TRUE(keys.insert(one.key).second) << one.key;
    EXPECT_TRUE(titles.insert(one.standard.title.id).second) << one.key;
    EXPECT_EQ(find_template(one.key), &one);
  }
  EXPECT_GE(keys.size(), 40U);
  EXPECT_EQ(find_template("tidak-ada"), nullptr);
}

TEST(Templates, StateNoFeeAndNoTimeButHintAtThem) {
  static const std::regex figure("(Rp|rupiah|\\b\\d+ ?(x ?24 )?(hari|jam|menit|minggu|bulan)\\b)");
  for (const ServiceTemplate& one : service_templates()) {
    const Standard& s = one.standard;
    EXPECT_TRUE(s.fees.state == FeeState::not_stated && s.fees.rows.empty() && s.time.empty()) << one.key;
    EXPECT_TRUE(s.fees.legal_ground.empty()) << one.key;
    EXPECT_FALSE(s.complaints.answer_time) << one.key;
    for (const Step& step : s.procedure) EXPECT_FALSE(step.duration) << one.key;
    for (const PlacedText& text : indonesian_texts(s))
      EXPECT_FALSE(std::regex_search(text.text, figure)) << one.key << text.pointer << ": " << text.text;
    for (const Component silent : {Component::fees, Component::time}) {
      ASSERT_NE(one.hint(silent), nullptr) << one.key;
      EXPECT_FALSE(one.hint(silent)->id.empty() || one.hint(silent)->en.empty()) << one.key;
    }
  }
}

TEST(Templates, AreDraftsThatSurviveARoundTripAndMayGoToReview) {
  for (const ServiceTemplate& one : service_templates()) {
    const Edition draft = draft_from(one);
    EXPECT_EQ(draft.state, EditionState::draft);
    const auto read = read_edition(edition_json(draft));
    ASSERT_TRUE(read) << one.key << to_text(read.error()[0], Language::en);
    EXPECT_TRUE(*read == draft) << one.key;
    EXPECT_TRUE(what_is_missing_for(EditionState::review, draft).empty()) << one.key;
  }
}

TEST(Templates, HaveWhatIsTypicalAndAnEnglishTitle) {
  const std::string events = instrument::test::read_file(PRIMA_SOURCE_DIR "/reference/search/life_events.yaml");
  for (const ServiceTemplate& one : service_templates()) {
    EXPECT_FALSE(one.standard.title.en.empty()) << one.key;
    EXPECT_FALSE(one.standard.other_names.empty()) << one.key;
    for (const std::string& event : one.standard.life_events)
      EXPECT_THAT(events, testing::HasSubstr("  - id: " + event + "\n")) << one.key;
    EXPECT_FALSE(one.standard.audience.empty()) << one.key;
    for (const ComponentCheck& check : check_components(one.standard)) {
      const bool whole = check.component == Component::requirements || check.component == Component::procedure ||
                         check.component == Component::products || check.component == Component::legal_basis ||
                         check.component == Component::safety_guarantee || check.component == Component::facilities;
      if (whole) {
        EXPECT_EQ(check.state, ComponentState::complete) << one.key << key(check.component) << check.reason.en;
      } else if (check.component != Component::competence) {
        EXPECT_NE(one.hint(check.component), nullptr) << one.key << key(check.component);
      }
    }
  }
}

TEST(Templates, AreWrittenInPlainLanguage) {
  for (const ServiceTemplate& one : service_templates()) {
    const StandardPlainReport report = check_plain_language(one.standard, plain_words());
    EXPECT_GE(report.index, least_plain_index) << one.key;
    for (const PlacedReport& text : report.texts) {
      for (const Remark& remark : text.report.remarks) {
        if (report.index < least_plain_index)
          ADD_FAILURE() << one.key << text.pointer << ": " << text.text.substr(remark.offset, remark.length);
      }
    }
  }
}

TEST(Templates, NameNationalLawsOnlyWithNumberAndYear) {
  for (const ServiceTemplate& one : service_templates()) {
    for (const LegalReference& law : one.standard.legal_basis) {
      EXPECT_NE(law.kind, LegalKind::regional_regulation) << one.key;
      EXPECT_NE(law.kind, LegalKind::decree) << one.key;
      EXPECT_FALSE(law.number.empty() || law.title.empty()) << one.key;
      EXPECT_FALSE(law.number == "5" && law.year == 2021) << one.key << " rests on a regulation that was replaced";
    }
  }
}

TEST(Templates, SaySomewhereThatTheyAreOurs) {
  EXPECT_THAT(template_notice().en, testing::HasSubstr("not as a rule"));
  EXPECT_THAT(template_notice().id, testing::HasSubstr("bukan aturan"));
}

const std::string good =
    "format: prima-service-template/1\nkey: a\nstanding: ours\nsector: sosial\n"
    "hints:\n  fees: {id: \"x\", en: \"x\"}\n  time: {id: \"x\", en: \"x\"}\n"
    "standard:\n  title: {id: \"A\", en: \"A\"}\n";

TEST(TemplateReader, GivesTheLineAndThePointerOfEveryMistake) {
  struct Row {
    std::string from, to, code;
    std::int64_t line;
  };
  for (const Row& row :
       {Row{"template/1", "template/2", "bad_format", 1}, Row{"key: a", "key: b", "bad_key", 1},
        Row{"ours", "official", "bad_standing", 1}, Row{"sosial", "sulap", "unknown_sector", 1},
        Row{"  fees: {id: \"x\", en: \"x\"}\n", "", "hint_missing", 6},
        Row{"  fees:", "  feed:", "unknown_component", 6},
        Row{"  title: {id: \"A\", en: \"A\"}\n", "  title: {id: \"A\"}\n  titel: 1\n", "unknown_field", 10},
        Row{"{id: \"A\", en: \"A\"}\n", "{id: \"A\"}\n  time: [{duration: {amount: 1, unit: hours}}]\n",
            "time_in_template", 9},
        Row{"{id: \"A\", en: \"A\"}\n", "{id: \"A\"}\n  fees: {state: free}\n", "fee_in_template", 10},
        Row{"{id: \"A\", en: \"A\"}\n", "{id: \"A\"}\n  staff:\n    - {post: {id: \"x\"}, count: -1}\n", "not_in_range",
            11}}) {
    const auto read = read_template(instrument::test::with(good, row.from, row.to), "a");
    ASSERT_FALSE(read) << row.code;
    std::vector<std::string> found;
    for (const Finding& finding : read.error()) found.push_back(finding.code + ":" + std::to_string(finding.line));
    EXPECT_THAT(found, testing::Contains(row.code + ":" + std::to_string(row.line))) << row.code;
  }
  EXPECT_TRUE(read_template(good, "a"));
}

}  // namespace
}  // namespace prima::catalogue
