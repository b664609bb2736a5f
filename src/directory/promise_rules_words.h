#pragma once

#include <string>
#include <string_view>

#include "base/words.h"
#include "directory/promise_rules.h"

// The sentences of a derivation.
namespace prima::directory {

// 615 -> "10.15" / "10:15".
Words clock_words(int minute);
// "Selasa 24 November 2026 pukul 10.15 WIB".
Words moment_words(Date day, int minute, TimeZone zone);

// A step about `day`; its words are those of the day, or of the moment, and `what` after a colon.
PromiseStep step_on(PromiseStep::Kind kind, Date day, const Words& what);
PromiseStep step_at(PromiseStep::Kind kind, Date day, int minute, TimeZone zone, const Words& what);

// A day that does not count: why, and by which decree; closed_unit when only the unit is closed.
PromiseStep skipped_step(const DayStatus& status, bool closed_unit);
// `status` is one that does not work, or on which the unit is closed: "akhir pekan", "unit layanan tutup".
Words closed_words(const DayStatus& status);

NoPromise not_set(const YearNotSet& missing);
NoPromise hours_unknown();

}  // namespace prima::directory
