#include "directory/calendar_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/working_calendar_deadline.h"
#include "embedded/calendar_files.h"

namespace prima::directory {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

Date first_of(int year) { return {std::chrono::year(year), std::chrono::January, std::chrono::day(1)}; }
Date last_of(int year) { return {std::chrono::year(year), std::chrono::December, std::chrono::day(31)}; }

// A calendar in which one line can be another one.
std::string calendar_with(std::string_view line, std::string_view instead) {
  std::string text = R"(format: prima-calendar/1
year: 2026
decrees:
  - id: satu
    number: "SKB 1/2025"
    title: {id: "Libur", en: "Days off"}
    issued: 2025-09-19
    known_from: 2025-09-20
    sets_year: true
    standing: official
    source: "https://example.go.id/skb"
    adds:
      - {date: 2026-01-01, weekday: Kamis, kind: national_holiday, name: {id: "Tahun Baru", en: "New Year"}}
      - {date: 2026-05-15, kind: collective_leave, name: {id: "Cuti", en: "Leave"}}
  - id: dua
    number: "Keppres 2/2026"
    title: {id: "Perubahan", en: "Change"}
    issued: 2026-03-01
    known_from: 2026-03-01
    standing: inferred
    source: "https://example.go.id/keppres"
    note: {id: "Catatan.", en: "Note."}
    revokes: [2026-05-15]
    adds:
      - {date: 2026-06-24, kind: national_holiday, name: {id: "Pemilu", en: "Election"}}
)";
  if (line.empty()) return text;
  const std::size_t at = text.find(line);
  EXPECT_NE(at, std::string::npos) << line;
  return text.replace(at, line.size(), instead);
}

TEST(CalendarReader, ReadsDecreesInTheOrderOfTheFile) {
  const auto decrees = read_calendar(calendar_with("", ""), "2026.yaml");
  ASSERT_TRUE(decrees) << to_text(decrees.error().front(), Language::en);
  ASSERT_EQ(decrees->size(), 2U);
  const Decree& one = decrees->front();
  EXPECT_EQ(one.id, "satu");
  EXPECT_EQ(one.number, "SKB 1/2025");
  EXPECT_EQ(one.title, (Words{"Libur", "Days off"}));
  EXPECT_EQ(one.issued, day("2025-09-19"));
  EXPECT_EQ(one.known_from, day("2025-09-20"));
  EXPECT_EQ(one.sets_year, 2026);
  EXPECT_EQ(one.standing, DecreeStanding::official);
  EXPECT_EQ(one.source, "https://example.go.id/skb");
  ASSERT_EQ(one.adds.size(), 2U);
  EXPECT_EQ(one.adds[1].kind, DayOffKind::collective_leave);
  EXPECT_EQ(one.adds[1].name.en, "Leave");
  EXPECT_EQ(decrees->back().revokes, std::vector<Date>{day("2026-05-15")});
  EXPECT_EQ(decrees->back().sets_year, std::nullopt);
  EXPECT_EQ(decrees->back().note.en, "Note.");
}

TEST(CalendarReader, SaysWhatIsWrongAndOnWhichLine) {
  struct Row {
    const char* line;
    const char* instead;
    const char* code;
    int at;
  };
  const Row rows[] = {
      {"prima-calendar/1", "prima-calendar/2", "unknown_format", 1},
      {"year: 2026", "year: 26", "bad_year", 2},
      {"year: 2026", "year: 2027", "wrong_file_name", 2},
      {"year: 2026\n", "year: 2026\nkota: Bandung\n", "unknown_key", 3},
      {"    number: \"SKB 1/2025\"\n", "", "missing_key", 4},
      {"\"SKB 1/2025\"", "\" \"", "empty_text", 5},
      {"{id: \"Libur\", en: \"Days off\"}", "{id: \"Libur\", en: \"\"}", "missing_language", 6},
      {"known_from: 2025-09-20", "known_from: 2025-09-18", "known_before_issued", 8},
      {"known_from: 2025-09-20", "known_from: 2025-02-30", "bad_date", 8},
      {"    sets_year: true\n", "", "year_not_set", 4},
      {"standing: official", "standing: resmi", "unknown_value", 10},
      {"date: 2026-01-01", "date: 2025-01-01", "day_outside_year", 13},
      {"weekday: Kamis", "weekday: Rabu", "wrong_weekday", 13},
      {"weekday: Kamis", "weekday: Thursday", "unknown_value", 13},
      {"date: 2026-05-15", "date: 2026-01-01", "duplicate_day", 14},
      {"kind: collective_leave", "kind: regional", "kind_and_region_differ", 14},
      {"kind: collective_leave", "kind: cuti", "unknown_value", 14},
      {"- id: dua", "- id: satu", "duplicate_decree", 15},
      {"issued: 2026-03-01\n    known_from: 2026-03-01", "issued: 2025-01-01\n    known_from: 2025-01-01",
       "decree_out_of_order", 19},
      {"revokes: [2026-05-15]", "revokes: [2026-05-18]", "not_a_day_off", 23},
      {"date: 2026-06-24", "date: 2026-01-01", "duplicate_day", 25},
      {"standing: inferred", "region: \"32.\"\n    standing: inferred", "bad_region", 20},
  };
  for (const Row& row : rows) {
    const auto decrees = read_calendar(calendar_with(row.line, row.instead), "2026.yaml");
    ASSERT_FALSE(decrees) << row.code;
    bool found = false;
    for (const Finding& finding : decrees.error()) {
      EXPECT_EQ(finding.file, "2026.yaml");
      EXPECT_FALSE(finding.message.id.empty() || finding.message.en.empty() || finding.message.id == finding.message.en)
          << finding.code;
      found = found || (finding.code == row.code && finding.line == row.at);
    }
    EXPECT_TRUE(found) << row.code << " at line " << row.at
                       << "; first: " << to_text(decrees.error().front(), Language::en);
  }
}

TEST(CalendarReader, GivesAllFindingsAtOnce) {
  std::string text = calendar_with("weekday: Kamis", "weekday: Rabu");
  text.replace(text.find("2026-06-24"), 10, "2027-06-24");
  const auto decrees = read_calendar(text, "x/2026.yaml");
  ASSERT_FALSE(decrees);
  EXPECT_EQ(decrees.error().size(), 2U);
}

TEST(CalendarReader, ADecreeOfARegionAddsRegionalDays) {
  std::string text = calendar_with("standing: inferred", "region: \"32.73\"\n    standing: inferred");
  text.replace(text.find("    revokes"), std::string("    revokes: [2026-05-15]\n").size(), "");
  text.replace(text.rfind("national_holiday"), std::string("national_holiday").size(), "regional");
  const auto decrees = read_calendar(text, "2026.yaml");
  ASSERT_TRUE(decrees) << to_text(decrees.error().front(), Language::en);
  EXPECT_EQ(decrees->back().region, "32.73");
  EXPECT_EQ(decrees->back().adds.front().kind, DayOffKind::regional);
}

TEST(CalendarReader, RefusesTheSameYearOrDecreeInTwoFiles) {
  const std::string text = calendar_with("", "");
  const CalendarFile files[] = {{"a.yaml", text}, {"b.yaml", text}};
  const auto calendars = read_calendars(files);
  ASSERT_FALSE(calendars);
  std::vector<std::string> codes;
  for (const Finding& finding : calendars.error()) {
    EXPECT_EQ(finding.file, "b.yaml");
    codes.push_back(finding.code);
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"duplicate_decree", "duplicate_year", "duplicate_decree"}));
}

TEST(BuiltInCalendars, AreAllReadable) {
  for (const EmbeddedFile& file : calendar_data::files()) {
    const auto decrees = read_calendar(file.bytes, std::string(file.path));
    EXPECT_TRUE(decrees) << to_text(decrees.error().front(), Language::en);
  }
  EXPECT_EQ(built_in_calendars().latest().set_years(), (std::vector<int>{2025, 2026}));
}

int national_holidays(const WorkingCalendar& calendar, int year) {
  int count = 0;
  const std::vector<DayStatus> days_off = calendar.days_off(year).value();
  for (const DayStatus& status : days_off) count += status.day_off->kind == DayOffKind::national_holiday ? 1 : 0;
  return count;
}

TEST(BuiltInCalendars, HaveTheKnownFigures) {
  struct Row {
    int year;
    const char* known_on;
    int days_off;
    int without_holidays;
    int also_without_leave;
  };
  // 2026: 261 weekdays, 248 without the 17 holidays, 240 also without the 8 days of collective leave. 2025, counted in
  // the published lists: 13 of 17 holidays and all days of leave (10, later 11) are weekdays.
  for (const Row& row : {Row{2026, "2026-01-01", 25, 248, 240}, Row{2025, "2025-08-06", 27, 248, 238},
                         Row{2025, "2025-08-07", 28, 248, 237}}) {
    const Calendars& calendars = built_in_calendars();
    const WorkingCalendar normal = calendars.as_known_on(day(row.known_on));
    const WorkingCalendar leave_worked = calendars.as_known_on(day(row.known_on), {.works_on_collective_leave = true});
    EXPECT_EQ(normal.days_off(row.year)->size(), static_cast<std::size_t>(row.days_off));
    EXPECT_EQ(national_holidays(normal, row.year), 17);
    EXPECT_EQ(normal.count_working_days(first_of(row.year), last_of(row.year)), row.also_without_leave);
    EXPECT_EQ(leave_worked.count_working_days(first_of(row.year), last_of(row.year)), row.without_holidays);
    int weekdays = 0;
    for (std::chrono::sys_days at(first_of(row.year)); at <= std::chrono::sys_days(last_of(row.year));
         at += std::chrono::days(1))
      weekdays += normal.look_up(Date(at))->weekly_rest ? 0 : 1;
    EXPECT_EQ(weekdays, 261);
  }
}

TEST(BuiltInCalendars, HaveTheDaysThatPublicPackagesGetWrong) {
  const WorkingCalendar calendar = built_in_calendars().latest();
  for (const char* const off : {"2026-05-31", "2026-06-16", "2026-08-25", "2025-08-18", "2026-03-24"})
    EXPECT_NE(calendar.look_up(day(off))->day_off, nullptr) << off;
  for (const char* const ordinary : {"2026-05-02", "2026-06-17", "2026-08-26", "2026-03-30"})
    EXPECT_EQ(calendar.look_up(day(ordinary))->day_off, nullptr) << ordinary;
  EXPECT_EQ(calendar.look_up(day("2025-06-09"))->day_off->kind, DayOffKind::collective_leave);
}

TEST(BuiltInCalendars, TheDecreeOfAugust2025MovedRunningDeadlines) {
  const DeadlineHistory history = deadline_history(
      built_in_calendars(), {}, day("2025-08-01"), day("2025-08-31"),
      [](const WorkingCalendar& calendar) { return calendar.add_working_days(day("2025-08-01"), 14); });
  EXPECT_EQ(history.first, day("2025-08-21"));
  ASSERT_EQ(history.moves.size(), 1U);
  EXPECT_EQ(history.moves[0].decree->id, "skb-2025-perubahan");
  EXPECT_EQ(history.latest(), day("2025-08-22"));
}

}  // namespace
}  // namespace prima::directory
