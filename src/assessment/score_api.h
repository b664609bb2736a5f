#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assessment/answers_reader.h"
#include "base/words.h"
#include "scoring/roll_up.h"
#include "scoring/trace.h"

namespace prima::assessment {

// A table of answers with the scores made from it. Refers to the instrument behind `compiled`, which must outlive it.
struct ScoredTable {
  AnswerTable answers;
  std::vector<scoring::InstitutionScore> scores;  // one for each of answers.institutions
  std::optional<scoring::Classification>
      national;       // the mean over the institutions, where the instrument has that level
  Findings findings;  // the notices of the table and the mandatory answers that are missing
};

// Scores every institution of the table, on so many threads (1 or more), which change nothing but the time.
ScoredTable score_table(const scoring::Compiled& compiled, AnswerTable answers, std::size_t threads = 1);

// The JSON document of `score --json`:
//
//   {"instrument":{"id","version","hash"},
//    "results":[{"institution","score","exact","category","quality","zone","opinion","units":[{"unit","assessed","products","score","exact","category",
//                "quality","zone","dimensions":[{"id","score","exact","weight","contribution"}]}]}],
//    "national":{"score","exact","category","quality","zone","institutions"} or null,
//    "findings":[{"code","file","line","message"}]}
//
// Decimals are strings; a score that was not made is null. `language` chooses the messages of the findings only;
// `threads` as above.
std::string to_json(const scoring::Compiled& compiled, const ScoredTable& table, Language language,
                    std::size_t threads = 1);

// One line a unit, after it the institution (unit empty): institution,unit,score,exact,category,quality,zone. Ends with
// a line break.
std::string to_csv(const ScoredTable& table);

// The trace as JSON:
// {"instrument":{...},"trace":{"kind","id","label","state","score","exact","maximum","weight","contribution","lost","answers","rule","notes","standing",
// "references","parts":[...]}}.
std::string trace_json(const instrument::Instrument& instrument, const scoring::TraceNode& trace, Language language);

// The JSON document of a file that cannot be scored: no results, only findings.
std::string findings_json(const instrument::Instrument& instrument, const Findings& findings, Language language);

// Unit scores rolled up to institutions: `rollup --json`, the same result objects without dimensions.
struct RolledUp {
  std::string institution;
  std::vector<scoring::Member> units;
  std::optional<scoring::Classification> classification;
};
std::string rollup_json(const instrument::Instrument& instrument, const std::vector<RolledUp>& results,
                        Language language);

// `classify --json`: {"results":[{"score","category","quality","zone","opinion","certificate_withheld"}]}.
std::string classify_json(const std::vector<scoring::Classification>& results);

}  // namespace prima::assessment
