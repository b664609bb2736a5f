#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "base/working_calendar.h"
#include "base/working_calendar_deadline.h"
#include "directory/unit.h"

// "Apply today, receive by Tuesday 1 December": until when a service must be done, and each day that led there. The
// same rules run the clocks of complaints (3, 5, 14, 60 working days), for which nothing is known but the calendar.
namespace prima::directory {

enum class TimeUnit : std::uint8_t {
  working_days,
  calendar_days,
  open_hours,     // counted only while the unit is open
  open_minutes,   // the same
  running_hours,  // day and night, from the minute of the application ("3 x 24 jam" is 72)
  while_you_wait
};

// A promised time. An amount is 0 to `largest_amount`; while_you_wait has none.
struct PromisedTime {
  static constexpr int largest_amount = 100'000;

  TimeUnit unit = TimeUnit::working_days;
  int amount = 0;
};

// From when on time is counted. Data, since texts differ and none that we have read settles it for all services.
struct CountingRule {
  // The day on which an application comes in (or is taken to) is day 1 instead of day 0.
  bool counts_day_of_application = false;
  // An application after the cut-off, or on a day on which the unit does not work, is taken to come in on the next day
  // on which it does.
  bool late_waits_for_next_day = true;
  // Calendar days that end on a day that is not worked end on the next working day.
  bool ends_on_working_day = true;
  DecreeStanding standing = DecreeStanding::ours;
  Words basis;  // what it rests on, for people
};

// The rule that holds unless a service says otherwise: ours.
const CountingRule& our_counting_rule();

struct PromiseQuestion {
  PromisedTime time;
  Instant applied_at;
  TimeZone zone = TimeZone::wib;      // of the unit
  std::optional<OpeningHours> hours;  // of the unit; nothing when they are not known
  // The first minute of the day that is too late for the same day. Without one it is the last closing of that day, and
  // when the hours are not known either, every minute counts.
  std::optional<int> cut_off;
  CountingRule rule = our_counting_rule();
};

// One line of the derivation.
struct PromiseStep {
  enum class Kind : std::uint8_t {
    application,  // the day of the application, or the one it is taken to come in on
    late,         // an application too late for its day, or on a day that is not worked
    skipped,      // a day that is not worked or on which the unit is closed
    counted,
    moved,  // the count ended on a day that is not worked
    note    // what a reader should know; about no day of its own
  };

  Kind kind = Kind::note;
  Date day;
  Date last;                               // the same as `day`, or the end of a run of days
  int count = 0;                           // counted: which day, or how many minutes are used up; otherwise 0
  std::string decree;                      // number of the decree that made the day one off; empty for others
  std::optional<DecreeStanding> standing;  // of that decree
  bool is_deadline = false;                // the step that ends the count
  Words words;                             // "Selasa 24 November 2026: hari pengajuan, tidak dihitung"
};

struct Promise {
  TimeZone zone = TimeZone::wib;
  TimeUnit unit = TimeUnit::working_days;
  Date received;  // the day that the count begins from
  Date due;
  std::optional<int> due_minute;  // where hours or minutes were counted
  Instant late_from;              // the first moment that breaks the promise: after the due day, or the due minute
  std::vector<PromiseStep> steps;
};

// Why there is no day to tell. It takes the place of the day, and is shown.
struct NoPromise {
  enum class Why : std::uint8_t { calendar_not_set, opening_hours_unknown };

  Why why = Why::calendar_not_set;
  int year = 0;                    // the first year that is not set; 0 for other reasons
  Words message;                   // a full sentence
  std::vector<PromiseStep> steps;  // as far as it could be counted
};

// Counts. Working days are those of the calendar, whatever days the unit is open on; pass a calendar with the unit's
// weekly rest and region, as known on the day that the answer is given. A unit serves on working days on which it is
// not closed, and on its special days whatever they are; only then it takes applications in and hours are counted.
Result<Promise, NoPromise> promise(const PromiseQuestion& question, const WorkingCalendar& calendar);

// What became of a promise in days (working_days or calendar_days only): the day as it was told on the day of
// application, and each decree that moved it until `today`, which is not before.
DeadlineHistory promise_history(const PromiseQuestion& question, const Calendars& calendars,
                                const CalendarOptions& options, Date today);

// "Selasa 1 Desember 2026", with " pukul 10.15 WIB" where the promise has a time.
Words due_words(const Promise& promise);
// "Ajukan hari ini, terima paling lambat Selasa 1 Desember 2026". For an application of today.
Words apply_today_words(const Promise& promise);

}  // namespace prima::directory
