#include "assessment/instrument_page_method.h"

#include <algorithm>

#include "assessment/instrument_page_parts.h"
#include "base/assert.h"
#include "base/rounding.h"
#include "html/layout.h"
#include "html/table.h"
#include "html/text.h"
#include "scoring/trace_words.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;

namespace {

Text aggregate_text(instrument::LevelAggregate aggregate) {
  switch (aggregate) {
    case instrument::LevelAggregate::weighted_dimensions:
      return Text::instruments_sum_of_dimensions;
    case instrument::LevelAggregate::mean_of_units:
      return Text::instruments_mean_of_units;
    case instrument::LevelAggregate::mean_of_products:
      return Text::instruments_mean_of_products;
    case instrument::LevelAggregate::mean_of_institutions:
      return Text::instruments_mean_of_institutions;
  }
  PRIMA_UNREACHABLE("every aggregate has a text");
}

void level_row(Writer& w, html::TableRows& rows, const Instrument& instrument, Text name,
               const instrument::Level& level) {
  rows.row([&](html::TableRow& row) {
    row.header(name);
    row.cell(aggregate_text(level.aggregate));
    row.cell(scoring::words_of(level.rounding));
    row.cell([&] { standing_and_sources(w, instrument, level.mark); });
  });
}

void fixed_row(html::TableRows& rows, Text name, Text rule) {
  rows.row([&](html::TableRow& row) {
    row.header(name);
    row.cell(rule);
    row.cell(Text::instruments_not_rounded);
    row.none();
  });
}

// The decimals of a limit are those of the published figure, so that a reader can compare.
std::string limit(const Writer& w, const Instrument& instrument, const Rational& value) {
  return w.decimal(fixed(value, instrument.institution.rounding));
}

void band_rows(Writer& w, html::TableRows& rows, const Instrument& instrument, bool zones, bool opinions) {
  for (const instrument::Band& band : instrument.bands) {
    rows.row([&](html::TableRow& row) {
      row.header([&] { band_badge(w, instrument, band); });
      row.cell(say(Text::instruments_scale_of, limit(w, instrument, band.min), limit(w, instrument, band.max)));
      if (zones && band.zone) row.cell([&] { band_zone(w, band); });
      if (zones && !band.zone) row.none();
      if (opinions) row.cell(band.opinion);
      row.cell([&] { standing_and_sources(w, instrument, band.mark); });
    });
  }
}

std::string part_name(const Instrument& instrument, const instrument::Gate& gate, Language language) {
  if (gate.condition == instrument::Gate::Condition::indicator_below) {
    const instrument::Indicator* indicator = instrument.indicator(gate.part);
    return indicator == nullptr ? gate.part : indicator->question.in(language);
  }
  for (const instrument::Dimension& dimension : instrument.dimensions) {
    if (dimension.id == gate.part) return dimension.name.in(language);
  }
  return gate.part;
}

void condition(Writer& w, const Instrument& instrument, const instrument::Gate& gate) {
  if (gate.condition != instrument::Gate::Condition::oversight_is) {
    return w.text(
        say(Text::instruments_gate_below, part_name(instrument, gate, w.language()), short_figure(w, gate.below, 4)));
  }
  if (!instrument.second_axis) return;
  for (const instrument::OversightLevel& level : instrument.second_axis->levels) {
    if (level.key != gate.oversight) continue;
    w.text(instrument.second_axis->name);
    w.text(": ");
    w.text(level.name);
  }
}

void gates(Writer& w, const Instrument& instrument) {
  html::table(w,
              {.caption = say(Text::score_table_of, Text::instruments_gates),
               .caption_hidden = true,
               .columns = {{Text::instruments_gate},
                           {Text::instruments_gate_when},
                           {Text::instruments_gate_then},
                           {Text::instruments_standing}}},
              [&](html::TableRows& rows) {
                for (const instrument::Gate& gate : instrument.gates) {
                  rows.row([&](html::TableRow& row) {
                    row.header(gate.text);
                    row.cell([&] { condition(w, instrument, gate); });
                    row.cell([&] {
                      if (gate.effect == instrument::Gate::Effect::withhold_certificate) {
                        return w.text(Text::instruments_gate_withhold);
                      }
                      w.text(say(Text::instruments_gate_cap, gate.cap));
                    });
                    row.cell([&] { standing_and_sources(w, instrument, gate.mark); });
                  });
                }
              });
}

void axis(Writer& w, const Instrument& instrument) {
  html::table(
      w,
      {.caption = say(Text::score_table_of, instrument.second_axis->name),
       .caption_hidden = true,
       .columns = {{Text::instruments_axis_level}, {Text::instruments_axis_suffix}, {Text::instruments_standing}}},
      [&](html::TableRows& rows) {
        for (const instrument::OversightLevel& level : instrument.second_axis->levels) {
          rows.row([&](html::TableRow& row) {
            row.header(level.name);
            if (level.opinion_suffix.empty()) {
              row.cell(Text::instruments_axis_nothing);
            } else {
              row.cell(level.opinion_suffix);
            }
            row.cell([&] { standing_and_sources(w, instrument, level.mark); });
          });
        }
      });
}

}  // namespace

void levels(Writer& w, const Instrument& instrument) {
  html::table(w,
              {.caption = say(Text::score_table_of, Text::instruments_levels),
               .caption_hidden = true,
               .columns = {{Text::instruments_level},
                           {Text::instruments_combines},
                           {Text::instruments_rounding},
                           {Text::instruments_standing}}},
              [&](html::TableRows& rows) {
                fixed_row(rows, Text::instruments_level_indicator, Text::instruments_mean_of_answers);
                fixed_row(rows, Text::instruments_level_dimension, Text::instruments_sum_of_indicators);
                level_row(w, rows, instrument, Text::instruments_level_unit, instrument.unit);
                level_row(w, rows, instrument, Text::instruments_level_institution, instrument.institution);
                if (instrument.province) {
                  level_row(w, rows, instrument, Text::instruments_level_province, *instrument.province);
                }
                if (instrument.national) {
                  level_row(w, rows, instrument, Text::instruments_level_national, *instrument.national);
                }
              });
}

void bands(Writer& w, const Instrument& instrument) {
  const auto& all = instrument.bands;
  const bool zones = std::any_of(all.begin(), all.end(), [](const auto& band) { return band.zone.has_value(); });
  const bool opinions = std::any_of(all.begin(), all.end(), [](const auto& band) { return !band.opinion.empty(); });
  std::vector<html::Column> columns = {{Text::instruments_category}, {Text::instruments_range}};
  if (zones) columns.push_back({Text::instruments_zone});
  if (opinions) columns.push_back({Text::instruments_opinion});
  columns.push_back({Text::instruments_standing});
  html::table(w,
              {.caption = say(Text::score_table_of, Text::instruments_bands),
               .caption_hidden = true,
               .columns = std::move(columns)},
              [&](html::TableRows& rows) { band_rows(w, rows, instrument, zones, opinions); });
}

void special_rules(Writer& w, const Instrument& instrument) {
  if (instrument.second_axis) {
    html::section(w, {.title = instrument.second_axis->name, .lead = Text::instruments_axis_lead, .id = "sumbu-kedua"},
                  [&] { axis(w, instrument); });
  }
  if (!instrument.gates.empty()) {
    html::section(w, {.title = Text::instruments_gates, .lead = Text::instruments_gates_lead, .id = "gerbang"},
                  [&] { gates(w, instrument); });
  }
}

}  // namespace prima::assessment
