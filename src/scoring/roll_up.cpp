#include "scoring/roll_up.h"

namespace prima::scoring {

using instrument::LevelAggregate;

std::optional<Rational> mean_of(LevelAggregate aggregate, const std::vector<Member>& members) {
  Rational sum;
  Rational count;
  for (const Member& member : members) {
    if (!member.exact) continue;
    const Rational times(aggregate == LevelAggregate::mean_of_products ? member.products : 1);
    sum += times * *member.exact;
    count += times;
  }
  if (count.is_zero()) return std::nullopt;
  return sum / count;
}

std::optional<Classification> roll_up(const instrument::Instrument& instrument, const instrument::Level& level,
                                      const std::vector<Member>& members,
                                      std::optional<instrument::Oversight> oversight) {
  const auto mean = mean_of(level.aggregate, members);
  if (!mean) return std::nullopt;
  return classify(instrument, level, *mean, oversight);
}

InstitutionScore score_institution(const Compiled& compiled, const InstitutionAnswers& answers,
                                   std::optional<instrument::Oversight> oversight) {
  InstitutionScore score;
  std::vector<Member> members;
  for (const UnitAnswers& unit : answers.units) {
    score.units.push_back(score_unit(compiled, unit));
    const UnitScore& result = score.units.back();
    members.push_back(Member{unit.unit,
                             result.assessed ? std::optional<Rational>(result.classification.exact) : std::nullopt,
                             unit.products});
  }
  score.classification = roll_up(compiled.instrument(), compiled.instrument().institution, members, oversight);
  return score;
}

}  // namespace prima::scoring
