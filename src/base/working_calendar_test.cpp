#include "base/working_calendar.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "base/working_calendar_deadline.h"
#include "base/working_calendar_words.h"

namespace prima {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

Date day(std::string_view text) { return parse_date(text).value(); }

DayOff off(std::string_view date, std::string_view name, DayOffKind kind = DayOffKind::national_holiday) {
  return {day(date), kind, {std::string(name), std::string(name)}};
}

Decree decree(std::string id, std::string_view known_from, std::optional<int> sets_year, std::vector<DayOff> adds) {
  Decree made;
  made.id = id;
  made.number = "Keputusan " + id;
  made.title = {id, id};
  made.issued = made.known_from = day(known_from);
  made.sets_year = sets_year;
  made.adds = std::move(adds);
  return made;
}

// 2025 with one holiday and one day of collective leave; a later decree adds 18 August.
std::vector<Decree> two_decrees() {
  return {
      decree("awal", "2024-10-14", 2025,
             {off("2025-05-01", "Hari Buruh"), off("2025-05-02", "Cuti Buruh", DayOffKind::collective_leave)}),
      decree("susulan", "2025-08-07", std::nullopt, {off("2025-08-18", "Proklamasi", DayOffKind::collective_leave)})};
}

TEST(WorkingCalendar, TellsWhyADayIsNotWorked) {
  const WorkingCalendar calendar = Calendars(two_decrees()).latest();
  struct Row {
    const char* day;
    bool working;
    const char* reason;
  };
  for (const Row& row :
       {Row{"2025-04-30", true, ""}, Row{"2025-05-01", false, "libur nasional Hari Buruh (Keputusan awal)"},
        Row{"2025-05-02", false, "cuti bersama Cuti Buruh (Keputusan awal)"}, Row{"2025-05-03", false, "akhir pekan"},
        Row{"2025-05-04", false, "akhir pekan"}, Row{"2025-05-05", true, ""},
        Row{"2025-08-18", false, "cuti bersama Proklamasi (Keputusan susulan)"}}) {
    const auto status = calendar.look_up(day(row.day));
    ASSERT_TRUE(status) << row.day;
    EXPECT_EQ(status->working, row.working) << row.day;
    EXPECT_EQ(reason_words(*status).id, row.reason) << row.day;
    EXPECT_EQ(calendar.is_working(day(row.day)), row.working) << row.day;
  }
}

TEST(WorkingCalendar, NeverGuessesAYearThatNoDecreeSets) {
  const WorkingCalendar calendar = Calendars(two_decrees()).latest();
  EXPECT_TRUE(calendar.is_set(2025));
  for (const int year : {2024, 2026}) {
    const Date in_it{std::chrono::year(year), std::chrono::month(6), std::chrono::day(8)};  // also when it is a Sunday
    EXPECT_FALSE(calendar.is_set(year));
    EXPECT_EQ(calendar.is_working(in_it).error().year, year);
    EXPECT_EQ(calendar.add_working_days(in_it, 0).error().year, year);
    EXPECT_EQ(calendar.days_off(year).error().year, year);
  }
  EXPECT_EQ(calendar.add_working_days(day("2025-12-30"), 1), day("2025-12-31"));
  EXPECT_EQ(calendar.add_working_days(day("2025-12-31"), 1).error().year, 2026);
  EXPECT_EQ(calendar.next_working_day(day("2024-12-31")).error().year, 2024);
  EXPECT_EQ(calendar.count_working_days(day("2025-12-01"), day("2026-01-01")).error().year, 2026);
  EXPECT_EQ(calendar.count_working_days(day("2024-12-31"), day("2026-01-01")).error().year, 2024);
  EXPECT_EQ(calendar.add_working_days(day("2025-01-01"), 1'000'000).error().year, 2026);
  const Words words = not_set_words({2027});
  EXPECT_NE(words.id.find("2027"), std::string::npos);
  EXPECT_NE(words.en.find("2027"), std::string::npos);
}

TEST(WorkingCalendar, ADecreeThatSetsNoYearLeavesItUnset) {
  const Calendars calendars({decree("pemilu", "2026-01-01", std::nullopt, {off("2026-02-14", "Pemilu")})});
  EXPECT_EQ(calendars.latest().is_working(day("2026-02-14")).error().year, 2026);
}

TEST(WorkingCalendar, CollectiveLeaveIsWorkedWhenAskedFor) {
  const Calendars calendars(two_decrees());
  const WorkingCalendar worked = calendars.latest({.works_on_collective_leave = true});
  EXPECT_EQ(worked.is_working(day("2025-05-02")), true);
  EXPECT_EQ(worked.is_working(day("2025-05-01")), false);
  EXPECT_NE(worked.look_up(day("2025-05-02"))->day_off, nullptr);
  EXPECT_EQ(*worked.count_working_days(day("2025-01-01"), day("2025-12-31")),
            *calendars.latest().count_working_days(day("2025-01-01"), day("2025-12-31")) + 2);
}

TEST(WorkingCalendar, AnOfficeMayWorkSixDays) {
  CalendarOptions six_days;
  six_days.weekly_rest.rests = {true};
  const WorkingCalendar calendar = Calendars(two_decrees()).latest(six_days);
  EXPECT_EQ(calendar.is_working(day("2025-05-03")), true);
  EXPECT_EQ(calendar.is_working(day("2025-05-04")), false);
  EXPECT_EQ(calendar.next_working_day(day("2025-04-30")), day("2025-05-03"));
}

TEST(WorkingCalendar, AWeekOfRestEndsAtTheFirstYearThatIsNotSet) {
  CalendarOptions closed;
  closed.weekly_rest.rests = {true, true, true, true, true, true, true};
  const WorkingCalendar calendar = Calendars(two_decrees()).latest(closed);
  EXPECT_EQ(calendar.next_working_day(day("2025-01-01")).error().year, 2026);
  EXPECT_EQ(calendar.count_working_days(day("2025-01-01"), day("2025-12-31")), 0);
}

TEST(WorkingCalendar, KnowsOnlyWhatWasKnownOnTheDay) {
  const Calendars calendars(two_decrees());
  EXPECT_FALSE(calendars.as_known_on(day("2024-10-13")).is_set(2025));
  EXPECT_EQ(calendars.as_known_on(day("2024-10-14")).is_working(day("2025-08-18")), true);
  EXPECT_EQ(calendars.as_known_on(day("2025-08-06")).is_working(day("2025-08-18")), true);
  EXPECT_EQ(calendars.as_known_on(day("2025-08-07")).is_working(day("2025-08-18")), false);
}

TEST(WorkingCalendar, ALaterDecreeRevokesAndRenames) {
  auto decrees = two_decrees();
  decrees.push_back(decree("ubah", "2025-09-01", std::nullopt, {off("2025-05-01", "Hari Pekerja")}));
  decrees.back().revokes = {day("2025-08-18")};
  const WorkingCalendar calendar = Calendars(decrees).latest();
  EXPECT_EQ(calendar.is_working(day("2025-08-18")), true);
  EXPECT_EQ(calendar.look_up(day("2025-08-18"))->day_off, nullptr);
  EXPECT_EQ(calendar.look_up(day("2025-05-01"))->day_off->name.id, "Hari Pekerja");
  EXPECT_EQ(calendar.look_up(day("2025-05-01"))->decree->id, "ubah");
}

TEST(WorkingCalendar, ADayOffOfARegionCountsOnlyThere) {
  auto decrees = two_decrees();
  decrees.push_back(
      decree("jabar", "2025-06-01", std::nullopt,
             {off("2025-06-25", "Pemilihan", DayOffKind::regional), off("2025-05-01", "Lain", DayOffKind::regional)}));
  decrees.back().region = "32";
  decrees.back().revokes = {day("2025-05-02")};
  const Calendars calendars(decrees);
  EXPECT_EQ(calendars.latest().is_working(day("2025-06-25")), true);
  for (const char* const inside : {"32", "32.73", "32.73.01"})
    EXPECT_EQ(calendars.latest({.region = inside}).is_working(day("2025-06-25")), false) << inside;
  for (const char* const outside : {"3", "31", "321", "33.73", ""})
    EXPECT_EQ(calendars.latest({.region = outside}).is_working(day("2025-06-25")), true) << outside;
  const WorkingCalendar there = calendars.latest({.region = "32"});
  EXPECT_EQ(there.look_up(day("2025-05-01"))->day_off->name.id, "Hari Buruh") << "a region does not rename";
  EXPECT_EQ(there.is_working(day("2025-05-02")), false) << "nor revoke what the country decided";
}

TEST(WorkingCalendar, OutlivesTheCalendarsItWasMadeFrom) {
  const WorkingCalendar copy = [] { return Calendars(two_decrees()).latest(); }();
  EXPECT_EQ(copy.days_off(2025)->size(), 3U);
  EXPECT_EQ(copy.days_off(2025)->front().decree->id, "awal");
}

// Counts one day after the other from sets of text; shares nothing with what it checks.
struct NaiveCalendar {
  std::set<std::string> off;
  std::set<int> rests;  // weekdays from Sunday = 0
  int first_year = 0;
  int last_year = 0;

  static int weekday_of(int year, int month, int date) {  // Sakamoto's method
    static constexpr int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    if (month < 3) --year;
    return (year + year / 4 - year / 100 + year / 400 + shift[month - 1] + date) % 7;
  }
  bool known(Date d) const {
    return static_cast<int>(d.year()) >= first_year && static_cast<int>(d.year()) <= last_year;
  }
  bool works(Date d) const {
    const int weekday = weekday_of(static_cast<int>(d.year()), static_cast<int>(unsigned{d.month()}),
                                   static_cast<int>(unsigned{d.day()}));
    return rests.count(weekday) == 0 && off.count(iso(d)) == 0;
  }
  static Date tomorrow(Date d) { return Date(sys_days(d) + days(1)); }

  std::optional<int> count(Date first, Date last) const {
    int found = 0;
    for (Date d = first; d <= last; d = tomorrow(d)) {
      if (!known(d)) return std::nullopt;
      found += works(d) ? 1 : 0;
    }
    return found;
  }
  std::optional<Date> add(Date start, int n) const {
    if (!known(start)) return std::nullopt;
    Date d = start;
    while (n > 0) {
      d = tomorrow(d);
      if (!known(d)) return std::nullopt;
      n -= works(d) ? 1 : 0;
    }
    return d;
  }
};

TEST(WorkingCalendarProperty, CountsLikeTheSlowWayOverRandomCalendars) {
  std::mt19937 random(20261124);
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  const auto random_day = [&] { return Date(sys_days(day("2024-12-15")) + days(below(3 * 365 + 30))); };
  for (int round = 0; round < 60; ++round) {
    NaiveCalendar slow{{}, {}, 2025, 2027};
    CalendarOptions options;
    options.weekly_rest.rests = {};
    for (int i = below(3); i >= 0; --i) {
      const int weekday = below(7);
      slow.rests.insert(weekday);
      options.weekly_rest.rests.at(static_cast<std::size_t>(weekday)) = true;
    }
    std::vector<Decree> decrees;
    for (const int year : {2025, 2026, 2027}) decrees.push_back(decree(std::to_string(year), "2024-01-01", year, {}));
    for (int i = below(60); i > 0; --i) {
      const Date when = random_day();
      slow.off.insert(iso(when));
      decrees[static_cast<std::size_t>(below(3))].adds.push_back(off(iso(when), "libur"));
    }
    const WorkingCalendar fast = Calendars(decrees).latest(options);
    for (int i = 0; i < 60; ++i) {
      const Date first = random_day();
      const Date last = random_day();
      const auto counted = fast.count_working_days(first, last);
      const auto expected = slow.count(first, last);
      ASSERT_EQ(counted.has_value(), expected.has_value()) << iso(first) << " " << iso(last);
      if (expected) {
        ASSERT_EQ(*counted, *expected) << iso(first) << " " << iso(last);
      }
      const int n = below(90);
      const auto added = fast.add_working_days(first, n);
      const auto expected_day = slow.add(first, n);
      ASSERT_EQ(added.has_value(), expected_day.has_value()) << iso(first) << " + " << n;
      if (expected_day) {
        ASSERT_EQ(*added, *expected_day) << iso(first) << " + " << n;
      }
      // The day that n working days lead to has n working days behind it.
      if (added) {
        ASSERT_EQ(fast.count_working_days(NaiveCalendar::tomorrow(first), *added), n);
      }
    }
  }
}

TEST(DeadlineHistory, KeepsBothDaysAndNamesTheDecreeThatMovedThem) {
  const Calendars calendars(two_decrees());
  const auto ten_days = [](const WorkingCalendar& calendar) {
    return calendar.add_working_days(day("2025-08-06"), 10);
  };
  const DeadlineHistory moved = deadline_history(calendars, {}, day("2025-08-06"), day("2025-08-20"), ten_days);
  EXPECT_EQ(moved.first, day("2025-08-20"));
  ASSERT_EQ(moved.moves.size(), 1U);
  EXPECT_EQ(moved.moves[0].decree->id, "susulan");
  EXPECT_EQ(moved.moves[0].before, day("2025-08-20"));
  EXPECT_EQ(moved.latest(), day("2025-08-21"));
  EXPECT_EQ(move_words(moved.moves[0]).id,
            "Keputusan susulan (7 Agustus 2025) mengubah batas waktu: sebelumnya Rabu 20 Agustus 2025, sekarang "
            "Kamis 21 Agustus 2025.");
  EXPECT_TRUE(deadline_history(calendars, {}, day("2025-08-06"), day("2025-08-06"), ten_days).moves.empty());
  EXPECT_TRUE(deadline_history(calendars, {}, day("2025-08-07"), day("2025-08-20"), ten_days).moves.empty());
  const auto two_days = [](const WorkingCalendar& calendar) { return calendar.add_working_days(day("2025-08-06"), 2); };
  EXPECT_TRUE(deadline_history(calendars, {}, day("2025-08-06"), day("2025-08-20"), two_days).moves.empty())
      << "a decree that does not touch the deadline is not named";
}

TEST(DeadlineHistory, ShowsTheDecreeThatSetTheYear) {
  const Calendars calendars(two_decrees());
  const DeadlineHistory set =
      deadline_history(calendars, {}, day("2024-10-01"), day("2024-12-01"),
                       [](const WorkingCalendar& calendar) { return calendar.add_working_days(day("2025-01-01"), 1); });
  EXPECT_EQ(set.first.error().year, 2025);
  ASSERT_EQ(set.moves.size(), 1U);
  EXPECT_EQ(set.moves[0].decree->id, "awal");
  EXPECT_EQ(set.latest(), day("2025-01-02"));
  EXPECT_NE(move_words(set.moves[0]).en.find("before not countable yet, now Thursday 2 January 2025"),
            std::string::npos);
}

TEST(CalendarWords, SpellsDaysInBothLanguages) {
  EXPECT_EQ(day_words(day("2026-12-01")), (Words{"Selasa 1 Desember 2026", "Tuesday 1 December 2026"}));
  EXPECT_EQ(date_words(day("2026-08-17")), (Words{"17 Agustus 2026", "17 August 2026"}));
  std::set<std::string> weekdays;
  for (int i = 0; i < 7; ++i)
    weekdays.insert(weekday_words(std::chrono::weekday(sys_days(day("2026-11-22")) + days(i))).id);
  EXPECT_EQ(weekdays, (std::set<std::string>{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"}));
  EXPECT_EQ(weekday_words(std::chrono::weekday(sys_days(day("2026-11-24")))), (Words{"Selasa", "Tuesday"}));
}

}  // namespace
}  // namespace prima
