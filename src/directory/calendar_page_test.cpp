#include "directory/calendar_page.h"

#include <gtest/gtest.h>

#include "directory/calendar_reader.h"

namespace prima::directory {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

std::size_t count_of(std::string_view page, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = page.find(what); at != std::string_view::npos; at = page.find(what, at + what.size())) ++count;
  return count;
}

bool has(std::string_view page, std::string_view what) { return page.find(what) != std::string_view::npos; }

std::string page_of(Language language, int year, std::string_view today = "2026-11-24") {
  return calendar_page(language, built_in_calendars(), year, day(today));
}

TEST(CalendarPage, ShowsTwelveMonthsWithEveryDayOfTheYear) {
  for (const Language language : {Language::id, Language::en}) {
    const std::string page = page_of(language, 2026);
    EXPECT_EQ(count_of(page, "<h1"), 1U);
    EXPECT_EQ(count_of(page, "class=\"month\""), 12U);
    EXPECT_EQ(count_of(page, "<tr id=\"d-2026-"), 25U);
    EXPECT_EQ(count_of(page, "<td class=\"off\">"), 25U);
    EXPECT_EQ(count_of(page, "<td class=\"rest\">"), 104U - 4U) << "four holidays fall on weekends";
    EXPECT_TRUE(has(page, ">240<")) << "working days of the year";
  }
}

TEST(CalendarPage, SpeaksOneLanguageOnly) {
  const std::string id = page_of(Language::id, 2026);
  const std::string en = page_of(Language::en, 2026);
  for (const char* const text : {"Selasa 17 Februari 2026", "cuti bersama", "Desember: ", "Kelahiran Yesus Kristus"}) {
    EXPECT_TRUE(has(id, text)) << text;
    EXPECT_FALSE(has(en, text)) << text;
  }
  for (const char* const text : {"Tuesday 17 February 2026", "collective leave", "December: ", "Christmas Day"}) {
    EXPECT_TRUE(has(en, text)) << text;
    EXPECT_FALSE(has(id, text)) << text;
  }
}

TEST(CalendarPage, NamesTheDecreesThatWereKnown) {
  const std::string before = page_of(Language::id, 2025, "2025-08-06");
  const std::string after = page_of(Language::id, 2025, "2025-08-07");
  EXPECT_TRUE(has(before, "SKB 3 Menteri 1017/2024"));
  EXPECT_FALSE(has(before, "SKB 3 Menteri 933/2025"));
  EXPECT_TRUE(has(after, "SKB 3 Menteri 933/2025"));
  EXPECT_FALSE(has(before, "id=\"d-2025-08-18\""));
  EXPECT_TRUE(has(after, "id=\"d-2025-08-18\""));
  EXPECT_FALSE(has(after, "SKB 3 Menteri 1497/2025")) << "the decree of another year";
}

TEST(CalendarPage, WarnsInsteadOfGuessingAYearThatIsNotSet) {
  for (const auto& [language, warning] : {std::pair{Language::id, "Kalender tahun 2027 belum ditetapkan"},
                                          std::pair{Language::en, "The calendar of 2027 is not set"}}) {
    const std::string page = page_of(language, 2027);
    EXPECT_TRUE(has(page, warning));
    EXPECT_EQ(count_of(page, "class=\"month\""), 0U);
    EXPECT_TRUE(has(page, "/kalender/2026\""));
    EXPECT_FALSE(has(page, "class=\"lead\"")) << "nothing is said of its working days";
  }
  EXPECT_TRUE(has(page_of(Language::id, 2026, "2025-09-18"), "Kalender tahun 2026 belum ditetapkan"))
      << "on a day on which the decree was not known";
}

TEST(CalendarPage, TakesItsYearFromThePath) {
  EXPECT_EQ(calendar_year("2026"), 2026);
  for (const char* const text : {"", "26", "02026", "2026a", "-999", "+202", "1944", "3000", " 2026"})
    EXPECT_FALSE(calendar_year(text)) << text;
}

}  // namespace
}  // namespace prima::directory
