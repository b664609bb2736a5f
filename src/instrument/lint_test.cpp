#include "instrument/lint.h"

#include <gtest/gtest.h>

#include <deque>

#include "instrument/instrument_test_support.h"

namespace prima::instrument {

namespace {

// What reading and, when that went well, lint say about a text.
Findings findings_of(const std::string& text, const std::string& file = "instrument.yaml") {
  auto read = read_instrument(text, file);
  return read ? lint(*read) : read.error();
}

std::string codes_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += to_text(finding, Language::en) + " (" + finding.code + ")\n";
  return text;
}

// The rest of the line "# key: rest" in a file of tests/instruments/bad.
std::string comment(const std::string& text, const std::string& key) {
  const std::string start = "# " + key + ": ";
  const std::size_t begin = text.find(start) + start.size();
  return text.substr(begin, text.find('\n', begin) - begin);
}

struct Rewrite {
  std::string from;
  std::string to;
  std::string code;
};

}  // namespace

TEST(Lint, RefusesEveryBadFileForTheMistakeItWasMadeFor) {
  const auto paths = test::files_below("tests/instruments/bad", ".yaml");
  ASSERT_GE(paths.size(), 55U);
  for (const std::string& path : paths) {
    SCOPED_TRACE(path);
    const std::string text = test::read_file(path);
    ASSERT_TRUE(text.starts_with("# expect: "));
    const Findings findings = findings_of(text, path);
    ASSERT_FALSE(findings.empty());
    bool said = false;
    for (const Finding& finding : findings) {
      EXPECT_EQ(finding.code, comment(text, "expect")) << codes_of(findings);
      EXPECT_EQ(finding.file, path);
      EXPECT_FALSE(finding.message.id.empty() || finding.message.en.empty());
      said = said || finding.message.id.find(comment(text, "words")) != std::string::npos;
    }
    EXPECT_TRUE(said) << findings.front().message.id;
  }
}

TEST(Lint, FindsNothingInTheGoodFiles) {
  for (const std::string& path : test::files_below("tests/instruments/good", ".yaml"))
    EXPECT_EQ(codes_of(findings_of(test::read_file(path), path)), "") << path;
}

TEST(Lint, ProvesEveryShippedInstrumentBesideItsFamily) {
  std::deque<Instrument> all;
  for (const std::string& path : test::files_below("instruments", "instrument.yaml"))
    all.push_back(test::read(test::read_file(path), path));
  ASSERT_GE(all.size(), 9U);
  std::vector<const Instrument*> family;
  for (const Instrument& one : all) family.push_back(&one);
  for (const Instrument& one : all) EXPECT_EQ(codes_of(lint(one, family)), "") << one.id();
}

TEST(Lint, NamesMistakesThatNoFileOfTheBadOnesHolds) {
  const std::vector<Rewrite> rewrites = {
      {"to: 2024-12-31", "to: 2023-12-31", "validity_reversed"},
      {"ladder: keadaan",
       "choices: [{id: \"0\", points: \"0\", text: {id: a, en: a}}, {id: \"1\", points: \"1\", "
       "text: {id: b, en: b}}]",
       "unused_ladder"},
      {"            roles: [asesor]\n", "", "unused_role"},
      {"            informational: true\n            standing: ours",
       "            informational: true\n            weight_standing: official\n            standing: ours", ""},
      {"{above: \"60\", points: \"0\"", "{above: \"60\", points: \"-1\"", "negative_points"},
      {"{above: \"15\"", "{at_least: \"0\"", "unreachable_choice"},
      {"{above: \"60\"", "{above: \"480\"", "unreachable_choice"},
      {"{above: \"60\"", "{above: \"15\"", "threshold_order"},
      {"when: {indicator: lo-01, below: \"1\"}", "when: {dimension: loket, below: \"50\"}", ""},
      {"when: {indicator: lo-01, below: \"1\"}", "when: {axis: open}", "gate_wrong_level"},
  };
  for (const Rewrite& rewrite : rewrites) {
    SCOPED_TRACE(rewrite.to);
    const Findings findings = findings_of(test::with(test::minimal_text(), rewrite.from, rewrite.to));
    if (rewrite.code.empty()) {
      EXPECT_EQ(codes_of(findings), "");
    } else {
      ASSERT_FALSE(findings.empty());
      EXPECT_EQ(findings.front().code, rewrite.code) << codes_of(findings);
    }
  }
}

TEST(Lint, RefusesAnIndicatorForWhichNoAnswerBringsPoints) {
  std::string text = test::with(test::minimal_text(), "{id: biasa, points: \"1\"", "{id: biasa, points: \"0\"");
  text = test::with(text, "{id: ramah, points: \"2\"", "{id: ramah, points: \"0\"");
  text = test::with(text, "            monotone: true\n            choices", "            choices");
  const Findings findings = findings_of(text);
  ASSERT_EQ(findings.size(), 1U) << codes_of(findings);
  EXPECT_EQ(findings[0].code, "zero_maximum");
}

TEST(Lint, FindsEveryMistakeAtOnceInTheOrderOfTheLines) {
  std::string text = test::with(test::minimal_text(), "weight: \"1/2\"", "weight: \"1/3\"");
  text = test::with(text, "max: \"74.99\"", "max: \"74.98\"");
  text = test::with(text, "roles: [asesor]", "roles: [asesor, tamu]");
  const Findings findings = findings_of(text);
  ASSERT_EQ(findings.size(), 3U) << codes_of(findings);
  EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(),
                             [](const Finding& a, const Finding& b) { return a.line < b.line; }));
  for (const char* code : {"weights_do_not_add_up", "band_gap", "unknown_role"})
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; }))
        << code;
}

TEST(Lint, AllowsAnIdInTwoVersionsOnlyWithTheSameMeaning) {
  const Instrument before = test::minimal();
  std::string later = test::with(test::minimal_text(), "version: \"2024\"", "version: \"2025\"");
  later = test::with(later, "{from: 2024-01-01, to: 2024-12-31}", "{from: 2025-01-01}");
  const Instrument silent = test::read(later);
  const Findings reused = lint(silent, {&before, &silent});
  ASSERT_EQ(reused.size(), 4U) << codes_of(reused);
  for (const Finding& finding : reused) EXPECT_EQ(finding.code, "id_reused");
  std::string kept = later;
  for (const char* id : {"lo-01", "lo-02", "lo-03", "lo-04"})
    kept = test::with(kept, std::string("- id: ") + id + "\n",
                      std::string("- id: ") + id + "\n            since: \"2024\"\n");
  EXPECT_EQ(codes_of(lint(test::read(kept), {&before})), "");
}

TEST(Lint, NeverLetsARetiredIdReturn) {
  const Instrument before = test::minimal();  // retired lo-00
  std::string later = test::with(test::minimal_text(), "version: \"2024\"", "version: \"2025\"");
  later = test::with(later, "{from: 2024-01-01, to: 2024-12-31}", "{from: 2025-01-01}");
  for (const char* id : {"lo-02", "lo-03", "lo-04"})
    later = test::with(later, std::string("- id: ") + id + "\n",
                       std::string("- id: ") + id + "\n            since: \"2024\"\n");
  later = test::with(later, "- id: lo-01\n", "- id: lo-00\n");
  later = test::with(later, "indicator: lo-01", "indicator: lo-00");
  later = test::with(later, "retired: [lo-00]", "retired: []");
  const Findings findings = lint(test::read(later), {&before});
  ASSERT_EQ(findings.size(), 1U) << codes_of(findings);
  EXPECT_EQ(findings[0].code, "id_reused");
}

}  // namespace prima::instrument
