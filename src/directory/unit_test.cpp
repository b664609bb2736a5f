#include "directory/unit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "directory/unit_field_rules.h"
#include "directory/unit_hours_rules.h"
#include "directory/unit_rules.h"
#include "directory/unit_test_support.h"
#include "directory/unit_value_rules.h"

namespace prima::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day(int year, unsigned month, unsigned number) {
  return Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(number));
}

TEST(DayHours, AreReadInTheSpellingsThatPeopleUse) {
  const std::map<std::string, DayHours> known = {
      {"08:00-12:00, 13:00-16:00", {{480, 720}, {780, 960}}},
      {"08.00 - 12.00; 13.00 - 16.00", {{480, 720}, {780, 960}}},
      {"8:00 s/d 12:00", {{480, 720}}},
      {"08.00 s.d. 15.30", {{480, 930}}},
      {"08:00–24:00", {{480, 1440}}},
      {"Tutup", {}},
      {"libur", {}},
      {"24 jam", {{0, 1440}}},
  };
  for (const auto& [text, hours] : known) {
    const auto read = parse_day_hours(text);
    ASSERT_TRUE(read) << text << ": " << read.error().en;
    EXPECT_EQ(*read, hours) << text;
  }
}

TEST(DayHours, RefuseWhatIsNoTime) {
  for (const char* text : {"pagi", "08:00", "08:00-", "12:00-08:00", "08:00-08:00", "08:60-09:00", "25:00-26:00",
                           "08:00-24:01", "08:00-12:00, 12:00-13:00", "13:00-16:00, 08:00-12:00", "08:00-12:00 x",
                           "8-12", "", "1:00-1:10,2:00-2:10,3:00-3:10,4:00-4:10,5:00-5:10,6:00-6:10,7:00-7:10"})
    EXPECT_FALSE(parse_day_hours(text)) << text;
}

TEST(SpecialDays, AreReadAndWrittenInOneForm) {
  const auto read = parse_special_days("2026-12-25: tutup ; 2026-12-24 08.00-12.00 (malam Natal)");
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_EQ(to_text(*read), "2026-12-24 08:00-12:00 (malam Natal); 2026-12-25 tutup");
  EXPECT_EQ(parse_special_days(to_text(*read)), read);
  EXPECT_TRUE(parse_special_days(" ")->empty());
  for (const char* text : {"2026-02-30 tutup", "tutup", "2026-12-25", "2026-12-25 tutup; 2026-12-25 tutup",
                           "2026-12-25 (x)", "2026-12-25tutup", "2026-12-25 tutup (a(b)"})
    EXPECT_FALSE(parse_special_days(text)) << text;
}

TEST(OpeningHours, ASpecialDayComesBeforeItsWeekday) {
  OpeningHours hours;
  hours.week[3] = DayHours{{480, 720}};
  hours.special_days = {{day(2026, 12, 24), {}, ""}};
  EXPECT_EQ(hours_on(hours, day(2026, 12, 17)), (DayHours{{480, 720}}));
  EXPECT_EQ(hours_on(hours, day(2026, 12, 24)), DayHours{});
  EXPECT_EQ(hours_on(hours, day(2026, 12, 25)), std::nullopt);
}

TEST(Degrees, AreExact) {
  EXPECT_EQ(parse_degrees("-6.914744", 90), -6'914'744);
  EXPECT_EQ(parse_degrees("-6,9", 90), -6'900'000);
  EXPECT_EQ(parse_degrees("110", 180), 110'000'000);
  EXPECT_EQ(parse_degrees("-0.000001", 90), -1);
  EXPECT_EQ(parse_degrees("1.12345678", 90), 1'123'456);
  EXPECT_EQ(degrees_text(-1), "-0.000001");
  EXPECT_EQ(degrees_text(110'441'700), "110.441700");
  for (const char* text : {"", "-", "90.000001", "91", "x", "1.2.3", "1e2", "--1", "1.1234567890123456"})
    EXPECT_FALSE(parse_degrees(text, 90)) << text;
}

TEST(Channels, AreReadWithTheirAddresses) {
  const auto read = parse_channels("Loket; web: https://a.go.id ; WA: 0811-5550100; loket; https://b.go.id");
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_EQ(to_text(*read), "loket; web: https://a.go.id; whatsapp: 0811-5550100; web: https://b.go.id");
  EXPECT_EQ(parse_channels(to_text(*read)), read);
  for (const char* text : {"merpati", "web: javascript:alert(1)", "wa: x", "surel: a@b"})
    EXPECT_FALSE(parse_channels(text)) << text;
}

TEST(Access, IsReadInAnyOrder) {
  EXPECT_EQ(to_text(*parse_access("kursi roda; Ramp, ramp")), "ramp, kursi roda");
  EXPECT_FALSE(parse_access("tangga"));
}

TEST(Contacts, AreChecked) {
  for (const char* text : {"112", "+62 21 555-0100", "(021) 5550100"}) EXPECT_TRUE(parse_phone(text)) << text;
  for (const char* text : {"1", "tidak ada", "12+34", "12345678901234567890"}) EXPECT_FALSE(parse_phone(text)) << text;
  EXPECT_TRUE(parse_email("a@b.go.id"));
  for (const char* text : {"a", "@b.id", "a@b", "a b@c.id", "a@b@c.id", "a@b.id."})
    EXPECT_FALSE(parse_email(text)) << text;
  EXPECT_TRUE(parse_website("https://a.go.id/x?y=1"));
  for (const char* text : {"a.go.id", "ftp://a", "https://", "https:///x", "https://a b", "https://a/\"x"})
    EXPECT_FALSE(parse_website(text)) << text;
  EXPECT_TRUE(parse_postcode("50132"));
  EXPECT_FALSE(parse_postcode("5013"));
}

TEST(UnitFields, AreFoundByTheirHeadingsInBothLanguages) {
  for (const UnitColumn& column : unit_columns()) {
    EXPECT_EQ(column_of(column.field).key, column.key);
    for (const auto heading : {column.key, column.id, column.en})
      EXPECT_EQ(parse_unit_column(heading), column.field) << heading;
  }
  EXPECT_EQ(parse_unit_column(" KODE_WILAYAH "), UnitField::region);
  EXPECT_EQ(parse_unit_column("warna"), std::nullopt);
  EXPECT_EQ(parse_unit_column(""), std::nullopt);
}

TEST(UnitFields, HaveOneTextThatReadsBack) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    const Unit unit = round == 0 ? test::civil_registry() : test::random_unit(random, "U" + std::to_string(round));
    Unit copy;
    copy.institution = unit.institution;
    for (const UnitColumn& column : unit_columns()) {
      const auto wrong = set_text(copy, column.field, text_of(unit, column.field));
      EXPECT_FALSE(wrong) << column.key << " " << text_of(unit, column.field) << ": " << wrong->en;
    }
    EXPECT_EQ(copy, unit);
    EXPECT_THAT(check(copy, regions()), IsEmpty());
  }
}

TEST(UnitFields, LeaveTheUnitAsItWasWhenTheTextIsWrong) {
  const std::map<UnitField, std::string> wrong = {
      {UnitField::code, "a b"},       {UnitField::kind, "istana"},
      {UnitField::region, "33.70"},   {UnitField::postcode, "1"},
      {UnitField::latitude, "utara"}, {UnitField::monday, "pagi"},
      {UnitField::special_days, "x"}, {UnitField::channels, "merpati"},
      {UnitField::access, "tangga"},  {UnitField::phone, "x"},
      {UnitField::email, "x"},        {UnitField::website, "x"},
      {UnitField::name, "a\x01"},     {UnitField::address, std::string(301, 'x')},
  };
  const Unit unit = test::civil_registry();
  for (const auto& [field, text] : wrong) {
    Unit changed = unit;
    const auto message = set_text(changed, field, text);
    ASSERT_TRUE(message) << text;
    EXPECT_FALSE(message->id.empty() || message->en.empty());
    EXPECT_EQ(changed, unit);
  }
}

TEST(UnitFields, BlankTextTakesTheValueAway) {
  Unit unit = test::civil_registry();
  for (const UnitColumn& column : unit_columns()) EXPECT_FALSE(set_text(unit, column.field, "  ")) << column.key;
  Unit blank;
  blank.institution = unit.institution;
  blank.kind = UnitKind::other;
  EXPECT_EQ(unit, blank);
}

std::vector<std::string> codes(const std::vector<UnitProblem>& problems) {
  std::vector<std::string> list;
  for (const UnitProblem& problem : problems) list.push_back(problem.code);
  return list;
}

TEST(Unit, AllThatIsWrongIsSaidAtOnce) {
  Unit unit;
  unit.region_code = "33.99";
  unit.latitude = 1;
  EXPECT_THAT(codes(check(unit, regions())),
              ElementsAre("code_missing", "name_missing", "unknown_region", "half_a_place"));
}

TEST(Unit, LiesInIndonesiaUnlessItHasNoRegion) {
  Unit unit = test::civil_registry();
  std::swap(unit.latitude, unit.longitude);
  unit.latitude = 90'000'000;
  EXPECT_THAT(codes(check(unit, regions())), ElementsAre("place_outside"));
  unit.latitude = 52'370'000;
  unit.longitude = 4'890'000;
  unit.region_code.clear();
  EXPECT_THAT(check(unit, regions()), IsEmpty());
  unit.region_code = "33.74.10.1001";
  unit.latitude.reset();
  unit.longitude.reset();
  EXPECT_THAT(check(unit, regions()), IsEmpty());
}

}  // namespace
}  // namespace prima::directory
