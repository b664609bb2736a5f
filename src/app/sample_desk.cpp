#include "app/sample_desk.h"

#include "app/sample_data_answers.h"
#include "app/sample_data_city.h"

namespace prima::app {

std::string sample_answers_of_city(const instrument::Instrument& method, std::uint64_t seed) {
  SampleRandom random(seed);
  const std::vector<PlannedInstitution> plan = plan_city(random);
  const SampleAnswers answers(method);
  std::string csv = SampleAnswers::header;
  for (const PlannedInstitution& institution : plan) {
    for (const PlannedUnit& unit : institution.units) answers.write_unit(institution, unit, random, csv);
  }
  return csv;
}

std::string sample_responses_of_city(std::uint64_t seed) {
  SampleRandom random(seed);
  const std::vector<PlannedInstitution> plan = plan_city(random);
  return sample_responses(plan.front(), "2024", random);
}

}  // namespace prima::app
