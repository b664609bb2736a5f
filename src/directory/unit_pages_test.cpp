#include "directory/unit_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "directory/import_page.h"
#include "directory/unit_search_rules.h"
#include "directory/unit_test_support.h"

namespace prima::directory {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Date today = *parse_date("2026-11-24");  // a Tuesday

Institution semarang() {
  return {.id = InstitutionId{1}, .code = "33.74", .name = "Pemerintah Kota Semarang", .region_code = "33.74"};
}

std::vector<KnownUnit> units() {
  std::vector<KnownUnit> list = {{test::civil_registry(), 1}};
  for (int number = 1; number <= 30; ++number) {
    Unit unit;
    unit.code = "PKM-" + std::to_string(number);
    unit.name = "Puskesmas " + std::to_string(number);
    unit.kind = UnitKind::health_centre;
    unit.region_code = "33.74.10";
    list.push_back({unit, 1});
  }
  list.back().unit.standing.status = Status::closed;
  return list;
}

std::vector<std::string> codes(const std::vector<KnownUnit>& from, std::string_view query) {
  std::vector<std::string> list;
  for (const Unit* unit : matching_units(from, query, regions())) list.push_back(unit->code);
  return list;
}

TEST(UnitSearch, FindsByNameKindAddressAndRegion) {
  const auto all = units();
  EXPECT_EQ(codes(all, "").size(), 30U);
  EXPECT_THAT(codes(all, "kependudukan"), ElementsAre("DISDUKCAPIL"));
  EXPECT_THAT(codes(all, "KANGURU dinas"), ElementsAre("DISDUKCAPIL"));
  EXPECT_THAT(codes(all, "tembalang 29"), ElementsAre("PKM-29"));
  EXPECT_EQ(codes(all, "health centre").size(), 29U);
  EXPECT_TRUE(codes(all, "30").empty());  // closed
}

TEST(UnitsPage, ShowsTwentyFiveUnitsAndTheHoursOfTheDay) {
  const std::string page = units_page(Language::id, semarang(), units(), {}, today);
  EXPECT_THAT(page, HasSubstr("30 unit ditemukan"));
  EXPECT_THAT(page, HasSubstr("href=\"/unit/33.74/DISDUKCAPIL/tentang\""));
  EXPECT_THAT(page, HasSubstr("08:00-12:00, 13:00-16:00"));
  EXPECT_THAT(page, HasSubstr("href=\"/unit/33.74?halaman=2\""));
  const std::string beyond = units_page(Language::en, semarang(), units(), {.page = 99}, today);
  EXPECT_THAT(beyond, HasSubstr("Puskesmas 9"));
  EXPECT_THAT(beyond, HasSubstr("/en/unit/33.74"));
}

TEST(UnitsPage, SaysWhatToDoWhenNothingIsFound) {
  EXPECT_THAT(units_page(Language::id, semarang(), units(), {.query = "<b>zz"}, today),
              HasSubstr("Tidak ada unit yang cocok"));
  EXPECT_THAT(units_page(Language::id, semarang(), units(), {.query = "<b>zz"}, today), Not(HasSubstr("<b>zz")));
  EXPECT_THAT(units_page(Language::en, semarang(), {}, {}, today), HasSubstr("No service units yet"));
}

TEST(UnitPage, ShowsAllThatIsStated) {
  Unit unit = test::civil_registry();
  unit.hours.special_days = {{*parse_date("2026-01-02"), {}, "lewat"},
                             {*parse_date("2026-12-24"), {{480, 720}}, "malam Natal"}};
  const std::string page = about_unit_page(Language::id, semarang(), unit, {}, today);
  for (const char* text :
       {"Jalan Kanguru Raya Nomor 3, 50161", "Kota Semarang, Jawa Tengah", "WIB", "malam Natal", "ramp", "kursi roda",
        "https://www.openstreetmap.org/?mlat=-6.992500&amp;mlon=110.441700#map=17/-6.992500/110.441700",
        "mailto:dukcapil@contoh.go.id", "+62 24 5550100", "tutup"})
    EXPECT_THAT(page, HasSubstr(text));
  EXPECT_THAT(page, Not(HasSubstr("lewat<")));
  EXPECT_THAT(page, Not(HasSubstr("Riwayat")));
}

TEST(UnitPage, SaysWhatIsNotRecorded) {
  Unit unit;
  unit.code = "A";
  unit.name = "Kantor A";
  const std::string page = about_unit_page(Language::en, semarang(), unit, {}, today);
  for (const char* text : {"opening hours are not recorded", "address is not recorded", "No contacts", "No channels",
                           "Accessibility is not recorded"})
    EXPECT_THAT(page, HasSubstr(text));
}

TEST(UnitPage, TellsOfAMergeAndOfEarlierNames) {
  Unit unit = test::civil_registry();
  unit.standing = {Status::merged, "BARU", *parse_date("2026-06-01")};
  const std::vector<HistoryEntry> history = {
      {1, *parse_date("2020-01-01"), Event::create, "Kantor Catatan Sipil", "", {}},
      {2, *parse_date("2023-01-01"), Event::rename, unit.name, "", {}},
      {3, *parse_date("2026-06-01"), Event::merge, unit.name, "BARU", {}},
  };
  const std::string page = about_unit_page(Language::id, semarang(), unit, history, today);
  for (const char* text :
       {"Unit ini sudah digabung", "href=\"/unit/33.74/BARU/tentang\"", "Kantor Catatan Sipil", "Berganti nama"})
    EXPECT_THAT(page, HasSubstr(text));
}

ImportPlan plan_of(const std::string& csv) {
  const std::vector<KnownUnit> known = {{test::civil_registry(), 1}};
  return plan_import(*files::read_spreadsheet(csv, "unit.csv"), InstitutionId{1}, known, regions());
}

const std::vector<std::pair<std::string, std::string>> hidden = {{"csrf", "token"}, {"upload", "u1"}};

TEST(ImportPage, ShowsTheFormAndWhyTheLastFileWasRefused) {
  const std::string page =
      import_page(Language::id, semarang(), hidden, Finding{"x", "unit.xlsx", 0, {"berkas rusak", "broken"}});
  for (const char* text :
       {"multipart/form-data", "name=\"csrf\"", "berkas rusak", "Kode wilayah", "/kelola/unit/33.74/unit.xlsx"})
    EXPECT_THAT(page, HasSubstr(text));
}

TEST(ImportPreview, OffersToApplyOnlyWhatHasNoProblems) {
  const std::string good = import_preview_page(
      Language::id, semarang(), plan_of("Kode,Nama\nA,Kantor A\nDISDUKCAPIL,Lain\n"), "unit.csv", hidden);
  for (const char* text : {"name=\"apply\"", "Kantor A", "Dinas Kependudukan dan Pencatatan Sipil", "Lain"})
    EXPECT_THAT(good, HasSubstr(text));
  const std::string bad = import_preview_page(Language::en, semarang(), plan_of("Kode,Nama\nA,\n"), "unit.csv", hidden);
  EXPECT_THAT(bad, Not(HasSubstr("name=\"apply\"")));
  EXPECT_THAT(bad, HasSubstr("the name of the unit is required"));
  EXPECT_THAT(bad, HasSubstr("Nama (B)"));
  const std::string nothing =
      import_preview_page(Language::en, semarang(), plan_of("Kode\nDISDUKCAPIL\n"), "unit.csv", hidden);
  EXPECT_THAT(nothing, Not(HasSubstr("name=\"apply\"")));
  EXPECT_THAT(nothing, HasSubstr("Nothing to change"));
}

}  // namespace
}  // namespace prima::directory
