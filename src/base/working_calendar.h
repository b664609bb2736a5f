#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"

// Which days are worked, as decrees say. Decrees are data: each is kept with its number, its dates and its source, and
// a later one adds or revokes days. Nothing is guessed: of a year that no known decree sets, only that is known.
namespace prima {

// Why an office is closed on a dated day: a national holiday (libur nasional), collective leave (cuti bersama), or a
// day off of one region only (such as the day of a local election).
enum class DayOffKind : std::uint8_t { national_holiday, collective_leave, regional };

// Where what we say of a decree comes from: it was published so (official), it follows from what was published
// (inferred), or it is our own proposal (ours).
enum class DecreeStanding : std::uint8_t { official, inferred, ours };

struct DayOff {
  Date day;
  DayOffKind kind = DayOffKind::national_holiday;
  Words name;
};

// One published decision about days off.
struct Decree {
  std::string id;      // ours: "skb-2026"
  std::string number;  // as people cite it: "SKB 3 Menteri 1497/2025, 2/2025, 5/2025"
  Words title;
  Date issued;      // the day it bears
  Date known_from;  // the first day on which anybody could count with it; never before `issued`
  DecreeStanding standing = DecreeStanding::ours;
  std::string source;            // where it can be read
  Words note;                    // may be empty
  std::optional<int> sets_year;  // the year whose days off are settled once this decree is known
  std::string region;            // the code ("32", "32.73") of the region it is for; empty: the whole country
  std::vector<DayOff> adds;      // takes the place of what an earlier decree said of the same day
  std::vector<Date> revokes;     // days that become ordinary again; done before `adds`
};

// The days of the week without work. Saturday and Sunday (Perpres 21/2023) unless a unit works six days.
struct WeeklyRest {
  std::array<bool, 7> rests = {true, false, false, false, false, false, true};  // from Sunday on

  bool includes(std::chrono::weekday day) const { return rests[day.c_encoding()]; }
};

struct CalendarOptions {
  WeeklyRest weekly_rest = {};
  // Whether collective leave is worked. Its effect on deadlines is settled by no text we know; by default it is not.
  bool works_on_collective_leave = false;
  std::string region = {};  // code of the region whose own days off count too, with those of the region it lies in
};

// The calendar of `year` is not set: no decree known on the day asked about settles it. Not a working day, not a rest
// day: the asker must say so instead of showing a date.
struct YearNotSet {
  int year = 0;

  bool operator==(const YearNotSet&) const = default;
};

// What a calendar says of one day. The pointers live as long as any copy of the calendar or of its Calendars.
struct DayStatus {
  Date day;
  bool working = false;
  bool weekly_rest = false;
  const DayOff* day_off = nullptr;  // also on a day of weekly rest, and on collective leave that is worked
  const Decree* decree = nullptr;   // the one that says so; null exactly when day_off is
};

// The days of the years that were set by the decrees known on one day. A value; cheap to copy; safe from any thread.
// Days must exist. Every answer needs all years it looks at to be set.
class WorkingCalendar {
 public:
  bool is_set(int year) const;
  // Ascending.
  const std::vector<int>& set_years() const { return years_; }

  Result<DayStatus, YearNotSet> look_up(Date day) const;
  Result<bool, YearNotSet> is_working(Date day) const;
  // The first working day after `day`.
  Result<Date, YearNotSet> next_working_day(Date day) const;
  // The n-th working day after `start`, which is not counted itself; `start` when n is 0. n is not negative.
  Result<Date, YearNotSet> add_working_days(Date start, int n) const;
  // Working days from `first` to `last`, both included; 0 when `last` is before `first`.
  Result<int, YearNotSet> count_working_days(Date first, Date last) const;
  // Every dated day off of `year`, by day.
  Result<std::vector<DayStatus>, YearNotSet> days_off(int year) const;

 private:
  friend class Calendars;
  struct Entry {
    std::chrono::sys_days day;
    std::uint32_t decree = 0;
    std::uint32_t item = 0;
  };

  WorkingCalendar(std::shared_ptr<const std::vector<Decree>> decrees, std::size_t known, CalendarOptions options);
  void apply(std::uint32_t decree);
  void put(const Entry& entry);
  void remove(std::chrono::sys_days day, bool regional);
  const DayOff& day_off(const Entry& entry) const { return (*decrees_)[entry.decree].adds[entry.item]; }
  bool rests(const Entry& entry) const;
  DayStatus status(std::chrono::sys_days day) const;

  std::shared_ptr<const std::vector<Decree>> decrees_;
  CalendarOptions options_;
  std::vector<int> years_;                        // sorted
  std::vector<Entry> entries_;                    // by day; one a day
  std::vector<std::chrono::sys_days> lost_days_;  // days off that the week alone would work; sorted
};

// All decrees, in the order in which they became known. A value; cheap to copy; safe from any thread.
class Calendars {
 public:
  Calendars() : Calendars(std::vector<Decree>()) {}
  // Decrees known from the same day keep the order in which they are given.
  explicit Calendars(std::vector<Decree> decrees);

  const std::vector<Decree>& decrees() const { return *decrees_; }
  // How many of them are known on `day`: the first so many.
  std::size_t known_on(Date day) const;

  // The calendar of somebody who counts on `day`, or of somebody who knows just the first `known` decrees.
  WorkingCalendar as_known_on(Date day, const CalendarOptions& options = {}) const;
  WorkingCalendar with_first(std::size_t known, const CalendarOptions& options = {}) const;
  // With every decree there is.
  WorkingCalendar latest(const CalendarOptions& options = {}) const;

 private:
  std::shared_ptr<const std::vector<Decree>> decrees_;
};

}  // namespace prima
