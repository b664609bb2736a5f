#include "scoring/trace.h"

#include "scoring/trace_words.h"

namespace prima::scoring {

using instrument::Dimension;
using instrument::Instrument;

namespace {

// What the parts of one dimension share while they are explained.
struct DimensionView {
  const Compiled& compiled;
  const UnitAnswers& answers;
  const Dimension& dimension;
  Rational share;    // of the unit's scale that the whole dimension can bring: scale.max * weight / weights that count
  Rational weights;  // of the indicators that count
};

bool counts(PartState state) { return state == PartState::counted || state == PartState::missing; }

TraceNode explain_indicator(const DimensionView& view, std::size_t place) {
  const CompiledIndicator& indicator = view.compiled.indicators()[place];
  const Tally& tally = view.answers.tallies[place];
  TraceNode node;
  node.kind = TraceNode::Kind::indicator;
  node.id = indicator.source->id;
  node.label = indicator.source->question;
  node.state = state_of(indicator, tally);
  node.answers = tally.answers;
  node.rule = rule_of_indicator(node.state, *indicator.source, tally.answers);
  node.mark = indicator.source->weight_mark;
  node.maximum = indicator.maximum;
  if (indicator.source->weight) node.weight = *indicator.source->weight;
  if (tally.answers > 0 || node.state == PartState::missing) node.exact = mean_of(indicator, tally);
  if (counts(node.state)) {
    const Rational possible = view.share * weight_of(view.dimension, *indicator.source) / view.weights;
    node.contribution = possible * *node.exact / indicator.maximum;
    node.lost = possible - *node.contribution;
  }
  return node;
}

Rational counted_weights(const Compiled& compiled, const Dimension& dimension, const UnitAnswers& answers, bool& all) {
  Rational weights;
  all = true;
  for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
    const std::size_t place = dimension.first_indicator + i;
    const CompiledIndicator& indicator = compiled.indicators()[place];
    const PartState state = state_of(indicator, answers.tallies[place]);
    if (counts(state)) weights += weight_of(dimension, *indicator.source);
    if (state == PartState::left_out || state == PartState::not_applicable) all = false;
  }
  return weights;
}

TraceNode explain_dimension(const Compiled& compiled, const UnitAnswers& answers, const Dimension& dimension,
                            const DimensionScore& score, const Rational& unit_weights) {
  bool all = true;
  const Rational weights = counted_weights(compiled, dimension, answers, all);
  TraceNode node;
  node.kind = TraceNode::Kind::dimension;
  node.id = dimension.id;
  node.label = dimension.name;
  node.state = score.state;
  node.weight = dimension.weight;
  node.maximum = compiled.instrument().scale_max;
  node.rule = rule_of_dimension(dimension, all);
  node.mark = dimension.mark;
  DimensionView view{compiled, answers, dimension, {}, weights};
  if (score.state == PartState::counted) {
    view.share = compiled.instrument().scale_max * dimension.weight / unit_weights;
    node.exact = score.exact;
    node.contribution = score.contribution;
    node.lost = view.share - score.contribution;
  } else {
    node.notes.push_back({"tidak ada indikator yang berlaku; bobotnya dibagikan ke dimensi lain",
                          "no indicator counts here; its weight goes to the other dimensions"});
  }
  for (std::size_t i = 0; i < dimension.indicator_count; ++i)
    node.parts.push_back(explain_indicator(view, dimension.first_indicator + i));
  return node;
}

}  // namespace

TraceNode explain_unit(const Compiled& compiled, const UnitAnswers& answers) {
  const Instrument& method = compiled.instrument();
  const UnitScore score = score_unit(compiled, answers);
  TraceNode node;
  node.kind = TraceNode::Kind::unit;
  node.id = answers.unit;
  node.label = {answers.unit, answers.unit};
  node.mark = method.unit.mark;
  node.maximum = method.scale_max;
  if (!score.assessed) {
    node.state = PartState::left_out;
    node.rule = {"unit tidak dinilai, tidak ikut dalam rata-rata", "the unit was not assessed and leaves the mean"};
    return node;
  }
  node.exact = score.classification.exact;
  node.rounded = score.classification.score;
  node.lost = method.scale_max - score.classification.exact;
  node.notes = notes_of(score.classification, method.unit);
  Rational weights;
  for (std::size_t i = 0; i < score.dimensions.size(); ++i) {
    if (score.dimensions[i].state == PartState::counted) weights += method.dimensions[i].weight;
  }
  node.rule = rule_of_unit(weights == Rational(1));
  for (std::size_t i = 0; i < score.dimensions.size(); ++i) {
    node.parts.push_back(explain_dimension(compiled, answers, method.dimensions[i], score.dimensions[i], weights));
  }
  return node;
}

TraceNode explain_institution(const Compiled& compiled, const InstitutionAnswers& answers,
                              std::optional<instrument::Oversight> oversight) {
  const Instrument& method = compiled.instrument();
  const InstitutionScore score = score_institution(compiled, answers, oversight);
  TraceNode node;
  node.kind = TraceNode::Kind::institution;
  node.id = answers.institution;
  node.label = {answers.institution, answers.institution};
  node.mark = method.institution.mark;
  node.maximum = method.scale_max;
  std::size_t assessed = 0;
  std::int64_t products = 0;
  for (std::size_t i = 0; i < answers.units.size(); ++i) {
    node.parts.push_back(explain_unit(compiled, answers.units[i]));
    if (!score.units[i].assessed) continue;
    ++assessed;
    products += answers.units[i].products;
  }
  if (!score.classification) {
    node.state = PartState::left_out;
    node.rule = {"tidak ada unit yang dinilai", "no unit was assessed"};
    return node;
  }
  node.exact = score.classification->exact;
  node.rounded = score.classification->score;
  node.lost = method.scale_max - score.classification->exact;
  node.rule = rule_of_institution(method.institution, assessed, products);
  node.notes = notes_of(*score.classification, method.institution);
  const bool by_products = method.institution.aggregate == instrument::LevelAggregate::mean_of_products;
  for (std::size_t i = 0; i < answers.units.size(); ++i) {
    if (!score.units[i].assessed) continue;
    TraceNode& part = node.parts[i];
    const Rational share = Rational(by_products ? answers.units[i].products : 1) /
                           Rational(by_products ? products : static_cast<std::int64_t>(assessed));
    part.weight = share;
    part.contribution = share * *part.exact;
    part.lost = share * method.scale_max - *part.contribution;
  }
  return node;
}

}  // namespace prima::scoring
