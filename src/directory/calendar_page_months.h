#pragma once

#include "base/working_calendar.h"
#include "html/writer.h"

namespace prima::directory {

// Twelve tables, weeks from Monday on. A day off carries a letter, and its name for those who do not see the table.
// `year` must be set.
void write_months(html::Writer& w, const WorkingCalendar& calendar, int year);

}  // namespace prima::directory
