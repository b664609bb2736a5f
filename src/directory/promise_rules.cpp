#include "directory/promise_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "base/working_calendar_words.h"
#include "directory/promise_rules_words.h"

namespace prima::directory {

using std::chrono::days;
using std::chrono::sys_days;
using Kind = PromiseStep::Kind;

namespace {

constexpr int minutes_a_day = 24 * 60;

Date day_after(Date day) { return Date(sys_days(day) + days(1)); }

// A day and, where time is counted, a minute of it.
struct End {
  Date day;
  std::optional<int> minute;
};

// What ends the count early comes without the steps; run() adds them.
template <typename T>
using Counted = Result<T, NoPromise>;
using Ending = Counted<End>;

// Counts one promise. `minute_` is where in `day_` the count stands.
class Count {
 public:
  Count(const PromiseQuestion& question, const WorkingCalendar& calendar)
      : question_(question),
        calendar_(calendar),
        day_(day_in(question.zone, question.applied_at)),
        minute_(minute_of_day_in(question.zone, question.applied_at)) {}

  Result<Promise, NoPromise> run() {
    Ending end = question_.time.unit == TimeUnit::running_hours ? running_hours() : received_and_counted();
    if (!end) {
      end.error().steps = std::move(steps_);
      return failure(std::move(end.error()));
    }
    Promise done{question_.zone, question_.time.unit, day_received_, end->day, end->minute, {}, std::move(steps_)};
    done.late_from = question_.time.unit == TimeUnit::running_hours
                         ? question_.applied_at + std::chrono::hours(question_.time.amount)
                         : instant_in(question_.zone, end->day, end->minute.value_or(minutes_a_day));
    return done;
  }

 private:
  std::optional<DayHours> hours(Date day) const {
    return question_.hours ? hours_on(*question_.hours, day) : std::nullopt;
  }
  bool is_special(Date day) const {
    return question_.hours && std::any_of(question_.hours->special_days.begin(), question_.hours->special_days.end(),
                                          [&](const SpecialDay& special) { return special.date == day; });
  }
  bool serves(const DayStatus& status) const {
    const auto stated = hours(status.day);
    const bool closed = stated && stated->empty();
    return !closed && (status.working || is_special(status.day));
  }

  Counted<DayStatus> look_up(Date day) const {
    return calendar_.look_up(day).map_error([](const YearNotSet& missing) { return not_set(missing); });
  }

  // The first minute that is too late on `day`.
  std::optional<int> too_late_from(Date day) const {
    if (question_.cut_off) return question_.cut_off;
    const auto stated = hours(day);
    return stated && !stated->empty() ? std::optional(stated->back().to) : std::nullopt;
  }

  Ending received_and_counted() {
    if (auto received = receive(); !received) return failure(received.error());
    day_received_ = day_;
    switch (question_.time.unit) {
      case TimeUnit::working_days:
        return working_days();
      case TimeUnit::calendar_days:
        return calendar_days();
      case TimeUnit::open_hours:
        return open_minutes(question_.time.amount * 60);
      case TimeUnit::open_minutes:
        return open_minutes(question_.time.amount);
      case TimeUnit::while_you_wait:
        steps_.back().is_deadline = true;
        return End{day_, std::nullopt};
      case TimeUnit::running_hours:
        break;
    }
    PRIMA_UNREACHABLE("unit of a promised time");
  }

  // Finds the day that the application comes in on, or is taken to.
  Counted<Date> receive() {
    if (question_.rule.late_waits_for_next_day && !question_.cut_off && !hours(day_))
      note({"Jam buka unit layanan tidak diketahui; pengajuan pada jam berapa pun dihitung masuk hari itu.",
            "The opening hours of the service unit are not known; an application at any hour counts as of that day."});
    const auto status = look_up(day_);
    if (!status) return failure(status.error());
    const bool closed = !serves(*status);
    const auto limit = too_late_from(day_);
    const bool late = limit && minute_ >= *limit;
    if (!question_.rule.late_waits_for_next_day || (!closed && !late)) {
      steps_.push_back(step_at(Kind::application, day_, minute_, question_.zone,
                               application_words({"hari pengajuan", "day of application"})));
      return day_;
    }
    steps_.push_back(step_at(Kind::late, day_, minute_, question_.zone,
                             closed ? closed_application(*status) : late_application(*limit)));
    set_decree(*status);
    return wait_for_next_day();
  }

  Counted<Date> wait_for_next_day() {
    for (;;) {
      day_ = day_after(day_);
      const auto status = look_up(day_);
      if (!status) return failure(status.error());
      if (serves(*status)) break;
      steps_.push_back(skipped_step(*status, status->working));
    }
    minute_ = 0;
    steps_.push_back(step_on(Kind::application, day_,
                             application_words({"dianggap hari pengajuan", "taken as the day of application"})));
    return day_;
  }

  // Days are counted from the next one on, hours from the application itself.
  Words application_words(Words words) const {
    const bool counts_days =
        question_.time.unit == TimeUnit::working_days || question_.time.unit == TimeUnit::calendar_days;
    if (question_.time.unit == TimeUnit::while_you_wait)
      return {words.id + ", selesai ditunggu", words.en + ", done while you wait"};
    if (!counts_days || question_.rule.counts_day_of_application) return words;
    return {words.id + ", tidak dihitung", words.en + ", not counted"};
  }

  static Words closed_application(const DayStatus& status) {
    const Words why = closed_words(status);
    return {fmt::format("pengajuan pada hari tanpa layanan ({}), menunggu hari kerja berikutnya", why.id),
            fmt::format("application on a day without service ({}), waits for the next working day", why.en)};
  }

  static Words late_application(int limit) {
    const Words clock = clock_words(limit);
    return {fmt::format("pengajuan pada atau setelah batas pukul {}, menunggu hari kerja berikutnya", clock.id),
            fmt::format("application at or after the limit of {}, waits for the next working day", clock.en)};
  }

  Ending working_days() {
    int counted = 0;
    if (question_.rule.counts_day_of_application && question_.time.amount > 0) {
      if (const auto added = count_if_working(counted); !added) return failure(added.error());
    }
    while (counted < question_.time.amount) {
      day_ = day_after(day_);
      if (const auto added = count_if_working(counted); !added) return failure(added.error());
    }
    steps_.back().is_deadline = true;
    if (counted > 0) {
      steps_.back().words.id += ", batas waktu";
      steps_.back().words.en += ", the deadline";
    }
    return End{day_, std::nullopt};
  }

  Counted<bool> count_if_working(int& counted) {
    const auto status = look_up(day_);
    if (!status) return failure(status.error());
    if (!status->working) {
      steps_.push_back(skipped_step(*status, false));
      return false;
    }
    ++counted;
    Words words{fmt::format("hari kerja ke-{}", counted), fmt::format("working day {}", counted)};
    if (status->day_off != nullptr) {  // collective leave on which the office works
      const Words why = reason_words(*status);
      words.id += fmt::format(" ({}, tetap dihitung)", why.id);
      words.en += fmt::format(" ({}, counted all the same)", why.en);
    }
    steps_.push_back(step_on(Kind::counted, day_, words));
    steps_.back().count = counted;
    set_decree(*status);
    return true;
  }

  Ending calendar_days() {
    const int amount = question_.time.amount;
    const int first = question_.rule.counts_day_of_application ? 0 : 1;
    if (amount > 0) {
      const Date begin(sys_days(day_) + days(first));
      day_ = Date(sys_days(day_) + days(amount - 1 + first));
      PromiseStep step = step_on(
          Kind::counted, begin,
          {fmt::format("dihitung {} hari kalender, termasuk hari libur, sampai {}", amount, day_words(day_).id),
           fmt::format("{} calendar days are counted, days off included, up to {}", amount, day_words(day_).en)});
      step.last = day_;
      step.count = amount;
      steps_.push_back(std::move(step));
    }
    return question_.rule.ends_on_working_day ? end_on_working_day() : ended(End{day_, std::nullopt});
  }

  Ending end_on_working_day() {
    for (;; day_ = day_after(day_)) {
      const auto status = look_up(day_);
      if (!status) return failure(status.error());
      if (status->working) break;
      const Words why = reason_words(*status);
      steps_.push_back(step_on(Kind::moved, day_,
                               {fmt::format("{}, batas waktu bergeser ke hari kerja berikutnya", why.id),
                                fmt::format("{}, the deadline moves to the next working day", why.en)}));
      set_decree(*status);
    }
    if (steps_.back().kind == Kind::moved)
      steps_.push_back(step_on(Kind::counted, day_, {"hari kerja, batas waktu", "working day, the deadline"}));
    return ended(End{day_, std::nullopt});
  }

  Ending open_minutes(int left) {
    for (int used = 0;; day_ = day_after(day_), minute_ = 0) {
      const auto status = look_up(day_);
      if (!status) return failure(status.error());
      if (!serves(*status)) {
        steps_.push_back(skipped_step(*status, status->working));
        continue;
      }
      const auto stated = hours(day_);
      if (!stated) return failure(hours_unknown());
      for (const MinuteSpan& span : *stated) {
        const int begin = std::max(span.from, minute_);
        if (begin >= span.to) continue;
        const int spent = std::min(left, span.to - begin);
        left -= spent;
        used += spent;
        steps_.push_back(step_on(Kind::counted, day_, spent_words(begin, begin + spent, spent, left)));
        steps_.back().count = used;
        if (left == 0) return ended(End{day_, begin + spent});
      }
    }
  }

  static Words spent_words(int begin, int end, int spent, int left) {
    return {fmt::format("pukul {} sampai {}, {} menit dihitung, sisa {} menit", clock_words(begin).id,
                        clock_words(end).id, spent, left),
            fmt::format("{} to {}, {} minutes counted, {} minutes left", clock_words(begin).en, clock_words(end).en,
                        spent, left)};
  }

  Ending running_hours() {
    day_received_ = day_;
    steps_.push_back(step_at(Kind::application, day_, minute_, question_.zone,
                             {"pengajuan, waktu mulai berjalan", "application, time begins to run"}));
    const Instant end = question_.applied_at + std::chrono::hours(question_.time.amount);
    const End last{day_in(question_.zone, end), minute_of_day_in(question_.zone, end)};
    steps_.push_back(step_at(
        Kind::counted, last.day, *last.minute, question_.zone,
        {fmt::format("{} jam kemudian, siang dan malam, termasuk hari libur, batas waktu", question_.time.amount),
         fmt::format("{} hours later, day and night, days off included, the deadline", question_.time.amount)}));
    steps_.back().count = question_.time.amount * 60;
    return ended(last);
  }

  End ended(End end) {
    steps_.back().is_deadline = true;
    return end;
  }

  void note(Words words) {
    PromiseStep step;
    step.day = step.last = day_;
    step.words = std::move(words);
    steps_.push_back(std::move(step));
  }

  void set_decree(const DayStatus& status) {
    if (status.decree == nullptr) return;
    steps_.back().decree = status.decree->number;
    steps_.back().standing = status.decree->standing;
  }

  const PromiseQuestion& question_;
  const WorkingCalendar& calendar_;
  Date day_;
  int minute_;
  Date day_received_;
  std::vector<PromiseStep> steps_;
};

}  // namespace

const CountingRule& our_counting_rule() {
  static const CountingRule rule{
      false,
      true,
      true,
      DecreeStanding::ours,
      {"Hari pengajuan tidak dihitung; pengajuan setelah jam tutup atau pada hari libur dianggap masuk pada hari kerja "
       "berikutnya. Ini aturan kami, karena kami belum menemukan peraturan yang menentukannya untuk semua layanan.",
       "The day of application is not counted; an application after closing or on a day off is taken to come in on the "
       "next working day. This is our rule, since we have found no regulation that settles it for all services."}};
  return rule;
}

Result<Promise, NoPromise> promise(const PromiseQuestion& question, const WorkingCalendar& calendar) {
  PRIMA_ASSERT(question.time.amount >= 0 && question.time.amount <= PromisedTime::largest_amount);
  return Count(question, calendar).run();
}

DeadlineHistory promise_history(const PromiseQuestion& question, const Calendars& calendars,
                                const CalendarOptions& options, Date today) {
  PRIMA_ASSERT(question.time.unit == TimeUnit::working_days || question.time.unit == TimeUnit::calendar_days);
  return deadline_history(calendars, options, day_in(question.zone, question.applied_at), today,
                          [&](const WorkingCalendar& calendar) -> Due {
                            const auto told = promise(question, calendar);
                            if (!told) return failure(YearNotSet{told.error().year});
                            return told->due;
                          });
}

}  // namespace prima::directory
