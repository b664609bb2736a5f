#include "base/working_calendar.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"

namespace prima {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

namespace {

// "32" covers "32" and "32.73"; nothing but the empty code covers the empty one.
bool covers(std::string_view region, std::string_view place) {
  if (region.empty()) return true;
  return place.starts_with(region) && (place.size() == region.size() || place[region.size()] == '.');
}

int year_of(sys_days day) { return static_cast<int>(Date(day).year()); }

}  // namespace

WorkingCalendar::WorkingCalendar(std::shared_ptr<const std::vector<Decree>> decrees, std::size_t known,
                                 CalendarOptions options)
    : decrees_(std::move(decrees)), options_(std::move(options)) {
  for (std::size_t i = 0; i < known; ++i) apply(static_cast<std::uint32_t>(i));
  std::sort(years_.begin(), years_.end());
  years_.erase(std::unique(years_.begin(), years_.end()), years_.end());
  for (const Entry& entry : entries_)
    if (rests(entry) && !options_.weekly_rest.includes(weekday(entry.day))) lost_days_.push_back(entry.day);
}

void WorkingCalendar::apply(std::uint32_t decree) {
  const Decree& said = (*decrees_)[decree];
  if (!covers(said.region, options_.region)) return;
  if (said.sets_year) years_.push_back(*said.sets_year);
  for (const Date day : said.revokes) remove(sys_days(day), !said.region.empty());
  for (std::uint32_t item = 0; item < said.adds.size(); ++item) put({sys_days(said.adds[item].day), decree, item});
}

// A region adds days to those of the country, and does not rename or revoke them.
void WorkingCalendar::put(const Entry& entry) {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), entry.day,
                                   [](const Entry& one, sys_days day) { return one.day < day; });
  if (at == entries_.end() || at->day != entry.day) {
    entries_.insert(at, entry);
  } else if (day_off(entry).kind != DayOffKind::regional || day_off(*at).kind == DayOffKind::regional) {
    *at = entry;
  }
}

void WorkingCalendar::remove(sys_days day, bool regional) {
  std::erase_if(entries_, [&](const Entry& entry) {
    return entry.day == day && (!regional || day_off(entry).kind == DayOffKind::regional);
  });
}

bool WorkingCalendar::rests(const Entry& entry) const {
  return day_off(entry).kind != DayOffKind::collective_leave || !options_.works_on_collective_leave;
}

bool WorkingCalendar::is_set(int year) const { return std::binary_search(years_.begin(), years_.end(), year); }

DayStatus WorkingCalendar::status(sys_days day) const {
  DayStatus status{Date(day)};
  status.weekly_rest = options_.weekly_rest.includes(weekday(day));
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), day,
                                   [](const Entry& one, sys_days wanted) { return one.day < wanted; });
  const bool is_off = at != entries_.end() && at->day == day;
  if (is_off) {
    status.day_off = &day_off(*at);
    status.decree = &(*decrees_)[at->decree];
  }
  status.working = !status.weekly_rest && !(is_off && rests(*at));
  return status;
}

Result<DayStatus, YearNotSet> WorkingCalendar::look_up(Date day) const {
  PRIMA_ASSERT(day.ok());
  if (const int year = static_cast<int>(day.year()); !is_set(year)) return failure(YearNotSet{year});
  return status(sys_days(day));
}

Result<bool, YearNotSet> WorkingCalendar::is_working(Date day) const {
  return look_up(day).map([](const DayStatus& found) { return found.working; });
}

Result<Date, YearNotSet> WorkingCalendar::next_working_day(Date day) const { return add_working_days(day, 1); }

Result<Date, YearNotSet> WorkingCalendar::add_working_days(Date start, int n) const {
  PRIMA_ASSERT(start.ok() && n >= 0);
  if (const int year = static_cast<int>(start.year()); !is_set(year)) return failure(YearNotSet{year});
  // Ends, since sooner or later comes a year that is not set.
  sys_days day(start);
  while (n > 0) {
    day += days(1);
    const auto working = is_working(Date(day));
    if (!working) return failure(working.error());
    if (*working) --n;
  }
  return Date(day);
}

Result<int, YearNotSet> WorkingCalendar::count_working_days(Date first, Date last) const {
  PRIMA_ASSERT(first.ok() && last.ok());
  const sys_days begin(first);
  const sys_days end = sys_days(last) + days(1);
  if (end <= begin) return 0;
  for (int year = year_of(begin); year <= year_of(end - days(1)); ++year)
    if (!is_set(year)) return failure(YearNotSet{year});
  const auto length = static_cast<int>((end - begin).count());
  const auto worked_a_week =
      static_cast<int>(std::count(options_.weekly_rest.rests.begin(), options_.weekly_rest.rests.end(), false));
  int count = length / 7 * worked_a_week;
  for (sys_days day = end - days(length % 7); day < end; day += days(1))
    if (!options_.weekly_rest.includes(weekday(day))) ++count;
  const auto lost = std::lower_bound(lost_days_.begin(), lost_days_.end(), end) -
                    std::lower_bound(lost_days_.begin(), lost_days_.end(), begin);
  return count - static_cast<int>(lost);
}

Result<std::vector<DayStatus>, YearNotSet> WorkingCalendar::days_off(int year) const {
  if (!is_set(year)) return failure(YearNotSet{year});
  std::vector<DayStatus> found;
  for (const Entry& entry : entries_)
    if (year_of(entry.day) == year) found.push_back(status(entry.day));
  return found;
}

Calendars::Calendars(std::vector<Decree> decrees) {
  std::stable_sort(decrees.begin(), decrees.end(),
                   [](const Decree& a, const Decree& b) { return a.known_from < b.known_from; });
  decrees_ = std::make_shared<const std::vector<Decree>>(std::move(decrees));
}

std::size_t Calendars::known_on(Date day) const {
  const auto end = std::upper_bound(decrees_->begin(), decrees_->end(), day,
                                    [](Date wanted, const Decree& decree) { return wanted < decree.known_from; });
  return static_cast<std::size_t>(end - decrees_->begin());
}

WorkingCalendar Calendars::as_known_on(Date day, const CalendarOptions& options) const {
  return with_first(known_on(day), options);
}

WorkingCalendar Calendars::with_first(std::size_t known, const CalendarOptions& options) const {
  PRIMA_ASSERT(known <= decrees_->size());
  return {decrees_, known, options};
}

WorkingCalendar Calendars::latest(const CalendarOptions& options) const {
  return with_first(decrees_->size(), options);
}

}  // namespace prima
