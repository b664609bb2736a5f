#include "catalogue/service_promise.h"

#include <algorithm>

#include "directory/promise_rules_words.h"

namespace prima::catalogue {

using directory::DayHours;

namespace {

directory::PromisedTime promised(const Duration& duration) {
  using directory::PromisedTime;
  const int amount = std::min(duration.amount, PromisedTime::largest_amount);
  switch (duration.unit) {
    case TimeUnit::working_days:
      return {directory::TimeUnit::working_days, amount};
    case TimeUnit::calendar_days:
      return {directory::TimeUnit::calendar_days, amount};
    case TimeUnit::hours:
      return {directory::TimeUnit::open_hours, amount};
    case TimeUnit::minutes:
      break;
  }
  return {directory::TimeUnit::while_you_wait, 0};
}

bool states_hours(const directory::OpeningHours& hours) {
  return std::any_of(hours.week.begin(), hours.week.end(), [](const auto& day) { return day.has_value(); });
}

CalendarOptions options_of(const directory::Unit& unit, const std::string& region) {
  CalendarOptions options;
  constexpr std::size_t saturday = 5;  // of hours, which begin on Monday
  const auto& hours = unit.hours.week.at(saturday);
  options.weekly_rest.rests[6] = !hours || hours->empty();
  options.region = region;
  return options;
}

Words clocks(const DayHours& hours) {
  Words all;
  for (const directory::MinuteSpan& span : hours) {
    const Words from = directory::clock_words(span.from);
    const Words to = directory::clock_words(span.to);
    const std::string comma = all.empty() ? "" : ", ";
    all.id += comma + from.id + "–" + to.id;
    all.en += comma + from.en + "–" + to.en;
  }
  return all;
}

// Why a dated day off closes the unit; nothing on other days, and on special days, which say so themselves.
std::optional<Words> day_off_of(const directory::Unit& unit, const std::string& region, const Calendars& calendars,
                                Date today) {
  const auto is_today = [&](const directory::SpecialDay& day) { return day.date == today; };
  if (std::any_of(unit.hours.special_days.begin(), unit.hours.special_days.end(), is_today)) return std::nullopt;
  const auto status = calendars.as_known_on(today, options_of(unit, region)).look_up(today);
  if (!status || status->working || status->day_off == nullptr) return std::nullopt;
  return status->day_off->name;
}

}  // namespace

const TimeRow* time_of_case(const Standard& standard, std::string_view case_key) {
  if (case_key.empty() && standard.time.size() == 1) return &standard.time.front();
  for (const std::string_view wanted : {case_key, std::string_view()}) {
    for (const TimeRow& row : standard.time)
      if (row.case_key == wanted) return &row;
  }
  return nullptr;
}

std::optional<Result<directory::Promise, directory::NoPromise>> promise_of(const PublicService& one,
                                                                           const Duration& duration,
                                                                           const Calendars& calendars, Instant now) {
  if (duration.while_you_wait()) return std::nullopt;
  directory::PromiseQuestion question;
  question.time = promised(duration);
  question.applied_at = now;
  question.zone = one.zone;
  if (states_hours(one.unit->hours)) question.hours = one.unit->hours;
  const WorkingCalendar calendar = calendars.as_known_on(day_in(one.zone, now), options_of(*one.unit, one.region));
  return directory::promise(question, calendar);
}

TodayHours hours_today(const directory::Institution& institution, const directory::Unit& unit,
                       const Calendars& calendars, Instant now) {
  const TimeZone zone = zone_of(institution, unit);
  const Date today = day_in(zone, now);
  if (const auto name = day_off_of(unit, region_of(institution, unit), calendars, today))
    return {TodayHours::State::closed,
            {"Hari ini hari libur (" + name->id + "), unit biasanya tutup",
             "A public holiday today (" + name->en + "), the unit is normally closed"}};
  const auto hours = directory::hours_on(unit.hours, today);
  if (!hours)
    return {TodayHours::State::unknown,
            {"Jam buka hari ini belum dinyatakan", "The opening hours of today are not stated"}};
  if (hours->empty()) return {TodayHours::State::closed, {"Hari ini tutup", "Closed today"}};
  const Words clock = clocks(*hours);
  const std::string place = " " + std::string(to_text(zone));
  if (minute_of_day_in(zone, now) >= hours->back().to)
    return {TodayHours::State::closed,
            {"Sudah tutup; hari ini buka " + clock.id + place, "Closed by now; open today " + clock.en + place}};
  return {TodayHours::State::open, {"Hari ini buka " + clock.id + place, "Open today " + clock.en + place}};
}

}  // namespace prima::catalogue
