#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "surveys/skm_rules.h"

namespace prima::surveys {

// What one unit's respondents answered in one period. Both names are empty when the file does not have the column.
struct ResponseGroup {
  std::string unit;
  std::string period;
  Tally tally;                   // complete questionnaires only
  std::uint64_t incomplete = 0;  // questionnaires with an empty answer, which the index leaves out

  bool operator==(const ResponseGroup&) const = default;
};

struct Responses {
  std::vector<ResponseGroup> groups;  // by unit, then period, so the order of the rows does not show
  Findings findings;                  // what a reader should know, though the index was computed
};

// Reads RESPONSES.csv:
//
//   columns   resp, U1 ... U9 and, if wanted, unit, service, period; in any order, in upper or lower case
//   resp      whoever answered: any text, once in a (unit, service, period)
//   U1..U9    1, 2, 3 or 4; empty when the question was not answered
//
// Values are trimmed; rows without any text are skipped. An answer belongs to the element that its column names, so a
// file that has U8 and U9 the other way round is read correctly.
//
// The first wrong line ends the reading with everything that is wrong with that line: missing_column, unknown_column,
// duplicate_column, empty_file, wrong_field_count, empty_respondent, duplicate_response, decimal_comma,
// answer_not_1_to_4, or what base/csv.h refuses. Findings that come with a result: incomplete_response (the first
// hundred, then one for all further ones), no_complete_response, blank_unit.
//
// One pass; memory grows with the units, not with the rows, except for the respondents (see respondents.h).
Result<Responses, Findings> read_responses(std::string_view bytes, const std::string& file_name);

}  // namespace prima::surveys
