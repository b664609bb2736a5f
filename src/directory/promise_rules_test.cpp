#include "directory/promise_rules.h"

#include <gtest/gtest.h>

#include <random>

#include "base/working_calendar_words.h"
#include "directory/calendar_reader.h"

namespace prima::directory {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using Kind = PromiseStep::Kind;

Date day(std::string_view text) { return parse_date(text).value(); }

const WorkingCalendar& calendar() {
  static const WorkingCalendar latest = built_in_calendars().latest();
  return latest;
}

// Monday to Friday 8 to 12 and 13 to 15.
OpeningHours office_hours() {
  OpeningHours hours;
  for (std::size_t i = 0; i < 7; ++i)
    hours.week.at(i) = i < 5 ? DayHours{{8 * 60, 12 * 60}, {13 * 60, 15 * 60}} : DayHours{};
  return hours;
}

PromiseQuestion question(TimeUnit unit, int amount, std::string_view date, int hour, int minute = 0) {
  PromiseQuestion asked;
  asked.time = {unit, amount};
  asked.applied_at = instant_in(TimeZone::wib, day(date), hour * 60 + minute);
  asked.hours = office_hours();
  return asked;
}

std::vector<std::string> texts(const std::vector<PromiseStep>& steps, Language language) {
  std::vector<std::string> all;
  for (const PromiseStep& step : steps) all.push_back(step.words.in(language));
  return all;
}

TEST(Promise, TellsTheDayWithEveryDayThatLedThere) {
  const auto told = promise(question(TimeUnit::working_days, 5, "2026-11-24", 10, 15), calendar());
  ASSERT_TRUE(told);
  EXPECT_EQ(told->due, day("2026-12-01"));
  EXPECT_EQ(apply_today_words(*told), (Words{"Ajukan hari ini, terima paling lambat Selasa 1 Desember 2026",
                                             "Apply today, receive by Tuesday 1 December 2026"}));
  EXPECT_EQ(texts(told->steps, Language::id),
            (std::vector<std::string>{
                "Selasa 24 November 2026 pukul 10.15 WIB: hari pengajuan, tidak dihitung",
                "Rabu 25 November 2026: hari kerja ke-1", "Kamis 26 November 2026: hari kerja ke-2",
                "Jumat 27 November 2026: hari kerja ke-3", "Sabtu 28 November 2026: akhir pekan, tidak dihitung",
                "Minggu 29 November 2026: akhir pekan, tidak dihitung", "Senin 30 November 2026: hari kerja ke-4",
                "Selasa 1 Desember 2026: hari kerja ke-5, batas waktu"}));
  EXPECT_EQ(texts(told->steps, Language::en).front(),
            "Tuesday 24 November 2026 at 10:15 WIB: day of application, not counted");
  EXPECT_EQ(texts(told->steps, Language::en).back(), "Tuesday 1 December 2026: working day 5, the deadline");
  EXPECT_TRUE(told->steps.back().is_deadline);
  EXPECT_EQ(told->late_from, instant_in(TimeZone::wib, day("2026-12-02"), 0));
}

TEST(Promise, NamesTheHolidayAndItsDecree) {
  const auto told = promise(question(TimeUnit::working_days, 2, "2026-12-22", 9), calendar());
  ASSERT_TRUE(told);
  EXPECT_EQ(told->due, day("2026-12-28"));
  const PromiseStep& leave = told->steps.at(2);
  EXPECT_EQ(leave.kind, Kind::skipped);
  EXPECT_EQ(leave.decree, "SKB 3 Menteri 1497/2025, 2/2025, 5/2025");
  EXPECT_EQ(leave.standing, DecreeStanding::official);
  EXPECT_EQ(leave.words.id,
            "Kamis 24 Desember 2026: cuti bersama Kelahiran Yesus Kristus (Natal) (SKB 3 Menteri 1497/2025, 2/2025, "
            "5/2025), tidak dihitung");
  EXPECT_EQ(told->steps.at(3).words.en,
            "Friday 25 December 2026: national holiday Christmas Day (SKB 3 Menteri 1497/2025, 2/2025, 5/2025), not "
            "counted");
}

TEST(Promise, FindsTheDay) {
  struct Row {
    const char* what;
    TimeUnit unit;
    int amount;
    const char* date;
    int hour;
    int minute;
    const char* received;
    const char* due;
    int due_minute;  // -1: none
  };
  const Row rows[] = {
      {"no days: the same day", TimeUnit::working_days, 0, "2026-11-24", 10, 0, "2026-11-24", "2026-11-24", -1},
      {"before opening is the same day", TimeUnit::working_days, 1, "2026-11-24", 5, 0, "2026-11-24", "2026-11-25", -1},
      {"just before closing", TimeUnit::working_days, 1, "2026-11-24", 14, 59, "2026-11-24", "2026-11-25", -1},
      {"at closing", TimeUnit::working_days, 1, "2026-11-24", 15, 0, "2026-11-25", "2026-11-26", -1},
      {"in the lunch break", TimeUnit::working_days, 1, "2026-11-24", 12, 30, "2026-11-24", "2026-11-25", -1},
      {"Friday evening waits for Monday", TimeUnit::working_days, 1, "2026-11-27", 18, 0, "2026-11-30", "2026-12-01",
       -1},
      {"Saturday waits for Monday", TimeUnit::working_days, 3, "2026-11-28", 9, 0, "2026-11-30", "2026-12-03", -1},
      {"a holiday waits", TimeUnit::working_days, 1, "2026-08-17", 9, 0, "2026-08-18", "2026-08-19", -1},
      {"fourteen days over a holiday", TimeUnit::working_days, 14, "2026-08-10", 9, 0, "2026-08-10", "2026-09-01", -1},
      {"sixty days", TimeUnit::working_days, 60, "2026-03-02", 9, 0, "2026-03-02", "2026-06-10", -1},
      {"calendar days", TimeUnit::calendar_days, 7, "2026-11-24", 10, 0, "2026-11-24", "2026-12-01", -1},
      {"calendar days that end on Saturday", TimeUnit::calendar_days, 4, "2026-11-24", 10, 0, "2026-11-24",
       "2026-11-30", -1},
      {"hours of one morning", TimeUnit::open_hours, 1, "2026-11-24", 10, 0, "2026-11-24", "2026-11-24", 660},
      {"hours over lunch", TimeUnit::open_hours, 3, "2026-11-24", 10, 0, "2026-11-24", "2026-11-24", 840},
      {"hours before opening", TimeUnit::open_hours, 1, "2026-11-24", 6, 0, "2026-11-24", "2026-11-24", 540},
      {"hours until the next day", TimeUnit::open_hours, 2, "2026-11-24", 14, 0, "2026-11-24", "2026-11-25", 540},
      {"hours over a weekend", TimeUnit::open_hours, 2, "2026-11-27", 14, 0, "2026-11-27", "2026-11-30", 540},
      {"minutes at the end of the day", TimeUnit::open_minutes, 15, "2026-11-24", 14, 45, "2026-11-24", "2026-11-24",
       900},
      {"minutes after closing", TimeUnit::open_minutes, 15, "2026-11-24", 16, 0, "2026-11-25", "2026-11-25", 495},
      {"three times 24 hours", TimeUnit::running_hours, 72, "2026-11-27", 16, 30, "2026-11-27", "2026-11-30", 990},
      {"while you wait", TimeUnit::while_you_wait, 0, "2026-11-24", 10, 0, "2026-11-24", "2026-11-24", -1},
      {"while you wait, tomorrow", TimeUnit::while_you_wait, 0, "2026-11-24", 20, 0, "2026-11-25", "2026-11-25", -1},
  };
  for (const Row& row : rows) {
    const auto told = promise(question(row.unit, row.amount, row.date, row.hour, row.minute), calendar());
    ASSERT_TRUE(told) << row.what;
    EXPECT_EQ(iso(told->received), row.received) << row.what;
    EXPECT_EQ(iso(told->due), row.due) << row.what;
    EXPECT_EQ(told->due_minute.value_or(-1), row.due_minute) << row.what;
    int deadlines = 0;
    for (const PromiseStep& step : told->steps) {
      deadlines += step.is_deadline ? 1 : 0;
      EXPECT_FALSE(step.words.id.empty() || step.words.en.empty() || step.words.id == step.words.en) << row.what;
    }
    EXPECT_EQ(deadlines, 1) << row.what;
    EXPECT_TRUE(told->steps.back().is_deadline) << row.what;
  }
}

TEST(Promise, SaysThatTheCalendarIsNotSetInsteadOfADay) {
  const auto none = promise(question(TimeUnit::working_days, 5, "2026-12-29", 9), calendar());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().why, NoPromise::Why::calendar_not_set);
  EXPECT_EQ(none.error().year, 2027);
  EXPECT_EQ(none.error().message, not_set_words({2027}));
  EXPECT_EQ(none.error().steps.back().words.id, "Kamis 31 Desember 2026: hari kerja ke-2");
  for (const TimeUnit unit : {TimeUnit::calendar_days, TimeUnit::open_hours, TimeUnit::while_you_wait})
    EXPECT_EQ(promise(question(unit, 1, "2027-01-04", 9), calendar()).error().year, 2027);
  EXPECT_TRUE(promise(question(TimeUnit::running_hours, 72, "2026-12-30", 9), calendar()))
      << "hours that run day and night need no calendar";
}

TEST(Promise, SaysThatTheHoursAreUnknownWhereTheyAreNeeded) {
  auto asked = question(TimeUnit::open_hours, 2, "2026-11-24", 9);
  for (const std::optional<OpeningHours>& hours : {std::optional<OpeningHours>(), std::optional(OpeningHours())}) {
    asked.hours = hours;
    const auto none = promise(asked, calendar());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().why, NoPromise::Why::opening_hours_unknown);
    EXPECT_FALSE(none.error().message.id.empty() || none.error().message.en.empty());
  }
}

TEST(Promise, CountsDaysWithoutKnowingTheHoursAndSaysSo) {
  auto asked = question(TimeUnit::working_days, 3, "2026-11-24", 23, 59);
  asked.hours.reset();
  const auto told = promise(asked, calendar());
  ASSERT_TRUE(told);
  EXPECT_EQ(told->due, day("2026-11-27"));
  EXPECT_EQ(told->steps.front().kind, Kind::note);
  asked.cut_off = 14 * 60;
  const auto limited = promise(asked, calendar());
  EXPECT_EQ(limited->due, day("2026-11-30"));
  EXPECT_EQ(limited->steps.front().kind, Kind::late);
  EXPECT_NE(limited->steps.front().words.id.find("batas pukul 14.00"), std::string::npos);
}

TEST(Promise, CutOffComesBeforeClosing) {
  auto asked = question(TimeUnit::while_you_wait, 0, "2026-11-24", 14, 0);
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-24"));
  asked.cut_off = 14 * 60;
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-25"));
}

TEST(Promise, AUnitThatIsClosedOnAWorkingDayTakesNothingIn) {
  auto asked = question(TimeUnit::working_days, 1, "2026-11-27", 9);
  asked.hours->week.at(4) = DayHours{};  // Friday
  const auto told = promise(asked, calendar());
  ASSERT_TRUE(told);
  EXPECT_EQ(told->received, day("2026-11-30"));
  EXPECT_NE(told->steps.front().words.id.find("unit layanan tutup"), std::string::npos);
  asked.applied_at = instant_in(TimeZone::wib, day("2026-11-26"), 540);
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-27")) << "but working days are those of the calendar";
}

TEST(Promise, KnowsTheSpecialDaysOfTheUnit) {
  auto asked = question(TimeUnit::open_hours, 1, "2026-11-28", 9);  // a Saturday
  asked.hours->special_days = {{day("2026-11-28"), {{8 * 60, 11 * 60}}, "layanan Sabtu"},
                               {day("2026-11-30"), {}, "pindah gedung"}};
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-28"));
  EXPECT_EQ(promise(asked, calendar())->due_minute, 600);
  asked.applied_at = instant_in(TimeZone::wib, day("2026-11-28"), 11 * 60);
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-12-01")) << "Monday is closed";
  asked.time = {TimeUnit::working_days, 1};
  asked.applied_at = instant_in(TimeZone::wib, day("2026-11-28"), 9 * 60);
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-30")) << "working days stay those of the calendar";
}

TEST(Promise, SaysThatTheHoursOfADayAreNotStated) {
  auto asked = question(TimeUnit::open_hours, 3, "2026-11-24", 14);
  asked.hours->week.at(2).reset();  // Wednesday
  const auto none = promise(asked, calendar());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().why, NoPromise::Why::opening_hours_unknown);
  EXPECT_EQ(none.error().steps.back().count, 60) << "Tuesday was counted";
  asked.time.amount = 1;
  EXPECT_TRUE(promise(asked, calendar())) << "Wednesday is not needed";
}

TEST(Promise, TheDayIsThatOfTheUnitsTimeZone) {
  auto asked = question(TimeUnit::working_days, 1, "2026-11-24", 13, 30);  // 15.30 in Jayapura: closed
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-25"));
  asked.zone = TimeZone::wit;
  const auto told = promise(asked, calendar());
  EXPECT_EQ(told->due, day("2026-11-26"));
  EXPECT_NE(told->steps.front().words.id.find("pukul 15.30 WIT"), std::string::npos);
  EXPECT_EQ(told->late_from, instant_in(TimeZone::wit, day("2026-11-27"), 0));
}

TEST(Promise, TheRuleIsData) {
  auto asked = question(TimeUnit::working_days, 1, "2026-11-24", 16);
  asked.rule.late_waits_for_next_day = false;
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-25"));
  asked.rule.counts_day_of_application = true;
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-24"));
  asked.applied_at = instant_in(TimeZone::wib, day("2026-11-28"), 600);
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-30")) << "a Saturday is no working day 1";
  asked.time = {TimeUnit::calendar_days, 1};
  asked.rule.ends_on_working_day = false;
  EXPECT_EQ(promise(asked, calendar())->due, day("2026-11-28"));
  EXPECT_EQ(our_counting_rule().standing, DecreeStanding::ours);
  EXPECT_FALSE(our_counting_rule().basis.id.empty() || our_counting_rule().basis.en.empty());
}

TEST(Promise, CollectiveLeaveThatIsWorkedIsCountedAndNamed) {
  const auto told = promise(question(TimeUnit::working_days, 1, "2026-12-23", 9),
                            built_in_calendars().latest({.works_on_collective_leave = true}));
  ASSERT_TRUE(told);
  EXPECT_EQ(told->due, day("2026-12-24"));
  EXPECT_EQ(told->steps.back().words.id,
            "Kamis 24 Desember 2026: hari kerja ke-1 (cuti bersama Kelahiran Yesus Kristus (Natal) (SKB 3 Menteri "
            "1497/2025, 2/2025, 5/2025), tetap dihitung), batas waktu");
}

TEST(PromiseHistory, ShowsBothDatesOfARunningComplaint) {
  PromiseQuestion complaint;
  complaint.applied_at = instant_in(TimeZone::wib, day("2025-08-01"), 10 * 60);
  struct Row {
    int limit;
    const char* first;
    const char* latest;
  };
  for (const Row& row : {Row{3, "2025-08-06", "2025-08-06"}, Row{5, "2025-08-08", "2025-08-08"},
                         Row{14, "2025-08-21", "2025-08-22"}, Row{60, "2025-10-27", "2025-10-28"}}) {
    complaint.time = {TimeUnit::working_days, row.limit};
    const DeadlineHistory history = promise_history(complaint, built_in_calendars(), {}, day("2025-09-01"));
    EXPECT_EQ(iso(history.first.value()), row.first) << row.limit;
    EXPECT_EQ(iso(history.latest().value()), row.latest) << row.limit;
    EXPECT_EQ(history.moves.empty(), std::string_view(row.first) == row.latest) << row.limit;
    for (const DeadlineMove& move : history.moves) EXPECT_EQ(move.decree->id, "skb-2025-perubahan");
  }
}

// Walks from minute to minute and uses one up whenever the office is open.
Instant slow_open_minutes(Instant at, int amount) {
  const OpeningHours hours = office_hours();
  const auto status = [](Date d) { return *calendar().is_working(d); };
  const auto open = [&](Instant moment) {
    const Date d = day_in(TimeZone::wib, moment);
    const int minute = minute_of_day_in(TimeZone::wib, moment);
    bool inside = false;
    const DayHours of_day = hours_on(hours, d).value();
    for (const MinuteSpan& span : of_day) inside = inside || (minute >= span.from && minute < span.to);
    return inside && status(d);
  };
  for (; amount > 0; at += std::chrono::minutes(1)) amount -= open(at) ? 1 : 0;
  return at;
}

TEST(PromiseProperty, MinutesAreThoseInWhichTheOfficeIsOpen) {
  std::mt19937 random(7);
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  for (int round = 0; round < 300; ++round) {
    PromiseQuestion asked = question(TimeUnit::open_minutes, 1 + below(1500), "2026-03-01", 0);
    asked.applied_at += std::chrono::minutes(below(270 * 24 * 60));
    const auto told = promise(asked, calendar());
    ASSERT_TRUE(told);
    ASSERT_EQ(iso(told->late_from), iso(slow_open_minutes(asked.applied_at, asked.time.amount)))
        << iso(asked.applied_at) << " + " << asked.time.amount;
  }
}

TEST(PromiseProperty, WorkingDaysAreThoseOfTheCalendarAndEachHasItsStep) {
  std::mt19937 random(8);
  const auto below = [&](int n) { return std::uniform_int_distribution<int>(0, n - 1)(random); };
  for (int round = 0; round < 300; ++round) {
    PromiseQuestion asked = question(TimeUnit::working_days, below(61), "2025-01-01", 0);
    asked.applied_at += std::chrono::minutes(below(600 * 24 * 60));
    const auto told = promise(asked, calendar());
    ASSERT_TRUE(told);
    ASSERT_EQ(told->due, *calendar().add_working_days(told->received, asked.time.amount));
    ASSERT_GE(told->received, day_in(asked.zone, asked.applied_at));
    ASSERT_TRUE(*calendar().is_working(told->received));
    // The steps go from day to day without a gap, from the application to the deadline.
    Date expected = day_in(asked.zone, asked.applied_at);
    int counted = 0;
    for (const PromiseStep& step : told->steps) {
      ASSERT_EQ(step.day, expected) << step.words.en;
      expected = Date(sys_days(expected) + days(1));
      if (step.kind == Kind::counted) {
        ASSERT_EQ(step.count, ++counted);
      }
    }
    ASSERT_EQ(counted, asked.time.amount);
    ASSERT_EQ(expected, Date(sys_days(told->due) + days(1)));
  }
}

}  // namespace
}  // namespace prima::directory
