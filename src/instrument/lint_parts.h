#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "instrument/model.h"

// The proofs that lint() is made of; each file holds one subject.
namespace prima::instrument {

// What the proofs work on, and where their findings go.
struct LintRun {
  const Instrument& instrument;
  Findings findings;

  void add(std::string code, std::int64_t line, Words message) {
    findings.push_back(Finding{std::move(code), instrument.file, line, std::move(message)});
  }
};

void lint_weights(LintRun& run);
void lint_bands(LintRun& run);
void lint_answers(LintRun& run);
void lint_names(LintRun& run);
void lint_gates(LintRun& run);
void lint_versions(LintRun& run, const std::vector<const Instrument*>& family);

}  // namespace prima::instrument
