#include "catalogue/typed_edition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "catalogue/standard_api.h"
#include "catalogue/standard_labels.h"
#include "catalogue/standard_test_support.h"
#include "catalogue/typed_edition_walk.h"

namespace prima::catalogue {
namespace {

// What a form makes of a standard: no space at the ends of a text, lines without blank ones, boxes in their order, and
// no row without anything in it.
class AsAForm {
 public:
  template <typename T>
  void operator()(std::string_view key, T& member, const Limit&) {
    tidy(member, key);
  }

 private:
  void tidy(std::string& text, std::string_view) { text = std::string(trimmed(text)); }
  void tidy(LocalText& text, std::string_view key) { tidy(text.id, key), tidy(text.en, key); }
  void tidy(std::vector<std::string>& list, std::string_view) {
    std::vector<std::string> lines;
    for (std::string text : list) {
      std::replace(text.begin(), text.end(), '\r', '\n');
      for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (const auto line = trimmed(std::string_view(text).substr(at, end - at)); !line.empty())
          lines.emplace_back(line);
        at = end + 1;
      }
    }
    list = lines;
  }
  template <BoxList List>
  void tidy(List& list, std::string_view) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  template <RowList List>
  void tidy(List& list, std::string_view key) {
    for (auto& item : list) tidy(item, key);
    const typename IsList<List>::Item blank{};
    if constexpr (std::same_as<List, std::vector<Supervision>>)
      list.erase(std::remove(list.begin(), list.end(), blank), list.end());
  }
  template <Group T>
  void tidy(T& one, std::string_view) {
    fields(*this, one);
  }
  template <typename T>
  requires(!Group<T> && !IsList<T>::value) void tidy(T&, std::string_view) {}
};

http::Form sent(const TypedEdition& typed) { return {.fields = typed.parameters(), .files = {}}; }

TEST(TypedEdition, GivesBackEveryEditionThatItShows) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Edition edition = test::random_edition(seed);
    AsAForm tidy;
    fields(tidy, edition);
    TypedEdition typed = TypedEdition::of(sent(TypedEdition::of(edition)));
    typed.drop_blank_rows();
    const auto read = edition_of(typed, edition);
    ASSERT_TRUE(read) << seed << " " << read.error().front().file << " " << read.error().front().message.en;
    ASSERT_EQ(edition_json(*read), edition_json(edition)) << seed;
  }
}

TEST(TypedEdition, KeepsWhatCannotBeRead) {
  TypedEdition typed = TypedEdition::of(test::published_edition());
  typed.set("/standard/fees/state", "charged");
  typed.set("/standard/fees/rows/0/rupiah", "seribu");
  typed.set("/decree/date", "besok");
  const auto read = edition_of(typed, Edition{});
  ASSERT_FALSE(read);
  std::vector<std::string> places;
  for (const Finding& finding : read.error()) places.push_back(finding.file);
  EXPECT_THAT(places, testing::IsSupersetOf({"/standard/fees/rows/0/rupiah", "/decree/date"}));
  EXPECT_EQ(std::count(places.begin(), places.end(), "/standard/fees/rows/0/rupiah"), 1);
  EXPECT_EQ(typed.value("/standard/fees/rows/0/rupiah"), "seribu");
}

TEST(TypedEdition, ReadsAmountsAsPeopleWriteThem) {
  struct Case {
    const char* typed;
    std::int64_t rupiah;  // -1: not an amount
  };
  for (const Case& one : {Case{"25000", 25000}, Case{"25.000", 25000}, Case{"Rp 1.250.000", 1250000},
                          Case{"1,250,000", 1250000}, Case{"0", 0}, Case{"12.5", -1}, Case{"1.2500", -1},
                          Case{"-5", -1}, Case{"", -1}, Case{"99999999999999999999", -1}}) {
    TypedEdition typed = TypedEdition::of(test::published_edition());
    typed.set("/standard/fees/state", "charged");
    typed.set("/standard/fees/legal_ground/id", "");
    typed.set("/standard/fees/rows/0/rupiah", one.typed);
    const auto read = edition_of(typed, Edition{});
    ASSERT_EQ(read.has_value(), one.rupiah >= 0) << one.typed;
    if (read) {
      EXPECT_EQ(read->standard.fees.rows.front().rupiah, one.rupiah) << one.typed;
    }
  }
}

TEST(TypedEdition, ChangesRowsByTheirButtonsAndLosesNothing) {
  const Edition edition = test::published_edition();
  TypedEdition typed = TypedEdition::of(edition);
  const TypedEdition before = typed;
  ASSERT_TRUE(typed.press("add:/standard/requirements"));
  EXPECT_EQ(typed.rows("/standard/requirements"), 3U);
  typed.drop_blank_rows();
  EXPECT_EQ(typed, before);
  ASSERT_TRUE(typed.press("raise:/standard/requirements/1"));
  EXPECT_EQ(typed.value("/standard/requirements/0/name/id"), "Surat kehilangan");
  EXPECT_EQ(typed.value("/standard/requirements/1/name/id"), "Kartu Keluarga");
  ASSERT_TRUE(typed.press("remove:/standard/requirements/0"));
  EXPECT_EQ(typed.rows("/standard/requirements"), 1U);
  EXPECT_EQ(typed.value("/standard/requirements/0/name/id"), "Kartu Keluarga");
  EXPECT_EQ(typed.value("/standard/title/id"), before.value("/standard/title/id"));
  EXPECT_FALSE(typed.press("simpan"));
  EXPECT_FALSE(typed.press("remove:/standard/requirements/x"));
}

TEST(TypedEdition, IgnoresRowsBeyondAnyReason) {
  TypedEdition typed;
  typed.set("/standard/requirements/4294967296/name/id", "x");
  typed.set("/standard/requirements/999999/name/id", "x");
  EXPECT_EQ(typed.rows("/standard/requirements"), 0U);
}

TEST(TypedEdition, ARowWithOneChoiceIsNotBlank) {
  TypedEdition typed;
  typed.set("/standard/channels/0/kind", "counter");
  typed.set("/standard/channels/1/kind", "");
  typed.set("/standard/requirements/0/form", "not_stated");
  typed.set("/standard/requirements/0/name/id", "  ");
  typed.set("/standard/requirements/1/form", "copy");
  typed.drop_blank_rows();
  EXPECT_EQ(typed.rows("/standard/channels"), 1U);
  EXPECT_EQ(typed.rows("/standard/requirements"), 1U);
  EXPECT_EQ(typed.value("/standard/requirements/0/form"), "copy");
}

TEST(TypedEdition, LeadsFindingsToTheirFields) {
  EXPECT_EQ(field_of_finding("/standard/keywords/3"), "/standard/keywords");
  EXPECT_EQ(field_of_finding("/standard/requirements/2/cases/0"), "/standard/requirements/2/cases");
  EXPECT_EQ(field_of_finding("/standard/cases/1"), "/standard/cases/1");
  EXPECT_EQ(field_of_finding("/standard/title/id"), "/standard/title/id");
  EXPECT_EQ(field_id("/standard/title/id"), "f-standard-title-id");
}

// Calls label_of for everything that the form shows; a missing label is a bug that ends the test.
struct Labels {
  std::size_t seen = 0;
  template <typename T>
  void operator()(const std::string& at, T&, const Limit&) {
    EXPECT_FALSE(label_of(at).label.id.empty()) << at;
    EXPECT_FALSE(label_of(at).label.en.empty()) << at;
    ++seen;
    using Plain = std::remove_const_t<T>;
    if constexpr (RowList<Plain>) {
      EXPECT_FALSE(label_of(at + "/0").label.empty()) << at;
      if constexpr (!std::same_as<typename IsList<Plain>::Item, LocalText>) {
        const typename IsList<Plain>::Item item{};
        walk_fields(*this, at + "/0", item);
      }
    }
  }
};

TEST(StandardLabels, NameEveryField) {
  Labels labels;
  const Edition edition;
  walk_fields(labels, "", edition);
  EXPECT_GT(labels.seen, 60U);
}

}  // namespace
}  // namespace prima::catalogue
