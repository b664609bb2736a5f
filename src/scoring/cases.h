#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "scoring/compiled.h"

namespace prima::scoring {

struct CasesRun {
  std::size_t cases = 0;  // how many were run
  Findings findings;      // what could not be read, and each expectation that does not hold ("case_failed")
};

// Runs the cases of an instrument (format: docs/reference/instrument-format.md, "Cases"). `text` is the whole file,
// `file` its name in findings.
CasesRun run_cases(const Compiled& compiled, std::string_view text, const std::string& file);

}  // namespace prima::scoring
