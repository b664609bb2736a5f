#include "surveys/skm_report.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "surveys/sample_rules.h"

namespace prima::surveys {

namespace {

SkmResult result_of(ResponseGroup group, const SkmOptions& options) {
  SkmResult result;
  result.population = options.population;
  result.sample_required = required_sample(options.population);
  result.margin = margin_of_error(group.tally.n, options.population);
  if (group.tally.n > 0) {
    result.index = skm_index(group.tally, options.convention);
    result.by_convention = by_every_convention(group.tally);
    result.grade_depends_on_convention = grade_depends_on_convention(result.by_convention);
  }
  result.group = std::move(group);
  return result;
}

Finding population_too_small(const ResponseGroup& group, std::uint64_t population) {
  const std::string unit = shown_to_people(group.unit);
  return {"population_too_small",
          "",
          0,
          {fmt::format("unit \"{}\" punya {} responden, lebih banyak dari populasi {}; perbaiki jumlah populasi", unit,
                       group.tally.n, population),
           fmt::format("unit \"{}\" has {} respondents, more than the population of {}; correct the population", unit,
                       group.tally.n, population)}};
}

}  // namespace

SkmReport skm_report(Responses responses, const SkmOptions& options) {
  SkmReport report{.convention = options.convention, .results = {}, .findings = std::move(responses.findings)};
  report.results.reserve(responses.groups.size());
  for (ResponseGroup& group : responses.groups) {
    if (options.population && group.tally.n > *options.population)
      report.findings.push_back(population_too_small(group, *options.population));
    report.results.push_back(result_of(std::move(group), options));
  }
  return report;
}

}  // namespace prima::surveys
