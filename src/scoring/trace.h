#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rational.h"
#include "base/words.h"
#include "instrument/model.h"
#include "scoring/roll_up.h"
#include "scoring/unit_score.h"

namespace prima::scoring {

// One figure with the reason for it, and below it the figures it was made of. It holds everything that a text, a JSON
// document or a page says about a score.
struct TraceNode {
  enum class Kind { institution, unit, dimension, indicator };

  Kind kind = Kind::institution;
  std::string id;
  Words label;
  PartState state = PartState::counted;
  std::optional<Rational>
      exact;            // on the instrument's scale; for an indicator the mean points. Nothing: no figure was made
  std::string rounded;  // the published form of `exact` where this level is rounded, otherwise empty
  std::optional<Rational> maximum;       // what `exact` could have been at best
  std::optional<Rational> weight;        // as the instrument gives it
  std::optional<Rational> contribution;  // points of the figure above that were won here
  std::optional<Rational> lost;          // points of the figure above that were lost here
  std::int64_t answers = 0;              // indicator: how many answers the mean is over
  Words rule;                            // how the figure came about, in one sentence
  std::vector<Words> notes;              // roundings, category, gates, what is missing
  instrument::Mark mark;                 // the standing of the rule and its references
  std::vector<TraceNode> parts;
};

// Explains a unit's score. The root's figures are exactly those of score_unit() on the same answers.
TraceNode explain_unit(const Compiled& compiled, const UnitAnswers& answers);

// Explains an institution's score, its units included.
TraceNode explain_institution(const Compiled& compiled, const InstitutionAnswers& answers,
                              std::optional<instrument::Oversight> oversight = std::nullopt);

// The trace as indented lines, for a terminal.
std::string to_text(const TraceNode& trace, const instrument::Instrument& instrument, Language language);

}  // namespace prima::scoring
