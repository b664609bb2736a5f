#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "surveys/responses.h"
#include "surveys/skm_rules.h"

namespace prima::surveys {

struct SkmOptions {
  Convention convention = Convention::exact_1_9;
  // How many people each unit served in the period; unknown when not given.
  std::optional<std::uint64_t> population;
};

// The index of one unit in one period, with all that is published beside it.
struct SkmResult {
  ResponseGroup group;
  std::optional<Index> index;        // by the chosen convention; nothing when no questionnaire is complete
  std::vector<Index> by_convention;  // by every convention; empty when there is no index
  bool grade_depends_on_convention = false;
  std::optional<std::uint64_t> population;
  std::uint64_t sample_required = 0;  // Krejcie-Morgan
  std::optional<std::string> margin;  // see margin_of_error
};

struct SkmReport {
  Convention convention = Convention::exact_1_9;
  std::vector<SkmResult> results;  // by unit, then period
  Findings findings;
};

// Computes the index of every group. Findings of the responses are taken over; one is added where more people answered
// than `options.population` says there are (population_too_small).
SkmReport skm_report(Responses responses, const SkmOptions& options);

}  // namespace prima::surveys
