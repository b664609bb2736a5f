#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/working_calendar.h"

namespace prima::directory {

// Reads the decrees of one year (grammar: docs/reference/calendar-format.md), in the order in which they became known.
//
// `text` is the whole file, `file` the name it has in findings; a name like "2026.yaml" must be that of its year. Gives
// every finding that kept it from being a calendar, each with its line: wrong YAML, unknown or missing keys, a text
// without one of the languages, and what is not so:
//   day_outside_year, wrong_weekday, duplicate_day (also over several decrees), not_a_day_off (revoked, but not off),
//   decree_out_of_order, known_before_issued, duplicate_decree, year_not_set, kind_and_region_differ, bad_region,
//   wrong_file_name.
// Pure.
Result<std::vector<Decree>, Findings> read_calendar(std::string_view text, const std::string& file);

struct CalendarFile {
  std::string name;
  std::string_view text;
};

// All years of several files. In addition to the above: duplicate_decree for an id, and duplicate_year for a year, that
// stands in two files.
Result<Calendars, Findings> read_calendars(std::span<const CalendarFile> files);

// The calendars that are part of the program, read when first asked for. Never changes; safe from any thread.
const Calendars& built_in_calendars();

}  // namespace prima::directory
