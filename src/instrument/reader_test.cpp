#include "instrument/reader.h"

#include <gtest/gtest.h>

#include "instrument/content_hash.h"
#include "instrument/instrument_test_support.h"
#include "instrument/yaml.h"

namespace prima::instrument {

namespace {

std::string first_code(const std::string& text) {
  const auto read = read_instrument(text, "x.yaml");
  return read ? "" : read.error().front().code;
}

struct Rewrite {
  std::string from;
  std::string to;
  std::string code;
};

}  // namespace

TEST(ReadInstrument, KeepsEveryPartOfTheFile) {
  const Instrument one = test::minimal();
  EXPECT_EQ(one.id(), "contoh/loket/2024");
  EXPECT_EQ(one.title.id, "Penilaian loket");
  EXPECT_EQ(one.valid_to.has_value(), true);
  EXPECT_EQ(one.scale_max, Rational(100));
  EXPECT_FALSE(one.samples_products);
  EXPECT_TRUE(one.samples_respondents);
  ASSERT_EQ(one.indicators.size(), 4U);
  EXPECT_EQ(one.indicators[0].weight, Rational(1) / Rational(2));
  EXPECT_EQ(one.indicators[1].weight, Rational(1) / Rational(4));
  EXPECT_EQ(one.indicators[2].weight, Rational(1) / Rational(4));
  EXPECT_FALSE(one.indicators[3].weight.has_value());
  EXPECT_EQ(one.indicators[0].choices.size(), 3U);  // from the shared ladder
  EXPECT_EQ(one.indicators[2].thresholds.size(), 3U);
  EXPECT_EQ(one.indicators[2].maximum(), Rational(2));
  EXPECT_EQ(one.indicators[0].since, "2024");
  EXPECT_TRUE(one.indicators[2].may_be_not_applicable);
  ASSERT_NE(one.band("B"), nullptr);
  EXPECT_EQ(one.band("B")->zone, Zone::red);
  EXPECT_EQ(one.band("Z"), nullptr);
  EXPECT_EQ(one.indicator("lo-09"), nullptr);
  EXPECT_EQ(one.reference("uu-99"), nullptr);
  ASSERT_EQ(one.gates.size(), 2U);
  EXPECT_EQ(one.gates[0].cap, "B");
  EXPECT_EQ(one.gates[1].oversight, Oversight::open);
  EXPECT_EQ(one.retired, std::vector<std::string>{"lo-00"});
}

TEST(ReadInstrument, HashesTheBytesAsSha256sumDoes) {
  EXPECT_EQ(content_hash(""), "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(content_hash("abc"), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(test::minimal().hash, content_hash(test::minimal_text()));
}

TEST(ReadInstrument, ReadsTheWiderLevelsAndEveryMeasuredKind) {
  std::string text = test::with(test::minimal_text(), "dimensions:",
                                "  province: {aggregate: mean_of_institutions, rounding: {places: 2, mode: half_up}, "
                                "standing: ours}\n"
                                "  national: {aggregate: mean_of_institutions, rounding: {places: 1, mode: down}, "
                                "standing: ours}\n\ndimensions:");
  for (const char* kind : {"number", "count", "figure"}) {
    const Instrument one = test::read(test::with(text, "kind: number", std::string("kind: ") + kind));
    EXPECT_EQ(name(one.indicators[2].kind), kind);
    ASSERT_TRUE(one.province && one.national);
    EXPECT_EQ(one.province->rounding.mode, RoundingMode::half_up);
    EXPECT_EQ(one.national->rounding.places, 1);
  }
  text = test::with(text, "kind: number\n            range: {min: \"0\", max: \"480\"}", "kind: share");
  const Instrument share = test::read(text);
  EXPECT_EQ(share.indicators[2].greatest, Rational(100));
}

TEST(ReadInstrument, RefusesWhatIsNotAnInstrumentWithACode) {
  const std::vector<Rewrite> rewrites = {
      {"places: 2", "places: two", "not_a_number"},
      {"places: 2", "places: 10", "bad_places"},
      {"places: 2", "places: -1", "bad_places"},
      {"aggregate: mean_of_units", "aggregate: weighted_dimensions", "unknown_value"},
      {"aggregate: mean_of_units", "aggregate: median", "unknown_value"},
      {"{withhold: certificate}", "{withhold: budget}", "unknown_value"},
      {"when: {axis: open}", "when: {axis: closed}", "unknown_value"},
      {"zone: Hijau", "zone: Biru", "unknown_value"},
      {"kind: law", "kind: gossip", "unknown_value"},
      {"weight: \"1/2\"", "weight: \"1/0\"", "not_a_number"},
      {"weight: \"1/2\"", "weight: \"NaN\"", "not_a_number"},
      {"weight: \"1/2\"", "weight: \"1e999\"", "not_a_number"},
      {"weight: \"1/2\"", "weight: [1]", "not_a_text"},
      {"scale: {min: \"0\", max: \"100\"}", "scale: {min: \"0\"}", "missing_key"},
      {"text: {id: \"Tanpa", "text: {xx: a, id: \"Tanpa", "unknown_key"},
      {"{from: 2024-01-01", "{from: 2024-13-01", "bad_date"},
      {"id: contoh/loket", "id: contoh/loket/2024", "bad_id"},
      {"id: lo-01", "id: LO_01", "bad_id"},
      {"roles: [asesor]", "roles: asesor", "not_a_list"},
      {"retired: [lo-00]", "retired: {a: b}", "not_a_list"},
  };
  for (const Rewrite& rewrite : rewrites)
    EXPECT_EQ(first_code(test::with(test::minimal_text(), rewrite.from, rewrite.to)), rewrite.code) << rewrite.to;
}

TEST(ReadInstrument, SaysTheLineOfTheMistake) {
  const auto read = read_instrument(test::with(test::minimal_text(), "weight: \"1\"", "weight: \"x\""), "x.yaml");
  ASSERT_FALSE(read);
  const std::string text = test::minimal_text();
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(text.find("weight: \"1\"")), '\n');
  EXPECT_EQ(read.error().front().line, line);
}

TEST(ReadInstrument, ReadsNoPartOfATruncatedFile) {
  const std::string text = test::minimal_text();
  for (std::size_t size = 0; size < text.rfind("dimensions:") + 200; size += 97)
    EXPECT_FALSE(read_instrument(text.substr(0, size), "x.yaml")) << size;
}

TEST(ParseYaml, RefusesTextsThatAreNoTree) {
  const std::string deep(40, '[');
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"", "not_a_map"},
      {"just a text", "not_a_map"},
      {"- a\n- b\n", "not_a_map"},
      {"a: " + deep, "nested_too_deep"},
      {"a: {b: {b: 1", "yaml_syntax"},
      {"a: \"open", "yaml_syntax"},
      {"[a]: b\n", "yaml_syntax"},
      {"a: 1\na: 2\n", "duplicate_key"},
      {"a: &x 1\n", "alias_refused"},
      {"a: &x [1]\n", "alias_refused"},
      {"a: *x\n", "yaml_syntax"},
      {"a: \xFF\xFE\n", "wrong_encoding"},
      {"a: caf\xE9\n", "wrong_encoding"},
      {"a: \"\\_\"\n", "wrong_encoding"},
      {"a: \"\\N\"\n", "wrong_encoding"},
      {"a: \"\\uD800\"\n", "yaml_syntax"},
      {std::string((4U << 20U) + 1, 'a'), "file_too_large"},
  };
  for (const auto& [text, code] : texts) {
    YamlProblems problems{"x.yaml", {}};
    EXPECT_FALSE(parse_yaml(text, &problems)) << text.substr(0, 40);
    ASSERT_EQ(problems.findings.size(), 1U);
    EXPECT_EQ(problems.findings[0].code, code) << text.substr(0, 40);
  }
}

TEST(ParseYaml, KeepsLinesAndQuotes) {
  YamlProblems problems{"x.yaml", {}};
  const auto tree = parse_yaml("a: 1\nb:\n  - \"1\"\n  - ~\n", &problems);
  ASSERT_TRUE(tree);
  ASSERT_EQ(tree->entries.size(), 2U);
  EXPECT_FALSE(tree->entries[0].value.quoted);
  const YamlValue& list = tree->entries[1].value;
  ASSERT_EQ(list.items.size(), 2U);
  EXPECT_TRUE(list.items[0].quoted);
  EXPECT_EQ(list.items[0].line, 3);
  EXPECT_EQ(list.items[1].kind, YamlValue::Kind::null);
}

}  // namespace prima::instrument
