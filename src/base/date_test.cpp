#include "base/date.h"

#include <gtest/gtest.h>

#include <string>

namespace prima {
namespace {

TEST(ParseDate, ReadsDaysThatExist) {
  for (const char* const text : {"2024-02-29", "2000-02-29", "2026-12-31", "0001-01-01", "9999-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(iso(*date), text);
  }
}

TEST(ParseDate, RefusesEverythingElse) {
  for (const char* const text :
       {"",           "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-01",      "2024-01-00",
        "2024-1-1",   "24-01-01",   "2024/01/01", "2024-01/01", "01-01-2024", "2024-01-01 ",     " 2024-01-01",
        "2024-01-0x", "2024-0x-01", "+024-01-01", "-024-01-01", "20240101",   "2024-01-01T00:00"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(ParseDate, IsTheInverseOfIsoForEveryDay) {
  for (auto day = std::chrono::sys_days(Date(std::chrono::year(1999), std::chrono::month(1), std::chrono::day(1)));
       day < std::chrono::sys_days(Date(std::chrono::year(2029), std::chrono::month(1), std::chrono::day(1)));
       day += std::chrono::days(1)) {
    EXPECT_EQ(parse_date(iso(Date(day))), Date(day));
  }
}

}  // namespace
}  // namespace prima
