#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/answers_cuts.h"
#include "base/finding.h"
#include "base/result.h"
#include "scoring/roll_up.h"

namespace prima::assessment {

// All answers of a file, added up by unit.
struct AnswerTable {
  std::vector<scoring::InstitutionAnswers> institutions;  // by name, as are their units, whatever the order of the rows
  std::int64_t rows = 0;
  Findings notices;  // what a reader should know although a score can be made
};

// Reads ANSWERS.csv: `institution,unit,indicator,value` and, where the instrument samples, `product` and `respondent`;
// one answer a row, in any order.
//
// An empty value is an answer not given. A row whose indicator is `*` and whose value is `NOT_ASSESSED` (or
// `TIDAK_DINILAI`) says that the unit was not assessed. Anything else that is wrong is a finding with its line, up to a
// hundred of them, and no table is made: a column missing or unknown, a value that is no answer, an answer given twice,
// an indicator that does not exist. `bytes` may be large: each is read once, and memory grows with institutions, units
// and indicators, not with rows, when the rows of a unit stand together; otherwise one bit per possible answer is kept
// to find answers given twice.
//
// With more than one thread in `shares` the file is cut between units and its parts are read at once. The result is the
// same, to the byte, whatever the shares.
Result<AnswerTable, Findings> read_answers(const scoring::Compiled& compiled, std::string_view bytes,
                                           const std::string& name, const Shares& shares = {});

}  // namespace prima::assessment
