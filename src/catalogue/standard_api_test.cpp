#include "catalogue/standard_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "catalogue/standard_test_support.h"

namespace prima::catalogue {
namespace {

using test::published_edition;
using test::random_edition;
using test::whole_standard;

std::string all_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) text += to_text(finding, Language::en) + "\n";
  return text;
}

TEST(StandardApi, LosesNothingInARoundTripOfRandomEditions) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Edition edition = random_edition(seed);
    const std::string json = edition_json(edition);
    const auto read = read_edition(json);
    ASSERT_TRUE(read) << seed << "\n" << all_of(read.error()) << json;
    EXPECT_TRUE(*read == edition) << seed << "\n" << json << "\n" << edition_json(*read);
    EXPECT_EQ(edition_json(*read), json) << seed;
    const auto standard = read_standard(standard_json(edition.standard));
    ASSERT_TRUE(standard) << seed;
    EXPECT_TRUE(*standard == edition.standard) << seed;
  }
}

TEST(StandardApi, WritesKeysInOrderAndLeavesOutWhatIsEmpty) {
  Standard standard;
  standard.title = {"Kartu \"A\"", ""};
  standard.time = {{"", {2, TimeUnit::hours}, {}, {}}};
  EXPECT_EQ(standard_json(standard),
            "{\"fees\":{\"state\":\"not_stated\"},\"time\":[{\"duration\":{\"amount\":2,\"unit\":\"hours\"}}],"
            "\"title\":{\"id\":\"Kartu \\\"A\\\"\"}}");
}

TEST(StandardApi, TellsAFreeServiceFromOneThatStatesNoFee) {
  Standard free = whole_standard();
  Standard silent = whole_standard();
  silent.fees = {};
  EXPECT_NE(standard_json(free), standard_json(silent));
  EXPECT_EQ(read_standard(standard_json(free))->fees.state, FeeState::free);
  EXPECT_EQ(read_standard(standard_json(silent))->fees.state, FeeState::not_stated);
  EXPECT_EQ(read_standard(R"({"title":{"id":"A"}})")->fees.state, FeeState::not_stated);
}

TEST(StandardApi, GivesEveryFindingAtOnceWithThePointerOfItsField) {
  const auto read = read_standard(R"({
    "title": {"en": "Card"},
    "descripton": {"id": "x"},
    "requirements": [{"name": {"id": "KK"}, "form": "fotokopi"}, {"kind": "letter"}],
    "time": [{"duration": {"amount": 0, "unit": "days"}}],
    "fees": {"state": "charged", "rows": [{"rupiah": -1}, {"rupiah": 1.5}, {"rupiah": "5000"}, {}]},
    "products": {"name": "x"},
    "keywords": [5],
    "audience": "semua"
  })");
  ASSERT_FALSE(read);
  std::vector<std::string> places;
  for (const Finding& finding : read.error()) places.push_back(finding.file + " " + finding.code);
  EXPECT_THAT(places, testing::UnorderedElementsAre(
                          "/title/id missing_field", "/descripton unknown_field", "/requirements/0/form unknown_choice",
                          "/requirements/1/name missing_field", "/time/0/duration/amount not_in_range",
                          "/time/0/duration/unit unknown_choice", "/fees/rows/0/rupiah not_in_range",
                          "/fees/rows/1/rupiah not_in_range", "/fees/rows/2/rupiah not_in_range",
                          "/fees/rows/3/rupiah missing_field", "/products not_a_list", "/keywords/0 not_a_text",
                          "/audience not_by_language"));
  EXPECT_THAT(all_of(read.error()), testing::HasSubstr("did you mean \"description\"?"));
  for (const Finding& finding : read.error()) EXPECT_FALSE(finding.message.id.empty() || finding.message.en.empty());
}

struct Bad {
  const char* name;
  std::string json;
  const char* code;
  const char* pointer;
};

class BadStandard : public testing::TestWithParam<Bad> {};

TEST_P(BadStandard, IsRefusedWithItsReason) {
  const auto read = read_standard(GetParam().json);
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 1U) << all_of(read.error());
  EXPECT_EQ(read.error()[0].code, GetParam().code);
  EXPECT_EQ(read.error()[0].file, GetParam().pointer);
}

std::string titled(const std::string& rest) { return R"({"title":{"id":"A"},)" + rest + "}"; }

INSTANTIATE_TEST_SUITE_P(
    All, BadStandard,
    testing::Values(
        Bad{"text", "{", "not_json", ""}, Bad{"list", "[]", "not_an_object", ""},
        Bad{"large", std::string(longest_standard_json + 1, ' '), "too_long", ""},
        Bad{"deep", titled("\"cases\":" + std::string(40, '[') + std::string(40, ']')), "not_json", ""},
        Bad{"long_title", R"({"title":{"id":")" + std::string(201, 'a') + "\"}}", "too_long", "/title/id"},
        Bad{"many", titled("\"languages\":[\"id\",\"id\",\"id\",\"id\",\"id\"]"), "too_many", "/languages"},
        Bad{"spaces", titled(R"("description":{"id":"A","en":"  "})"), "only_spaces", "/description/en"},
        Bad{"hidden", titled(R"("description":{"id":"a\u202eb"})"), "hidden_characters", "/description/id"},
        Bad{"control", titled(R"("description":{"id":"a\u0007"})"), "hidden_characters", "/description/id"},
        Bad{"odd_key", titled(R"("a/b~":1)"), "unknown_field", "/a~1b~0"},
        Bad{"case_key", titled(R"("cases":[{"key":"Baru","name":{"id":"x"}}])"), "bad_key", "/cases/0/key"},
        Bad{"case_twice", titled(R"("cases":[{"key":"a","name":{"id":"x"}},{"key":"a","name":{"id":"y"}}])"),
            "case_twice", "/cases/1/key"},
        Bad{"no_case", titled(R"("requirements":[{"name":{"id":"x"},"cases":["hilang"]}])"), "unknown_case",
            "/requirements/0/cases/0"},
        Bad{"copies", titled(R"("requirements":[{"name":{"id":"x"},"form":"none","copies":2}])"), "copies_of_nothing",
            "/requirements/0/copies"},
        Bad{"time_twice",
            titled(R"("time":[{"duration":{"amount":1,"unit":"hours"}},{"duration":{"amount":2,"unit":"hours"}}])"),
            "time_twice", "/time/1/case"},
        Bad{"free_fee", titled(R"("fees":{"state":"free","rows":[{"rupiah":5}]})"), "fee_in_free_service",
            "/fees/rows"},
        Bad{"silent_fee", titled(R"("fees":{"rows":[{"rupiah":5}]})"), "fee_state_missing", "/fees/state"},
        Bad{"fee_twice", titled(R"("fees":{"state":"charged","rows":[{"rupiah":5},{"rupiah":6}]})"), "fee_twice",
            "/fees/rows/1/case"},
        Bad{"clock", titled(R"("opening_hours":[{"days":["monday"],"opens":"8.00","closes":"15:00"}])"), "bad_clock",
            "/opening_hours/0/opens"},
        Bad{"late", titled(R"("opening_hours":[{"days":["monday"],"opens":"15:00","closes":"08:00"}])"),
            "closes_before_opening", "/opening_hours/0/closes"},
        Bad{"no_days", titled(R"("opening_hours":[{"days":[],"opens":"08:00","closes":"15:00"}])"), "missing_field",
            "/opening_hours/0/days"},
        Bad{"email", titled(R"("complaints":{"contacts":[{"kind":"email","value":"a"}]})"), "bad_email",
            "/complaints/contacts/0/value"},
        Bad{"phone", titled(R"("complaints":{"contacts":[{"kind":"phone","value":"loket"}]})"), "bad_phone",
            "/complaints/contacts/0/value"},
        Bad{"script", titled(R"("channels":[{"kind":"online","address":"javascript:alert"}])"), "bad_link",
            "/channels/0/address"},
        Bad{"event", titled(R"("life_events":["Lahir!"])"), "bad_key", "/life_events/0"},
        Bad{"year", titled(R"("legal_basis":[{"kind":"law","number":"25","year":9}])"), "bad_year",
            "/legal_basis/0/year"}),
    [](const auto& bad) { return bad.param.name; });

TEST(EditionApi, RefusesAnEditionThatEndsBeforeItBeginsOrIsPublishedWithoutADay) {
  Edition edition = published_edition();
  edition.valid_until = parse_date("2025-12-31");
  EXPECT_EQ(read_edition(edition_json(edition)).error()[0].code, "ends_before_it_begins");
  edition.valid_until.reset();
  edition.valid_from.reset();
  EXPECT_EQ(read_edition(edition_json(edition)).error()[0].code, "published_without_a_day");
}

TEST(EditionApi, PointsIntoTheStandard) {
  Edition edition = published_edition();
  edition.standard.complaints.contacts[0].value = "x";
  EXPECT_EQ(read_edition(edition_json(edition)).error()[0].file, "/standard/complaints/contacts/0/value");
}

TEST(StandardWords, EveryEnumValueStandsAtItsPlaceWithADifferentKey) {
  const auto check = [](const auto& list) {
    std::vector<std::string_view> keys;
    for (std::size_t i = 0; i < list.size(); ++i) {
      EXPECT_EQ(static_cast<std::size_t>(list[i].value), i) << list[i].key;
      EXPECT_FALSE(list[i].id.empty() || list[i].en.empty());
      EXPECT_EQ(std::count(keys.begin(), keys.end(), list[i].key), 0);
      keys.push_back(list[i].key);
    }
  };
  check(names<Component>()), check(names<DocumentKind>()), check(names<DocumentForm>()), check(names<TimeUnit>());
  check(names<Actor>()), check(names<FeeState>()), check(names<ProductForm>()), check(names<ContactKind>());
  check(names<LegalKind>()), check(names<ChannelKind>()), check(names<Weekday>()), check(names<SpokenLanguage>());
  check(names<EditionState>());
  EXPECT_EQ(names<Component>().size(), component_count);
}

TEST(StandardWords, SpellFiguresAsEachLanguageDoes) {
  EXPECT_EQ(words(Duration{1, TimeUnit::working_days}), (Words{"1 hari kerja", "1 working day"}));
  EXPECT_EQ(words(Duration{15, TimeUnit::minutes}), (Words{"15 menit, ditunggu", "15 minutes, while you wait"}));
  EXPECT_EQ(rupiah_words(1250000), (Words{"Rp 1.250.000", "IDR 1,250,000"}));
  EXPECT_EQ(rupiah_words(500).id, "Rp 500");
  EXPECT_EQ(rupiah_words(0), (Words{"gratis", "free"}));
  EXPECT_EQ(words(LegalReference{LegalKind::law, {}, "25", 2009, {"Pelayanan Publik", "Public Services"}, "21"}),
            (Words{"UU 25/2009 Pasal 21 tentang Pelayanan Publik", "Law 25/2009 article 21 on Public Services"}));
  EXPECT_EQ(words(LegalReference{
                      LegalKind::ministerial_regulation, {"Keuangan", "of Finance"}, "46/PMK.01/2021", 2021, {}, ""})
                .id,
            "Peraturan Menteri Keuangan 46/PMK.01/2021");
  EXPECT_EQ(words(OpeningHours{
                {Weekday::monday, Weekday::wednesday, Weekday::tuesday, Weekday::friday}, "08:00", "15:30", {}}),
            (Words{"Senin-Rabu, Jumat 08:00-15:30", "Monday-Wednesday, Friday 08:00-15:30"}));
}

}  // namespace
}  // namespace prima::catalogue
