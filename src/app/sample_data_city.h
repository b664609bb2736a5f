#pragma once

#include <string>

#include "app/sample_data_plan.h"
#include "app/sample_data_random.h"
#include "instrument/model.h"
#include "scoring/roll_up.h"

namespace prima::app {

// The further files of the made-up city, as bytes.

// UNITS.csv and RESULTS.csv say what `score` says, so that they agree with ANSWERS.csv.
std::string sample_units(const PlannedInstitution& city, const scoring::InstitutionAnswers& answers,
                         const scoring::InstitutionScore& score);
std::string sample_results(const PlannedInstitution& city, const instrument::Instrument& method,
                           const scoring::InstitutionAnswers& answers, const scoring::InstitutionScore& score);

// RESPONSES.csv: a satisfaction survey with two services in each unit.
std::string sample_responses(const PlannedInstitution& city, const std::string& year, SampleRandom& random);

// COSTS.csv: what it costs, in rupiah, to bring an indicator to a higher rung.
std::string sample_costs(const instrument::Instrument& method, SampleRandom& random);

}  // namespace prima::app
