#include "directory/directory_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "directory/unit_test_support.h"

namespace prima::directory {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(DirectoryApi, WritesRegionsWithTheirSource) {
  EXPECT_EQ(region_json(*regions().find("33.74")),
            R"({"code":"33.74","name":"Kota Semarang","level":"city","time_zone":"WIB","parent":"33"})");
  const auto provinces = regions().provinces();
  EXPECT_THAT(regions_json(provinces, Language::en), HasSubstr("Open Database License"));
  EXPECT_THAT(regions_json(provinces, Language::en), HasSubstr(R"("licence":"ODbL-1.0")"));
}

TEST(DirectoryApi, WritesUnitsThatReadBack) {
  StoredUnit stored{test::civil_registry(), 3, from_unix_ms(0)};
  const std::string text = unit_json(stored);
  EXPECT_THAT(text, HasSubstr(R"("kind":"office")"));
  EXPECT_THAT(text, HasSubstr(R"("monday":"08:00-12:00, 13:00-16:00")"));
  EXPECT_THAT(text, HasSubstr(R"("status":"active","version":3,"changed_at":"1970-01-01T00:00:00.000Z")"));
  const auto read =
      read_unit(R"({"name":"Disdukcapil","monday":"tutup","postcode":null,"kind":"health_centre"})", stored.unit);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->name, "Disdukcapil");
  EXPECT_EQ(read->hours.week[0], DayHours{});
  EXPECT_EQ(read->postcode, "");
  EXPECT_EQ(read->kind, UnitKind::health_centre);
  EXPECT_EQ(read->address, stored.unit.address);
}

TEST(DirectoryApi, SaysEverythingThatIsWrong) {
  const auto read = read_unit(R"({"name":1,"monday":"pagi","warna/merah":"x"})", {});
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().size(), 3U);
  EXPECT_EQ(read.error()[0].file, "/name");
  EXPECT_EQ(read.error()[1].file, "/monday");
  EXPECT_EQ(read.error()[2].file, "/warna~1merah");
  for (const char* text : {"", "[]", "{", "null", "\"x\""}) EXPECT_FALSE(read_unit(text, {})) << text;
}

TEST(DirectoryApi, WritesInstitutionsHistoriesAndPlans) {
  const Institution city{.id = InstitutionId{1}, .code = "33.74", .name = "Kota Semarang", .region_code = "33.74"};
  EXPECT_THAT(institution_json({city, 2, from_unix_ms(0)}),
              StartsWith(R"({"id":1,"code":"33.74","name":"Kota Semarang","kind":"city")"));
  const std::vector<HistoryEntry> history = {{1, *parse_date("2026-01-01"), Event::merge, "A", "B", from_unix_ms(0)}};
  EXPECT_EQ(
      history_json(history),
      R"({"history":[{"version":1,"valid_from":"2026-01-01","event":"merge","name":"A","merged_into":"B","changed_at":"1970-01-01T00:00:00.000Z"}]})");
  const std::vector<KnownUnit> known = {{test::civil_registry(), 1}};
  const ImportPlan plan = plan_import(*files::read_spreadsheet("Kode,Nama\nDISDUKCAPIL,X\nB,\n", "u.csv"),
                                      InstitutionId{1}, known, regions());
  const std::string text = import_json(plan, Language::en);
  EXPECT_THAT(
      text,
      StartsWith(
          R"x({"rows":2,"create":1,"change":1,"leave":0,"can_be_applied":false,"problems":[{"row":3,"column":"Nama (B)","code":"name_missing")x"));
  EXPECT_THAT(text, HasSubstr(R"("field":"name","before":"Dinas Kependudukan dan Pencatatan Sipil","after":"X")"));
}

}  // namespace
}  // namespace prima::directory
