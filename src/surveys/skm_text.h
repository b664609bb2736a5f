#pragma once

#include <string>

#include "base/words.h"
#include "surveys/skm_report.h"

namespace prima::surveys {

// The report as plain text for a terminal, 80 columns wide unless a name is longer: one block a unit and period, then
// the findings, one a line. Ends with a line break unless it is empty.
std::string to_text(const SkmReport& report, Language language);

}  // namespace prima::surveys
