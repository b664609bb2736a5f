#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/rational.h"
#include "scoring/classify.h"
#include "scoring/unit_score.h"

namespace prima::scoring {

// One member of a mean: a unit of an institution, or an institution of a province.
struct Member {
  std::string name;
  std::optional<Rational> exact;  // nothing: not assessed, leaves the mean
  std::int64_t products = 1;      // how many times it weighs where the mean is over products
};

// The mean that a level takes over its members, exactly; nothing when no member was assessed.
std::optional<Rational> mean_of(instrument::LevelAggregate aggregate, const std::vector<Member>& members);

// The published figure of a whole: an institution from its units, a province or the nation from its institutions.
// Nothing when no member was assessed.
std::optional<Classification> roll_up(const instrument::Instrument& instrument, const instrument::Level& level,
                                      const std::vector<Member>& members,
                                      std::optional<instrument::Oversight> oversight = std::nullopt);

// An institution with its units, in the order in which they were given.
struct InstitutionAnswers {
  std::string institution;
  std::vector<UnitAnswers> units;
};

struct InstitutionScore {
  std::optional<Classification> classification;  // nothing: not assessed
  std::vector<UnitScore> units;                  // in the order of the answers
};

InstitutionScore score_institution(const Compiled& compiled, const InstitutionAnswers& answers,
                                   std::optional<instrument::Oversight> oversight = std::nullopt);

}  // namespace prima::scoring
