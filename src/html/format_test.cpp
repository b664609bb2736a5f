#include "html/format.h"

#include <gtest/gtest.h>

#include "base/assert.h"

namespace prima::html {
namespace {

struct DecimalCase {
  const char* exact;
  const char* id;
  const char* en;
};

TEST(Format, SpellsDecimalsAsEachLanguageDoes) {
  for (const DecimalCase& one : std::vector<DecimalCase>{
           {"91.70", "91,70", "91.70"},
           {"0", "0", "0"},
           {"-3.5", "\u22123,5", "\u22123.5"},
           {"999", "999", "999"},
           {"1000", "1.000", "1,000"},
           {"1234567.891", "1.234.567,891", "1,234,567.891"},
           {"123456789012345678901234567890", "123.456.789.012.345.678.901.234.567.890",
            "123,456,789,012,345,678,901,234,567,890"},
           {"1/9", "1/9", "1/9"},
           {"5.", "5.", "5."},
           {"", "", ""},
           {"abc", "abc", "abc"},
       }) {
    EXPECT_EQ(format_decimal(Language::id, one.exact), one.id);
    EXPECT_EQ(format_decimal(Language::en, one.exact), one.en);
  }
}

TEST(Format, SpellsCountsPercentagesAndDates) {
  EXPECT_EQ(format_count(Language::id, 12345), "12.345");
  EXPECT_EQ(format_count(Language::en, -12345), "\u221212,345");
  EXPECT_EQ(format_percent(Language::id, "92.5"), "92,5%");
  EXPECT_EQ(format_percent(Language::en, "92.5"), "92.5%");
  const Date day = std::chrono::year(2024) / 8 / 17;
  EXPECT_EQ(format_date(Language::id, day), "17 Agustus 2024");
  EXPECT_EQ(format_date(Language::en, day), "17 August 2024");
  EXPECT_THROW(format_date(Language::id, std::chrono::year(2023) / 2 / 29), Bug);
}

TEST(Format, PutsTheLanguageInFrontOfAPath) {
  EXPECT_EQ(localized_path(Language::id, "/"), "/");
  EXPECT_EQ(localized_path(Language::en, "/"), "/en/");
  EXPECT_EQ(localized_path(Language::id, "/hasil?q=a"), "/hasil?q=a");
  EXPECT_EQ(localized_path(Language::en, "/hasil?q=a#b"), "/en/hasil?q=a#b");
  EXPECT_THROW(localized_path(Language::en, "hasil"), Bug);
}

}  // namespace
}  // namespace prima::html
