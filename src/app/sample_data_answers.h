#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/sample_data_plan.h"
#include "app/sample_data_random.h"
#include "instrument/model.h"

namespace prima::app {

// Makes up the rows of ANSWERS.csv, unit by unit: what the staff of each role said, what the users said, what was seen
// of each product and of the unit. Values vary around the unit's quality; some are NA where the instrument allows it,
// and some optional ones are left out. The instrument must outlive this.
class SampleAnswers {
 public:
  explicit SampleAnswers(const instrument::Instrument& method);

  static constexpr const char* header = "institution,unit,indicator,value,product,respondent\n";

  // Appends the rows of one unit to `out`. Gives how many there are.
  std::int64_t write_unit(const PlannedInstitution& institution, const PlannedUnit& unit, SampleRandom& random,
                          std::string& out) const;

 private:
  // One indicator with its choices from the fewest points to the most.
  struct Question {
    const instrument::Indicator* indicator = nullptr;
    std::vector<std::string> rungs;
  };
  // Whoever answers a list of questions.
  struct Role {
    std::string id;
    std::vector<Question> questions;
  };

  std::string value(const Question& question, std::int64_t quality, SampleRandom& random) const;
  std::string measure(const instrument::Indicator& indicator, std::int64_t quality, SampleRandom& random) const;

  std::string as_of_;  // the day that a figure stands for
  std::vector<Question> of_unit_;
  std::vector<Question> of_product_;
  std::vector<Role> staff_;
  std::vector<Role> users_;
};

}  // namespace prima::app
