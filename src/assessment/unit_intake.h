#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/text_places.h"
#include "base/finding.h"
#include "scoring/unit_score.h"

namespace prima::assessment {

// Takes in the answers of one unit, one at a time, and adds them up. Knows which answers it has, so that one given
// twice is found.
class UnitIntake {
 public:
  UnitIntake(const scoring::Compiled& compiled, std::string unit);

  // Forgets everything and begins with another unit.
  void begin(std::string unit);

  // Says whose answers come next: a respondent, a product, both or neither (empty).
  void choose_subject(std::string_view product, std::string_view respondent);

  // Takes an answer of the chosen subject. False when that subject has already answered this indicator.
  bool take(std::size_t indicator, const scoring::Answer& answer);

  void mark_not_assessed() { answers_.not_assessed = true; }
  bool has_answers() const { return has_answers_; }
  const std::string& unit() const { return answers_.unit; }

  // Averages products, forgets who answered what, and gives the sums. `institution` and `file` are for the notices
  // about products without an answer.
  scoring::UnitAnswers close(const std::string& institution, const std::string& file, Findings& notices);

 private:
  struct Product {
    std::string name;
    std::vector<scoring::Tally> tallies;
    bool observed = false;  // has an answer to an indicator that is answered by product
  };

  void average_products(std::size_t indicator, const std::string& institution, const std::string& file,
                        Findings& notices);

  const scoring::Compiled* compiled_;
  scoring::UnitAnswers answers_;
  std::size_t words_;                 // 64-bit words of one subject's bits
  std::vector<std::uint64_t> taken_;  // bit for each (subject, indicator)
  TextPlaces subjects_;
  TextPlaces product_places_;
  std::vector<Product> products_;
  std::string key_;
  std::size_t subject_ = 0;
  std::size_t product_ = 0;
  bool has_answers_ = false;
};

}  // namespace prima::assessment
