#pragma once

#include <functional>
#include <vector>

#include "base/working_calendar.h"

namespace prima {

// A day that was counted out, or the year that kept it from being counted.
using Due = Result<Date, YearNotSet>;

// One decree that changed a running deadline.
struct DeadlineMove {
  const Decree* decree = nullptr;  // lives as long as the Calendars
  Due before;
  Due after;
};

// A deadline as it was told at first, and what became of it. Both days are kept, since the first one was promised.
struct DeadlineHistory {
  Due first;
  std::vector<DeadlineMove> moves;  // in the order in which the decrees became known; only those that changed the day

  const Due& latest() const { return moves.empty() ? first : moves.back().after; }
};

// How the day that `due` counts out, told on `told_on`, looks on `today` (not before `told_on`). `due` is called once
// for each decree that became known in between, besides the first time, and must depend on its argument only.
DeadlineHistory deadline_history(const Calendars& calendars, const CalendarOptions& options, Date told_on, Date today,
                                 const std::function<Due(const WorkingCalendar&)>& due);

// "SKB ... (7 Agustus 2025) memindahkan batas waktu dari ... ke ...".
Words move_words(const DeadlineMove& move);

}  // namespace prima
