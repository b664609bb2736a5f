#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/words.h"
#include "catalogue/standard.h"

// A standard in a few words, for lists and comparisons. Pure.
namespace prima::catalogue {

// "3 hari kerja"; "1 hari kerja sampai 5 hari kerja" where cases differ; "belum dinyatakan" without a time.
Words time_summary(const Standard& standard);
// "gratis"; "Rp 50.000", "Rp 0 sampai ..." where cases differ; "belum dinyatakan".
Words fee_summary(const Standard& standard);

// A figure by which times of different units are compared: days have 24 hours, and a working day, which may wait over a
// weekend, is a little longer than a calendar day.
std::int64_t comparable(const Duration& duration);

// The shortest and the longest time of a standard; nothing when it states none.
struct DurationRange {
  Duration shortest;
  Duration longest;
};
std::optional<DurationRange> durations_of(const Standard& standard);

struct RupiahRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
// Of a standard that states its fees: 0 to 0 when the service is free.
std::optional<RupiahRange> rupiah_of(const Standard& standard);

// How many requirements an applicant in this case must meet; an empty key counts those of all cases.
std::size_t requirement_count(const Standard& standard, std::string_view case_key = {});

// Whether an entry for `cases` (empty: all) is for an applicant in case `case_key` (empty: not chosen, so everything).
bool is_for(const std::vector<std::string>& cases, std::string_view case_key);

}  // namespace prima::catalogue
