#include "base/working_calendar_deadline.h"

#include <fmt/format.h>

#include "base/assert.h"
#include "base/working_calendar_words.h"

namespace prima {

DeadlineHistory deadline_history(const Calendars& calendars, const CalendarOptions& options, Date told_on, Date today,
                                 const std::function<Due(const WorkingCalendar&)>& due) {
  PRIMA_ASSERT(told_on <= today);
  const std::size_t known_then = calendars.known_on(told_on);
  const std::size_t known_now = calendars.known_on(today);
  DeadlineHistory history{due(calendars.with_first(known_then, options)), {}};
  for (std::size_t known = known_then; known < known_now; ++known) {
    const Due after = due(calendars.with_first(known + 1, options));
    if (after != history.latest()) history.moves.push_back({&calendars.decrees()[known], Due(history.latest()), after});
  }
  return history;
}

Words move_words(const DeadlineMove& move) {
  const Words issued = date_words(move.decree->issued);
  const Words before = move.before ? day_words(*move.before) : Words{"belum dapat dihitung", "not countable yet"};
  const Words after = move.after ? day_words(*move.after) : Words{"tidak dapat dihitung", "not countable"};
  return {fmt::format("{} ({}) mengubah batas waktu: sebelumnya {}, sekarang {}.", move.decree->number, issued.id,
                      before.id, after.id),
          fmt::format("{} ({}) changed the deadline: before {}, now {}.", move.decree->number, issued.en, before.en,
                      after.en)};
}

}  // namespace prima
