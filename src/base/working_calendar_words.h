#pragma once

#include <chrono>

#include "base/date.h"
#include "base/words.h"
#include "base/working_calendar.h"

// Days and what calendars say of them, as people read it.
namespace prima {

// "Selasa" / "Tuesday".
const Words& weekday_words(std::chrono::weekday day);
// "Desember" / "December".
const Words& month_words(std::chrono::month month);
// "1 Desember 2026" / "1 December 2026".
Words date_words(Date day);
// "Selasa 1 Desember 2026" / "Tuesday 1 December 2026".
Words day_words(Date day);

// "libur nasional" / "national holiday".
const Words& kind_words(DayOffKind kind);

// Why the day is not worked, without the day itself: "akhir pekan" / "weekend" for a Saturday or Sunday of weekly rest,
// "libur nasional Hari Buruh (SKB ...)" / "national holiday Labour Day (SKB ...)". A dated day off is named also when
// it falls on a day of weekly rest. Empty for a working day without anything to say.
Words reason_words(const DayStatus& status);

// A full sentence for whoever expected a date.
Words not_set_words(const YearNotSet& missing);

}  // namespace prima
