#include "catalogue/edition_diff.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/standard_test_support.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {
namespace {

using test::published_edition;
using test::random_edition;

// "fees: changed Lost [Fee: IDR 1,000 -> IDR 2,000]", one line a change.
std::vector<std::string> shown(const EditionDiff& diff) {
  std::vector<std::string> lines;
  for (const PartDiff& part : diff.parts) {
    for (const Change& change : part.changes) {
      std::string line = part.component ? std::string(key(*part.component)) : part.name.en;
      line += fmt::format(": {} {}", words(change.kind).en, change.name.in(Language::en));
      for (const FacetChange& facet : change.facets)
        line +=
            fmt::format(" [{}: {} -> {}]", facet.label.en, facet.before.in(Language::en), facet.after.in(Language::en));
      lines.push_back(line);
    }
  }
  return lines;
}

struct Row {
  const char* name;
  void (*edit)(Edition&);
  std::vector<std::string> changes;
};

TEST(EditionDiff, ShowsWhatWasEdited) {
  const std::vector<Row> rows = {
      {"nothing", [](Edition&) {}, {}},
      {"state and number are not content", [](Edition& e) { e.state = EditionState::withdrawn, e.number = 9; }, {}},
      {"a requirement more",
       [](Edition& e) {
         e.standard.requirements.push_back(
             {{"Pasfoto", "Photo"}, DocumentKind::photo, DocumentForm::original, 2, {}, {}, {}});
       },
       {"requirements: added Photo [Kind:  -> photo] [Form:  -> original] [How many:  -> 2]"}},
      {"a requirement less",
       [](Edition& e) { e.standard.requirements.pop_back(); },
       {"requirements: removed Surat kehilangan [Kind: letter -> ] [Form: original -> ] [How many: 1 -> ] [Where to "
        "get it: Kantor polisi -> ] [In the case: Lost -> ]"}},
      {"one said in other words",
       [](Edition& e) { e.standard.requirements[1].name.id = "Surat keterangan kehilangan"; },
       {"requirements: changed Surat keterangan kehilangan [Text: Surat kehilangan -> Surat keterangan kehilangan]"}},
      {"original instead of copy",
       [](Edition& e) { e.standard.requirements[0].form = DocumentForm::original; },
       {"requirements: changed Kartu Keluarga [Form: copy -> original]"}},
      {"another order",
       [](Edition& e) { std::swap(e.standard.requirements[0], e.standard.requirements[1]); },
       {"requirements: changed Order [Order: Kartu Keluarga; Surat kehilangan -> Surat kehilangan; Kartu Keluarga]"}},
      {"longer",
       [](Edition& e) { e.standard.time[0].duration.amount = 3; },
       {"time: changed Every case [How long: 1 working day -> 3 working days]"}},
      {"no longer free",
       [](Edition& e) {
         e.standard.fees = {FeeState::charged, {}, {{"hilang", 5000, {}, {"Perda 1/2026", ""}, {}}}};
       },
       {"fees: changed Cost [State: free -> charged] [Legal ground: UU 24/2013 Pasal 79A -> ]",
        "fees: added Lost [Fee:  -> IDR 5,000] [Legal ground:  -> Perda 1/2026]"}},
      {"English added",
       [](Edition& e) { e.standard.facilities[0].en = "A waiting room with 20 seats"; },
       {"facilities: changed A waiting room with 20 seats [Text: Ruang tunggu dengan 20 kursi -> A waiting room with "
        "20 seats]"}},
      {"ends",
       [](Edition& e) { e.valid_until = parse_date("2026-06-30"); },
       {"Validity and decree: changed Validity [Until:  -> 2026-06-30]"}},
      {"new title",
       [](Edition& e) { e.standard.title.en = "e-ID"; },
       {"About the service: changed Title [Text: Electronic identity card -> e-ID]"}},
  };
  for (const Row& row : rows) {
    Edition after = published_edition();
    row.edit(after);
    EXPECT_EQ(shown(diff_editions(published_edition(), after)), row.changes) << row.name;
  }
}

TEST(EditionDiff, MatchesFeesByCase) {
  Edition before = published_edition();
  before.standard.fees = {
      FeeState::charged, {}, {{"baru", 0, {}, {}, {}}, {"hilang", 10000, {}, {"Perda 1/2024", ""}, {}}}};
  Edition after = before;
  after.standard.fees.rows = {{"hilang", 15000, {"lembar", "sheet"}, {"Perda 1/2024", ""}, {}},
                              {"baru", 0, {}, {}, {}}};
  EXPECT_THAT(shown(diff_editions(before, after)),
              testing::ElementsAre("fees: changed Lost [Fee: IDR 10,000 -> IDR 15,000] [Per:  -> sheet]",
                                   "fees: changed Order [Order: Cost; New; Lost -> Cost; Lost; New]"));
}

TEST(EditionDiff, OfAnEditionWithItselfIsEmptyAndOfDifferentOnesIsNot) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Edition a = random_edition(seed);
    EXPECT_EQ(diff_editions(a, a).change_count(), 0U) << seed;
    Edition b = random_edition(seed + 1);
    EXPECT_GT(diff_editions(a, b).change_count(), 0U) << seed;
    // The other way round there is as much to say: what was added is removed.
    EXPECT_EQ(diff_editions(a, b).parts.size(), 2 + component_count);
  }
}

TEST(EditionDiff, SumsUpInBothLanguages) {
  Edition after = published_edition();
  after.number = 2;
  EXPECT_EQ(summary(diff_editions(published_edition(), after)).en, "Edition 2 says the same as edition 1.");
  after.standard.time[0].duration.amount = 3;
  const Words words = summary(diff_editions(published_edition(), after));
  EXPECT_EQ(words.en, "Edition 2 against edition 1: 1 change (0 added, 0 removed, 1 changed) in Time of service.");
  EXPECT_EQ(words.id,
            "Edisi 2 dibandingkan dengan edisi 1: 1 perubahan (0 ditambahkan, 0 dihapus, 1 diubah) pada Jangka waktu "
            "pelayanan.");
}

}  // namespace
}  // namespace prima::catalogue
