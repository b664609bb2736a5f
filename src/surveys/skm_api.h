#pragma once

#include <string>

#include "base/words.h"
#include "surveys/skm_report.h"

namespace prima::surveys {

// The JSON document of `survey index --json`:
//
//   {"results":[{"unit","period","n","incomplete","elements":{"U1":"2.8163",...},"index","exact","grade","quality",
//                "convention","sample_required","margin","population",
//                "by_convention":[{"convention","index","grade"}],"grade_depends_on_convention"}],
//    "findings":[{"code","file","line","message"}]}
//
// Decimals are strings: `elements` and `margin` with four places, `index` with two; `exact` is a reduced fraction.
// `n`, `incomplete`, `sample_required` and `population` are numbers; an unknown population is null. In a group without
// a complete questionnaire all that needs one is null, or empty. `quality` is the official Indonesian name whatever
// `language` is, which chooses the messages of the findings. A file that cannot be read has no results, only findings.
std::string to_json(const SkmReport& report, Language language);

}  // namespace prima::surveys
