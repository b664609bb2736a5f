#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/compare_page.h"
#include "catalogue/life_event_page.h"
#include "catalogue/public_catalogue_test_support.h"
#include "catalogue/search_page.h"
#include "catalogue/unit_services_page.h"

namespace prima::catalogue {
namespace {

using test::catalogue;
using test::count_of;
using testing::HasSubstr;
using testing::Not;

std::string found(const PortalQuery& query, Language language = Language::id) {
  return search_page(language, catalogue(), query);
}

TEST(SearchPage, BeginsWithLifeEventsNewServicesAndPlaces) {
  const std::string page = found({});
  EXPECT_EQ(count_of(page, "<h1>"), 1U);
  EXPECT_THAT(page, HasSubstr("href=\"/peristiwa/losing-documents\""));
  EXPECT_THAT(page, Not(HasSubstr("href=\"/peristiwa/divorce\""))) << "an event without services leads nowhere";
  EXPECT_THAT(page, HasSubstr("Standar yang terakhir terbit"));
  EXPECT_THAT(page, HasSubstr("href=\"/layanan?instansi=33.74\""));
  EXPECT_THAT(page, HasSubstr("href=\"/layanan.atom\""));
  EXPECT_THAT(found({}, Language::en), HasSubstr("Losing documents"));
}

TEST(SearchPage, MarksTheWordsItFoundAndLinksTheService) {
  const std::string page = found({.words = "reklame"});
  EXPECT_THAT(page, HasSubstr("<mark>reklame</mark>"));
  EXPECT_THAT(page, HasSubstr("href=\"/layanan/33.74/reklame\""));
  EXPECT_THAT(page, HasSubstr("Ditemukan 1 layanan"));
}

TEST(SearchPage, SaysWhyAnEverydayWordFoundAService) {
  EXPECT_THAT(found({.words = "ktp ilang"}), HasSubstr("dikenali sebagai"));
}

TEST(SearchPage, ProposesAMendedWord) {
  const std::string page = found({.words = "reklmae"});
  EXPECT_THAT(page, HasSubstr("Mungkin maksud Anda:"));
  EXPECT_THAT(page, HasSubstr("href=\"/layanan?q=reklame\""));
}

TEST(SearchPage, KeepsTheFiltersAndIgnoresUnknownOnes) {
  const std::string page = found({.words = "ktp", .region = "34"});
  EXPECT_THAT(page, HasSubstr("href=\"/layanan/34.71/ktp\""));
  EXPECT_THAT(page, Not(HasSubstr("href=\"/layanan/33.74/ktp\"")));
  EXPECT_THAT(page, HasSubstr("name=\"wilayah\" value=\"34\""));
  EXPECT_EQ(found({.words = "ktp", .institution = "x", .region = "99", .life_event = "y"}), found({.words = "ktp"}));
}

TEST(SearchPage, HelpsWhereNothingIsFound) {
  const std::string page = found({.words = "reklame", .region = "34"});
  EXPECT_THAT(page, HasSubstr("Belum ada layanan yang cocok"));
  EXPECT_THAT(page, HasSubstr("href=\"/layanan?q=reklame\""));
  EXPECT_THAT(page, HasSubstr("href=\"/peristiwa/losing-documents\""));
}

TEST(SearchPage, EscapesWhatWasSearchedFor) {
  const std::string page = found({.words = "<script>alert(1)</script>"});
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""));
}

TEST(SearchPage, OfAnEmptyCatalogueSaysWhatToDo) {
  const PublicCatalogue nothing(PublicCatalogue::Source{});
  EXPECT_THAT(search_page(Language::id, nothing, {}), HasSubstr("Belum ada layanan yang terbit"));
  EXPECT_THAT(search_page(Language::en, nothing, {.words = "x"}), HasSubstr("No service matches"));
}

PublicCatalogue::Source many_services() {
  PublicCatalogue::Source source = test::two_cities();
  source.services.clear();
  for (std::uint8_t i = 1; i <= 90; ++i)
    source.services.push_back(test::published(
        {.id = i, .code = "layanan-" + std::to_string(i), .template_key = "sama"},
        test::standard_titled("Penggantian KTP elektronik hilang nomor " + std::to_string(i), "Lost card")));
  return source;
}

TEST(SearchPage, TurnsPagesAndShowsTheLastForOneBeyondIt) {
  const PublicCatalogue many(many_services());
  const std::string page = search_page(Language::id, many, {.words = "ktp", .page = 2});
  EXPECT_EQ(count_of(page, "<li class=\"service\">"), 20U);
  EXPECT_THAT(page, HasSubstr("href=\"/layanan?q=ktp&amp;halaman=3\""));
  EXPECT_THAT(search_page(Language::id, many, {.words = "ktp", .page = 999}), HasSubstr("Halaman 5 dari 5"));
}

TEST(PortalPages, StayBelowThirtyKilobytes) {
  const PublicCatalogue many(many_services());
  const directory::Institution& city = *many.find_institution("33.74");
  const directory::Unit& unit = *many.find_unit("33.74", "DISDUKCAPIL");
  const LifeEvent& event = *many.life_events().find("losing-documents");
  for (const Language language : {Language::id, Language::en}) {
    EXPECT_LT(search_page(language, many, {}).size(), 30'000U);
    EXPECT_LT(search_page(language, many, {.words = "ktp"}).size(), 30'000U);
    EXPECT_LT(life_event_page(language, many, event).size(), 30'000U);
    EXPECT_LT(compare_page(language, many, "sama").size(), 30'000U);
    EXPECT_LT(unit_services_page(language, {.catalogue = many,
                                            .institution = city,
                                            .unit = unit,
                                            .calendars = directory::built_in_calendars(),
                                            .now = test::now()})
                  .size(),
              30'000U);
  }
}

TEST(ComparePage, MarksTheQuickestButNothingThatIsTheSameEverywhere) {
  const std::string page = compare_page(Language::id, catalogue(), "ktp-el");
  EXPECT_THAT(page, HasSubstr("1 hari kerja"));
  EXPECT_THAT(page, HasSubstr("5 hari kerja"));
  EXPECT_EQ(count_of(page, ">tercepat<"), 1U);
  EXPECT_EQ(count_of(page, ">termurah<"), 0U) << "both are free";
  EXPECT_THAT(page, HasSubstr("1 Mei 2026"));
  EXPECT_EQ(compare_page(Language::id, catalogue(), "asing"), "");
}

TEST(PortalPages, TurnLongListsInPages) {
  const PublicCatalogue many(many_services());
  EXPECT_THAT(compare_page(Language::id, many, "sama", 5), HasSubstr("Halaman 5 dari 5"));
  EXPECT_THAT(compare_page(Language::id, many, "sama", 99), HasSubstr("href=\"/bandingkan/sama?halaman=4\""));
  EXPECT_THAT(life_event_page(Language::id, many, *many.life_events().find("losing-documents"), 2),
              HasSubstr("href=\"/peristiwa/losing-documents?halaman=3\""));
}

TEST(SearchPage, DescribesItsOpenDataForSearchEngines) {
  const std::string page = search_page(Language::id, catalogue(), {}, "https://layanan.contoh.go.id");
  EXPECT_THAT(page, HasSubstr("\"@type\":\"Dataset\""));
  EXPECT_THAT(page, HasSubstr("\"dateModified\":\"2026-01-02\""));
}

TEST(LifeEventPage, ListsItsServicesAndSearchesInside) {
  const std::string page =
      life_event_page(Language::en, catalogue(), *catalogue().life_events().find("losing-documents"));
  EXPECT_THAT(page, HasSubstr("<h1>Losing documents</h1>"));
  EXPECT_THAT(page, HasSubstr("href=\"/en/layanan/33.74/ktp\""));
  EXPECT_THAT(page, HasSubstr("name=\"peristiwa\" value=\"losing-documents\""));
  EXPECT_THAT(life_event_page(Language::id, catalogue(), *catalogue().life_events().find("divorce")),
              HasSubstr("Belum ada layanan untuk peristiwa ini"));
}

TEST(UnitServicesPage, TellsWhereTheUnitIsAndWhatItGives) {
  const std::string page = unit_services_page(Language::id, {.catalogue = catalogue(),
                                                             .institution = *catalogue().find_institution("33.74"),
                                                             .unit = *catalogue().find_unit("33.74", "DISDUKCAPIL"),
                                                             .calendars = directory::built_in_calendars(),
                                                             .now = test::now()});
  EXPECT_THAT(page, HasSubstr("<h1>Dinas Kependudukan dan Pencatatan Sipil</h1>"));
  EXPECT_THAT(page, HasSubstr("Hari ini buka"));
  EXPECT_THAT(page, HasSubstr("Kota Semarang"));
  EXPECT_EQ(count_of(page, "<li class=\"service\">"), 2U);
}

}  // namespace
}  // namespace prima::catalogue
