#include "base/instant.h"

#include <gtest/gtest.h>

namespace prima {
namespace {

using std::chrono::year;

TEST(Instant, ReadsBackWhatItWrites) {
  for (const char* text : {"1970-01-01T00:00:00.000Z", "2026-11-24T23:59:59.999Z", "1969-12-31T23:59:59.001Z"})
    EXPECT_EQ(iso(parse_instant(text).value()), text);
}

TEST(Instant, TakesAFractionOfOneToThreeDigitsOrNone) {
  EXPECT_EQ(iso(parse_instant("2026-11-24T04:00:00Z").value()), "2026-11-24T04:00:00.000Z");
  EXPECT_EQ(iso(parse_instant("2026-11-24T04:00:00.5Z").value()), "2026-11-24T04:00:00.500Z");
  EXPECT_EQ(iso(parse_instant("2026-11-24T04:00:00.05Z").value()), "2026-11-24T04:00:00.050Z");
}

TEST(Instant, RefusesEveryOtherForm) {
  for (const char* text :
       {"", "2026-11-24", "2026-11-24 04:00:00Z", "2026-11-24T04:00:00", "2026-11-24T04:00:00+07:00",
        "2026-02-30T04:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24T04:60:00Z", "2026-11-24T04:00:60Z",
        "2026-11-24T04:00:00.Z", "2026-11-24T04:00:00.1234Z", "2026-11-24T0a:00:00Z", "2026-11-24T04:00:00.1xZ"})
    EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(Instant, ShowsTheDayOfEachZone) {
  const Instant late = parse_instant("2026-11-24T15:30:00Z").value();
  EXPECT_EQ(iso(day_in(TimeZone::wib, late)), "2026-11-24");
  EXPECT_EQ(minute_of_day_in(TimeZone::wib, late), 22 * 60 + 30);
  EXPECT_EQ(minute_of_day_in(TimeZone::wita, late), 23 * 60 + 30);
  EXPECT_EQ(iso(day_in(TimeZone::wit, late)), "2026-11-25");
  EXPECT_EQ(minute_of_day_in(TimeZone::wit, late), 30);
}

TEST(Instant, ALocalTimeIsThatMomentInUtc) {
  const Date day = parse_date("2026-11-24").value();
  EXPECT_EQ(iso(instant_in(TimeZone::wib, day, 8 * 60)), "2026-11-24T01:00:00.000Z");
  EXPECT_EQ(iso(instant_in(TimeZone::wit, day, 8 * 60)), "2026-11-23T23:00:00.000Z");
}

TEST(TimeZone, IsReadByItsShortName) {
  for (const TimeZone zone : {TimeZone::wib, TimeZone::wita, TimeZone::wit})
    EXPECT_EQ(parse_time_zone(to_text(zone)), zone);
  EXPECT_FALSE(parse_time_zone("UTC"));
}

}  // namespace
}  // namespace prima
