#include "assessment/score_result_page_parts.h"

#include "assessment/instrument_page_parts.h"
#include "assessment/score_result_page_trace.h"
#include "base/rounding.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/chart_bars.h"
#include "html/icon.h"
#include "html/layout.h"
#include "html/table.h"
#include "html/text.h"
#include "scoring/trace.h"
#include "scoring/trace_words.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Band;
using instrument::Instrument;
using scoring::InstitutionAnswers;
using scoring::InstitutionScore;

namespace {

std::vector<html::ChartBand> chart_bands(const Instrument& instrument) {
  std::vector<html::ChartBand> bands;
  for (const Band& band : instrument.bands) {
    bands.push_back({.key = band.key,
                     .min = fixed(band.min, instrument.institution.rounding),
                     .max = fixed(band.max, instrument.institution.rounding),
                     .tone = tone_of(instrument, band)});
  }
  return bands;
}

void score_on_bands(Writer& w, const Instrument& instrument, const Classification& result) {
  const std::vector<html::ChartBand> bands = chart_bands(instrument);
  const std::string least = plain(instrument.scale_min);
  const std::string most = plain(instrument.scale_max);
  const std::string score = w.decimal(result.score);
  html::bullet(w, {.label = Text::score_score,
                   .value = result.score,
                   .min = least,
                   .max = most,
                   .tone = tone_of(instrument, *result.band),
                   .bands = bands,
                   .summary = say(Text::score_bands_summary, score, result.band->key)});
}

void badges(Writer& w, const Instrument& instrument, const Classification& result) {
  band_badge(w, instrument, *result.band);
  w.text(" ");
  band_zone(w, *result.band);
  if (!result.opinion.empty()) {
    w.text(" ");
    html::tag(w, html::Tone::neutral, result.opinion);
  }
  if (result.certificate_withheld) {
    w.text(" ");
    html::tag(w, html::Tone::bottom, html::Icon::octagon_alert, Text::score_withheld);
  }
}

void figures(Writer& w, const Instrument& instrument, const InstitutionScore& score) {
  const Classification& result = *score.classification;
  const auto assessed = std::count_if(score.units.begin(), score.units.end(), [](const auto& u) { return u.assessed; });
  const Rational lost = instrument.scale_max - result.exact;
  html::stats(w, {{.label = Text::score_score,
                   .value = w.decimal(result.score),
                   .note = say(Text::score_of_maximum, short_figure(w, instrument.scale_max)),
                   .tone = tone_of(instrument, *result.band)},
                  {.label = Text::score_category,
                   .value = result.band->key,
                   .note = result.band->quality,
                   .tone = tone_of(instrument, *result.band)},
                  {.label = Text::score_units_assessed,
                   .value = w.count(assessed),
                   .note = say(Text::score_of_units, w.count(static_cast<std::int64_t>(score.units.size())))},
                  {.label = Text::score_lost,
                   .value = w.decimal(fixed(lost, instrument.institution.rounding)),
                   .note = Text::score_lost_note}});
}

// From the exact figure to the published one and its name.
void way(Writer& w, const Instrument& instrument, const Classification& result, const scoring::TraceNode& trace) {
  w.p(say(Text::score_rule, trace.rule));
  w.ul([&] {
    for (const Words& note : trace.notes) w.li(note);
  });
  standing_and_sources(w, instrument, instrument.institution.mark);
  if (result.band != result.earned) standing_and_sources(w, instrument, result.band->mark);
}

void summary(Writer& w, const Instrument& instrument, const InstitutionScore& score, const scoring::TraceNode& trace,
             int heading_level) {
  if (!score.classification) {
    return html::alert(w, {.kind = html::AlertKind::warning, .title = Text::score_not_assessed},
                       [&] { w.p(say(Text::score_rule, trace.rule)); });
  }
  figures(w, instrument, score);
  html::columns(w, html::Columns::halves, [&] {
    html::card(w, {.title = Text::score_category, .heading_level = heading_level}, [&] {
      w.p([&] { badges(w, instrument, *score.classification); });
      score_on_bands(w, instrument, *score.classification);
    });
    html::card(w, {.title = Text::score_how, .heading_level = heading_level},
               [&] { way(w, instrument, *score.classification, trace); });
  });
}

void units(Writer& w, const Instrument& instrument, const InstitutionAnswers& answers, const InstitutionScore& score) {
  const std::vector<Ranked> all = ranked(score.units.size(), [&](std::size_t i) -> const Classification* {
    return score.units[i].assessed ? &score.units[i].classification : nullptr;
  });
  rank_table(w, instrument, {.caption = Text::score_units, .name = Text::score_unit}, all,
             [&](std::size_t i) { w.text(answers.units[i].unit); });
}

}  // namespace

std::vector<Ranked> ranked(std::size_t count, const std::function<const Classification*(std::size_t)>& result) {
  std::vector<Ranked> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = {.place = i, .result = result(i)};
  std::stable_sort(all.begin(), all.end(), [](const Ranked& left, const Ranked& right) {
    if (left.result == nullptr || right.result == nullptr) return left.result != nullptr && right.result == nullptr;
    return left.result->rounded > right.result->rounded;
  });
  for (std::size_t i = 0; i < count && all[i].result != nullptr; ++i) {
    const bool tie = i > 0 && all[i - 1].result->rounded == all[i].result->rounded;
    all[i].rank = tie ? all[i - 1].rank : i + 1;
  }
  return all;
}

void rank_table(Writer& w, const Instrument& instrument, const RankTable& table, std::span<const Ranked> members,
                const std::function<void(std::size_t)>& name) {
  const auto& bands = instrument.bands;
  const bool zones = std::any_of(bands.begin(), bands.end(), [](const Band& band) { return band.zone.has_value(); });
  std::vector<html::Column> columns = {
      {Text::score_rank, true}, {table.name}, {Text::score_score, true}, {Text::score_category}};
  if (zones) columns.push_back({Text::score_zone});
  html::table(
      w, {.caption = say(Text::score_table_of, table.caption), .caption_hidden = true, .columns = std::move(columns)},
      [&](html::TableRows& rows) {
        for (const Ranked& one : members) {
          rows.row([&](html::TableRow& row) {
            if (one.rank == 0) {
              row.none();
            } else {
              row.count(static_cast<std::int64_t>(one.rank));
            }
            row.header([&] { name(one.place); });
            if (one.result == nullptr) {
              row.none();
              row.cell(Text::score_not_assessed);
              if (zones) row.none();
              return;
            }
            row.decimal(one.result->score);
            row.cell([&] { band_badge(w, instrument, *one.result->band); });
            if (zones) row.cell([&] { band_zone(w, *one.result->band); });
          });
        }
      });
}

void figure_with_badges(Writer& w, const Instrument& instrument, const Classification& result) {
  w.p([&] {
    w.strong(w.decimal(result.score));
    w.text(" ");
    badges(w, instrument, result);
  });
}

void institution_parts(Writer& w, const scoring::Compiled& compiled, const InstitutionAnswers& answers,
                       const InstitutionScore& score, int heading_level) {
  const Instrument& instrument = compiled.instrument();
  const scoring::TraceNode trace = scoring::explain_institution(compiled, answers);
  const auto part = [&](Text title, Text lead, const html::Content& body) {
    if (heading_level == 2) return html::section(w, {.title = title, .lead = lead}, body);
    w.h3(title);
    w.p({{"class", "small"}}, lead);
    w.add(body);
  };
  html::stack(w, [&] { summary(w, instrument, score, trace, heading_level); });
  part(Text::score_units, Text::score_units_lead, [&] { units(w, instrument, answers, score); });
  if (!score.classification) return;
  part(Text::score_losses, Text::score_losses_lead, [&] { losses(w, instrument, trace); });
  part(Text::score_trace, Text::score_trace_lead, [&] { trace_tree(w, instrument, trace); });
}

}  // namespace prima::assessment
