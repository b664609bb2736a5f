#include "catalogue/service_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/public_catalogue_test_support.h"
#include "catalogue/service_promise.h"

namespace prima::catalogue {
namespace {

using test::catalogue;
using test::count_of;
using testing::HasSubstr;
using testing::Not;

const PublicService& lost_card() { return *catalogue().find("33.74", "ktp"); }

ServicePage page_of(const PublicService& one) {
  return {.catalogue = catalogue(),
          .service = one,
          .calendars = directory::built_in_calendars(),
          .now = test::now(),
          .origin = "https://layanan.contoh.go.id"};
}

// A catalogue of one service with this standard, and its page.
std::string page_with(const Standard& standard, Language language = Language::id, std::string_view case_key = {}) {
  PublicCatalogue::Source source = test::two_cities();
  source.services = {test::published({.id = 9, .code = "uji"}, standard)};
  const PublicCatalogue one(std::move(source));
  return service_page(language, {.catalogue = one,
                                 .service = *one.find("33.74", "uji"),
                                 .calendars = directory::built_in_calendars(),
                                 .now = test::now(),
                                 .case_key = case_key,
                                 .origin = "https://layanan.contoh.go.id"});
}

TEST(ServicePage, TellsWhatToBringWhereHowLongAndWhatItCosts) {
  const std::string page = service_page(Language::id, page_of(lost_card()));
  for (const char* wanted : {"Yang perlu dibawa", "Kartu Keluarga", "Kantor polisi", "Jalan Kanguru Raya Nomor 3",
                             "1 hari kerja", "gratis", "Hari ini buka 08.00–12.00, 13.00–16.00 WIB",
                             "aduan@contoh.go.id", "Kami melayani sesuai standar.", "188/12/2025", "<li>ramp</li>"})
    EXPECT_THAT(page, HasSubstr(wanted));
  EXPECT_EQ(count_of(page, "<h1>"), 1U);
  EXPECT_THAT(page, HasSubstr("href=\"/bandingkan/ktp-el\""));
}

TEST(ServicePage, PromisesADayWithItsDerivation) {
  const std::string page = service_page(Language::id, page_of(lost_card()));
  EXPECT_THAT(page, HasSubstr("Ajukan hari ini, terima paling lambat Rabu 25 November 2026"));
  EXPECT_THAT(page, HasSubstr("Rabu 25 November 2026: hari kerja ke-1, batas waktu"));
  const std::string english = service_page(Language::en, page_of(lost_card()));
  EXPECT_THAT(english, HasSubstr("Apply today, receive by Wednesday 25 November 2026"));
}

TEST(ServicePage, WarnsWhereTheCalendarIsNotSet) {
  ServicePage page = page_of(lost_card());
  page.now = parse_instant("2031-02-03T03:00:00Z").value();
  const std::string html = service_page(Language::id, page);
  EXPECT_THAT(html, HasSubstr("Tanggal selesai tidak dapat dihitung"));
  EXPECT_THAT(html, HasSubstr("2031"));
  EXPECT_THAT(html, Not(HasSubstr("Ajukan hari ini")));
}

TEST(ServicePage, ShowsOnlyTheChosenCase) {
  const std::string all = page_with(test::dear_standard());
  EXPECT_THAT(all, HasSubstr("Pilih kasus Anda di atas"));
  EXPECT_THAT(all, HasSubstr("Rp 50.000 sampai Rp 1.250.000"));
  EXPECT_THAT(all, HasSubstr("hanya: Hilang"));
  const std::string fresh = page_with(test::dear_standard(), Language::id, "baru");
  EXPECT_THAT(fresh, HasSubstr("paling lambat Jumat 27 November 2026"));
  EXPECT_THAT(fresh, Not(HasSubstr("Surat kehilangan")));
  EXPECT_THAT(fresh, Not(HasSubstr("1.250.000")));
  EXPECT_THAT(fresh, HasSubstr("href=\"/layanan/33.74/uji?kasus=baru\" aria-current=\"page\""));
  EXPECT_EQ(page_with(test::dear_standard(), Language::id, "asing"), all) << "an unknown case is none";
}

TEST(ServicePage, SaysThatACostIsNotStatedInsteadOfCallingItFree) {
  Standard standard = test::whole_standard();
  standard.fees = {};
  const std::string page = page_with(standard);
  EXPECT_THAT(page, HasSubstr("belum dinyatakan"));
  EXPECT_THAT(page, HasSubstr("tanyakan kepada unit sebelum membayar"));
  EXPECT_THAT(page, Not(HasSubstr("Gratis")));
}

TEST(ServicePage, EscapesWhatAUnitHasTyped) {
  Standard standard = test::whole_standard();
  const std::string hostile = "</script><script>alert(1)</script>\" onload=\"x";
  standard.title = test::text(hostile, hostile);
  standard.description = standard.requirements[0].name = standard.procedure[0].what = standard.title;
  standard.complaints.contacts = {{ContactKind::website, "javascript:alert(1)", {}}};
  for (const Language language : {Language::id, Language::en}) {
    const std::string page = page_with(standard, language);
    EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
    EXPECT_EQ(count_of(page, "<script"), 2U) << "our own: linked data and the site's script";
    EXPECT_EQ(count_of(page, "</script>"), 2U);
    EXPECT_THAT(page, Not(HasSubstr("href=\"javascript")));
    EXPECT_THAT(page, Not(HasSubstr("\" onload=\"x")));
  }
}

TEST(ServicePage, MarksIndonesianTextInAnEnglishPage) {
  EXPECT_THAT(service_page(Language::en, page_of(lost_card())), HasSubstr("<span lang=\"id\">Kartu Keluarga</span>"));
}

TEST(ServicePage, AnswersWhatTheFeeWasOnADay) {
  std::vector<Edition> editions = {test::published_edition(), test::published_edition()};
  editions[0].standard = test::dear_standard();
  editions[1].number = 2;
  editions[1].valid_from = parse_date("2026-06-01");
  Edition draft = test::published_edition();
  draft.number = 3;
  draft.state = EditionState::draft;
  editions.push_back(draft);
  ServicePage page = page_of(lost_card());
  page.editions = editions;
  page.asked_day = parse_date("2026-02-01");
  const std::string html = service_page(Language::id, page);
  EXPECT_THAT(html, HasSubstr("Pada 1 Februari 2026 biayanya: Rp 50.000 sampai Rp 1.250.000"));
  EXPECT_THAT(html, HasSubstr("href=\"/layanan/33.74/ktp/edisi/1\""));
  EXPECT_THAT(html, HasSubstr("31 Mei 2026"));
  EXPECT_THAT(html, Not(HasSubstr("edisi/3"))) << "a draft is nobody's business";
  page.asked_day = parse_date("2020-01-01");
  EXPECT_THAT(service_page(Language::id, page), HasSubstr("Pada 1 Januari 2020 belum ada standar yang berlaku"));
}

TEST(ServicePage, OfAnEarlierEditionSaysSoAndPromisesNothing) {
  const std::vector<Edition> editions = {test::published_edition()};
  EXPECT_EQ(shown_edition(editions, 2), nullptr);
  ServicePage page = page_of(lost_card());
  page.editions = editions;
  page.earlier = shown_edition(editions, 1);
  const std::string html = service_page(Language::id, page);
  EXPECT_THAT(html, HasSubstr("Anda melihat edisi 1"));
  EXPECT_THAT(html, Not(HasSubstr("Ajukan hari ini")));
  EXPECT_THAT(html, HasSubstr("href=\"/en/layanan/33.74/ktp/edisi/1\""));
}

TEST(ServicePage, StaysBelowThirtyKilobytes) {
  for (const PublicService& one : catalogue().services()) {
    const std::vector<Edition> editions(6, test::published_edition());
    ServicePage page = page_of(one);
    page.editions = editions;
    for (const Language language : {Language::id, Language::en})
      EXPECT_LT(service_page(language, page).size(), 30'000U) << one.service.code;
  }
}

TEST(ServicePage, IsWrittenForAnyStandard) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Standard standard = test::random_edition(seed).standard;
    for (const Language language : {Language::id, Language::en}) {
      const std::string page = page_with(standard, language);
      EXPECT_EQ(count_of(page, "<h1>"), 1U);
      EXPECT_EQ(count_of(page, "<script"), 2U);
    }
  }
}

TEST(HoursToday, KnowTheHourAndTheDayOfTheWeek) {
  struct Row {
    const char* now;
    const char* words;
  };
  for (const Row& row : {Row{"2026-11-24T00:30:00Z", "Hari ini buka 08.00–12.00, 13.00–16.00 WIB"},
                         Row{"2026-11-24T08:59:00Z", "Hari ini buka 08.00–12.00, 13.00–16.00 WIB"},
                         Row{"2026-11-24T09:00:00Z", "Sudah tutup; hari ini buka 08.00–12.00, 13.00–16.00 WIB"},
                         Row{"2026-11-28T03:00:00Z", "Hari ini tutup"}}) {
    const PublicService& one = lost_card();
    EXPECT_EQ(hours_today(*one.institution, *one.unit, directory::built_in_calendars(), parse_instant(row.now).value())
                  .words.id,
              row.words);
  }
}

TEST(HoursToday, NamesAHolidayInsteadOfSayingOpen) {
  ServicePage page = page_of(lost_card());
  page.now = parse_instant("2026-12-25T03:00:00Z").value();
  EXPECT_THAT(service_page(Language::id, page), HasSubstr("Hari ini hari libur"));
}

}  // namespace
}  // namespace prima::catalogue
