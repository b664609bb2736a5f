#include "assessment/instrument_page_tree.h"

#include "assessment/instrument_page_parts.h"
#include "base/assert.h"
#include "html/disclosure.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Dimension;
using instrument::Indicator;
using instrument::Instrument;

namespace {

Text kind_text(instrument::AnswerKind kind) {
  switch (kind) {
    case instrument::AnswerKind::choice:
      return Text::instruments_kind_choice;
    case instrument::AnswerKind::yes_no:
      return Text::instruments_kind_yes_no;
    case instrument::AnswerKind::number:
      return Text::instruments_kind_number;
    case instrument::AnswerKind::count:
      return Text::instruments_kind_count;
    case instrument::AnswerKind::share:
      return Text::instruments_kind_share;
    case instrument::AnswerKind::figure:
      return Text::instruments_kind_figure;
  }
  PRIMA_UNREACHABLE("every kind of answer has a text");
}

Text answerer_text(instrument::Answerer answerer) {
  switch (answerer) {
    case instrument::Answerer::unit:
      return Text::instruments_by_unit;
    case instrument::Answerer::product:
      return Text::instruments_by_product;
    case instrument::Answerer::respondent:
      return Text::instruments_by_respondent;
  }
  PRIMA_UNREACHABLE("every answerer has a text");
}

void answered_by(Writer& w, const Instrument& instrument, const Indicator& indicator) {
  w.text(answerer_text(indicator.answered_by));
  for (const instrument::Role& role : instrument.roles) {
    for (const std::string& id : indicator.roles) {
      if (id != role.id) continue;
      w.text(", ");
      w.text(role.name);
    }
  }
}

void rung(Writer& w, const std::string& points, const html::Content& what) {
  w.dt(say(Text::instruments_points, points));
  w.dd(what);
}

void threshold(Writer& w, const instrument::Threshold& one) {
  const auto limit = [&] {
    if (one.limit) {
      const std::string figure = short_figure(w, *one.limit, 4);
      w.text(one.above ? say(Text::instruments_above, figure) : say(Text::instruments_at_least, figure));
      if (!one.text.empty()) w.text(": ");
    }
    w.text(one.text);
  };
  rung(w, short_figure(w, one.points, 4), limit);
}

// What each answer brings, as a list of points with their meaning.
void ladder(Writer& w, const Indicator& indicator) {
  w.h4(Text::instruments_answers);
  w.p({{"class", "small"}}, [&] {
    w.text(kind_text(indicator.kind));
    if (indicator.least && indicator.greatest) {
      w.text(", ");
      w.text(say(Text::instruments_scale_of, short_figure(w, *indicator.least, 4),
                 short_figure(w, *indicator.greatest, 4)));
    }
  });
  if (indicator.choices.empty() && indicator.thresholds.empty()) {
    if (indicator.is_measured()) w.p({{"class", "small"}}, Text::instruments_measure_is_points);
    return;
  }
  w.dl({{"class", "facts"}}, [&] {
    for (const instrument::Choice& choice : indicator.choices) {
      rung(w, short_figure(w, choice.points, 4), choice.text);
    }
    for (const instrument::Threshold& one : indicator.thresholds) threshold(w, one);
  });
}

void pair(Writer& w, Text term, const html::Content& detail) {
  w.dt(term);
  w.dd(detail);
}

bool has_details(const Indicator& indicator) {
  return !indicator.good.empty() || !indicator.weak.empty() || !indicator.evidence.empty() ||
         indicator.may_be_not_applicable;
}

void details(Writer& w, const Indicator& indicator) {
  w.dl({{"class", "facts"}}, [&] {
    if (!indicator.good.empty()) pair(w, Text::instruments_good, indicator.good);
    if (!indicator.weak.empty()) pair(w, Text::instruments_weak, indicator.weak);
    if (!indicator.evidence.empty()) {
      pair(w, Text::instruments_evidence, [&] {
        for (const Words& one : indicator.evidence) w.p(one);
      });
    }
    if (indicator.may_be_not_applicable) {
      pair(w, Text::instruments_not_applicable, indicator.not_applicable_when);
    }
  });
}

void body(Writer& w, const Instrument& instrument, const Indicator& indicator) {
  if (!indicator.guidance.empty()) w.p(indicator.guidance);
  if (has_details(indicator)) details(w, indicator);
  ladder(w, indicator);
  w.h4(Text::instruments_rests_on);
  standing_and_sources(w, instrument, indicator.mark);
  if (indicator.weight && indicator.weight_mark.standing != indicator.mark.standing) {
    w.p({{"class", "small"}}, Text::instruments_weight_mark);
    standing_and_sources(w, instrument, indicator.weight_mark);
  }
}

void meta(Writer& w, const Instrument& instrument, const Indicator& indicator) {
  w.code(indicator.id);
  html::standing_badge(w, standing_of(indicator.mark.standing));
  w.span([&] { answered_by(w, instrument, indicator); });
  if (indicator.informational) {
    w.span(Text::instruments_informational);
  } else {
    w.span(indicator.mandatory ? Text::instruments_mandatory : Text::instruments_optional);
  }
}

void indicator_node(Writer& w, const Instrument& instrument, const Dimension& dimension, const Indicator& indicator) {
  const std::string id = "i-" + indicator.id;
  std::string figure;
  if (indicator.weight && dimension.aggregate == instrument::DimensionAggregate::weighted) {
    figure = weight_text(w, *indicator.weight);
  }
  const auto about = [&] { meta(w, instrument, indicator); };
  html::branch(w, {.label = indicator.question, .figure = figure, .meta = about, .id = id},
               [&] { html::node_body(w, [&] { body(w, instrument, indicator); }); });
}

std::int64_t indicators_of(const Instrument& instrument, const Dimension& dimension, std::size_t variable) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
    if (instrument.indicators[dimension.first_indicator + i].variable == variable) ++count;
  }
  return count;
}

void variable_node(Writer& w, const Instrument& instrument, const Dimension& dimension, std::size_t place) {
  const instrument::Variable& variable = dimension.variables[place];
  const std::int64_t count = indicators_of(instrument, dimension, place);
  const auto about = [&] {
    w.span(Text::instruments_variable);
    html::standing_badge(w, standing_of(variable.mark.standing));
    w.span(say(Text::instruments_count, w.count(count)));
  };
  html::branch(w, {.label = variable.name, .meta = about}, [&] {
    if (!variable.mark.note.empty()) html::node_body(w, [&] { w.p({{"class", "small"}}, variable.mark.note); });
    html::branches(w, [&] {
      for (std::size_t i = 0; i < dimension.indicator_count; ++i) {
        const Indicator& indicator = instrument.indicators[dimension.first_indicator + i];
        if (indicator.variable == place) indicator_node(w, instrument, dimension, indicator);
      }
    });
  });
}

void dimension_node(Writer& w, const Instrument& instrument, const Dimension& dimension) {
  const std::string id = "d-" + dimension.id;
  const auto about = [&] {
    w.span(Text::instruments_dimension);
    html::standing_badge(w, standing_of(dimension.mark.standing));
    w.span(say(Text::instruments_count, w.count(static_cast<std::int64_t>(dimension.indicator_count))));
    if (dimension.aggregate == instrument::DimensionAggregate::mean) w.span(Text::instruments_mean);
  };
  html::branch(w, {.label = dimension.name, .figure = weight_text(w, dimension.weight), .meta = about, .id = id}, [&] {
    html::node_body(w, [&] { standing_and_sources(w, instrument, dimension.mark); });
    html::branches(w, [&] {
      for (std::size_t i = 0; i < dimension.variables.size(); ++i) variable_node(w, instrument, dimension, i);
    });
  });
}

}  // namespace

void instrument_tree(Writer& w, const Instrument& instrument) {
  html::tree(w, instrument.title, [&] {
    for (const Dimension& dimension : instrument.dimensions) dimension_node(w, instrument, dimension);
  });
}

}  // namespace prima::assessment
