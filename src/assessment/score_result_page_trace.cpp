#include "assessment/score_result_page_trace.h"

#include <algorithm>

#include "assessment/instrument_page_parts.h"
#include "base/assert.h"
#include "base/rounding.h"
#include "html/chart_bars.h"
#include "html/disclosure.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;
using scoring::PartState;
using scoring::TraceNode;

namespace {

constexpr std::size_t most_units = 20;
constexpr std::size_t most_losses = 10;
constexpr int extra_places = 2;  // contributions are shown finer than scores, so that they add up to the eye

class TracePart {
 public:
  TracePart(Writer& w, const Instrument& instrument) : w_(w), instrument_(instrument) {}

  void unit(const TraceNode& node) {
    const std::string shown = node.exact ? w_.decimal(node.rounded) : std::string(w_.plain(Text::score_not_assessed));
    const auto about = [&] { shares(node); };
    html::branch(w_, {.label = node.label, .figure = shown, .meta = about}, [&] {
      html::node_body(w_, [&] { reasons(node); });
      if (node.parts.empty()) return;
      html::branches(w_, [&] {
        for (const TraceNode& part : node.parts) dimension(part);
      });
    });
  }

 private:
  // What an exact figure looks like beside others.
  std::string figure(const Rational& value) const {
    const Rounding& published = instrument_.unit.rounding;
    return w_.decimal(fixed(value, {published.places + extra_places, published.mode}));
  }

  void state(const TraceNode& node) {
    switch (node.state) {
      case PartState::counted:
        return;
      case PartState::missing:
        return html::tag(w_, html::Tone::bottom, Text::score_state_missing);
      case PartState::left_out:
        return html::tag(w_, html::Tone::neutral, Text::score_state_left_out);
      case PartState::not_applicable:
        return html::tag(w_, html::Tone::neutral, Text::score_state_not_applicable);
      case PartState::informational:
        return html::tag(w_, html::Tone::neutral, Text::score_state_informational);
    }
    PRIMA_UNREACHABLE("every state has a mark");
  }

  void shares(const TraceNode& node) {
    state(node);
    if (node.weight) w_.span(say(Text::score_weight, weight_text(w_, *node.weight)));
    if (node.contribution) w_.span(say(Text::score_contributes, figure(*node.contribution)));
    if (node.lost && !node.lost->is_zero()) w_.span(say(Text::score_loses, figure(*node.lost)));
  }

  void reasons(const TraceNode& node) {
    w_.p(say(Text::score_rule, node.rule));
    if (node.exact) w_.p({{"class", "small"}}, say(Text::score_exact_is, node.exact->fraction()));
    for (const Words& note : node.notes) w_.p(note);
    standing_and_sources(w_, instrument_, node.mark);
  }

  void dimension(const TraceNode& node) {
    std::string shown;
    if (node.exact) shown = figure(*node.exact);
    const auto about = [&] { shares(node); };
    html::branch(w_, {.label = node.label, .figure = shown, .meta = about}, [&] {
      html::node_body(w_, [&] { reasons(node); });
      html::branches(w_, [&] {
        for (const TraceNode& part : node.parts) indicator(part);
      });
    });
  }

  void indicator(const TraceNode& node) {
    std::string shown;
    if (node.exact && node.maximum) {
      shown = w_.plain(say(Text::score_of, short_figure(w_, *node.exact), short_figure(w_, *node.maximum)));
    }
    const auto label = [&] { w_.a({{"href", w_.url(path_of(instrument_) + "#i-" + node.id)}}, node.label); };
    const auto about = [&] { shares(node); };
    html::leaf(w_, {.label = label, .figure = shown, .meta = about}, [&] {
      w_.p({{"class", "small"}}, [&] {
        w_.text(say(Text::score_rule, node.rule));
        w_.text(" ");
        html::standing_badge(w_, standing_of(node.mark.standing));
        w_.text(" ");
        sources(w_, instrument_, node.mark);
      });
    });
  }

  Writer& w_;
  const Instrument& instrument_;
};

struct Loss {
  std::size_t indicator = 0;  // its place in the instrument
  Rational points;            // of the institution's score
};

// Where the points of the institution were lost, the greatest loss first, over all units.
std::vector<Loss> losses_of(const Instrument& instrument, const TraceNode& institution) {
  std::vector<Loss> all(instrument.indicators.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].indicator = i;
  for (const TraceNode& unit : institution.parts) {
    if (!unit.weight) continue;
    for (std::size_t d = 0; d < unit.parts.size(); ++d) {
      const std::size_t first = instrument.dimensions[d].first_indicator;
      for (std::size_t i = 0; i < unit.parts[d].parts.size(); ++i) {
        const TraceNode& indicator = unit.parts[d].parts[i];
        if (indicator.lost) all[first + i].points += *unit.weight * *indicator.lost;
      }
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Loss& left, const Loss& right) { return left.points > right.points; });
  all.erase(std::find_if(all.begin(), all.end(), [](const Loss& loss) { return loss.points.is_zero(); }), all.end());
  if (all.size() > most_losses) all.resize(most_losses);
  return all;
}

// The units to explain: all of them, or those that cost the institution most.
std::vector<const TraceNode*> units_of(const TraceNode& institution) {
  std::vector<const TraceNode*> units;
  units.reserve(institution.parts.size());
  for (const TraceNode& unit : institution.parts) units.push_back(&unit);
  if (units.size() <= most_units) return units;
  std::stable_sort(units.begin(), units.end(), [](const TraceNode* left, const TraceNode* right) {
    return left->lost.value_or(Rational()) > right->lost.value_or(Rational());
  });
  units.resize(most_units);
  return units;
}

}  // namespace

void trace_tree(Writer& w, const Instrument& instrument, const TraceNode& institution) {
  const std::vector<const TraceNode*> units = units_of(institution);
  if (units.size() < institution.parts.size()) {
    w.p({{"class", "small"}}, say(Text::score_trace_units, w.count(static_cast<std::int64_t>(units.size())),
                                  w.count(static_cast<std::int64_t>(institution.parts.size()))));
  }
  TracePart part(w, instrument);
  html::tree(w, Text::score_trace, [&] {
    for (const TraceNode* unit : units) part.unit(*unit);
  });
}

void losses(Writer& w, const Instrument& instrument, const TraceNode& institution) {
  const std::vector<Loss> greatest = losses_of(instrument, institution);
  if (greatest.empty()) return w.p(Text::score_losses_none);
  const Rounding rounding{instrument.institution.rounding.places + extra_places, RoundingMode::half_up};
  std::vector<html::Bar> bars;
  for (const Loss& loss : greatest) {
    const instrument::Indicator& indicator = instrument.indicators[loss.indicator];
    bars.push_back({.label = indicator.question,
                    .value = fixed(loss.points, rounding),
                    .tone = html::Tone::low,
                    .path = path_of(instrument) + "#i-" + indicator.id,
                    .note = instrument.dimensions[indicator.dimension].name});
  }
  const std::string most = bars.front().value;
  html::bar_chart(w, {.title = Text::score_losses,
                      .label_heading = Text::score_indicator,
                      .value_heading = Text::score_lost_points,
                      .max = most,
                      .bars = bars});
}

}  // namespace prima::assessment
