#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/words.h"
#include "directory/unit.h"

namespace prima::directory {

// Opening hours as people write them, and the one form in which they are shown.

// "08:00-12:00, 13:00-16:00"; "tutup" for a closed day.
std::string to_text(const DayHours& hours);

// Reads that, and also "08.00 - 12.00", "8:00 s/d 12:00", "24 jam", "closed"; a ";" or "," between spans. The error
// says what is wrong and how to write it. `text` must not be blank.
Result<DayHours, Words> parse_day_hours(std::string_view text);

// "2026-12-24 08:00-12:00 (malam Natal); 2026-12-25 tutup", by date.
std::string to_text(const std::vector<SpecialDay>& days);
// Reads that; blank text is no special day. A day must not stand twice.
Result<std::vector<SpecialDay>, Words> parse_special_days(std::string_view text);

// "08:30"; 1440 is "24:00".
std::string clock_text(int minute);

}  // namespace prima::directory
