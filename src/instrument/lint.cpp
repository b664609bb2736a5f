#include "instrument/lint.h"

#include <algorithm>

#include "instrument/lint_parts.h"

namespace prima::instrument {

Findings lint(const Instrument& instrument, const std::vector<const Instrument*>& family) {
  LintRun run{instrument, {}};
  lint_names(run);
  lint_weights(run);
  lint_answers(run);
  lint_bands(run);
  lint_gates(run);
  lint_versions(run, family);
  std::stable_sort(run.findings.begin(), run.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  return std::move(run.findings);
}

}  // namespace prima::instrument
