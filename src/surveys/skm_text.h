#pragma once

#include <string>

#include "base/words.h"
#include "surveys/skm_report.h"

namespace prima::surveys {

// The report as plain text for a terminal, 80 columns wide unless a name is longer: one block a unit and period, then
// the findings, one a line. Ends with a line break unless it is empty.
std::string to_text(const SkmReport& report, Language language);

// One line a unit and period: unit,period,n,U1..U9 (means),index,exact,grade,quality,convention,sample_required,margin. A figure that was not made is
// empty. Ends with a line break.
std::string to_csv(const SkmReport& report);

}  // namespace prima::surveys
