#include "assessment/score_api.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "assessment/in_parallel.h"
#include "base/csv.h"
#include "instrument/findings_api.h"

namespace prima::assessment {

namespace json = boost::json;

using instrument::Instrument;
using scoring::Classification;
using scoring::Compiled;
using scoring::InstitutionScore;
using scoring::TraceNode;
using scoring::UnitAnswers;
using scoring::UnitScore;

namespace {

constexpr int extra_places = 2;  // contributions are shown finer than scores, so that they add up to the eye

json::value zone_of(const instrument::Band& band) {
  return band.zone ? json::value(instrument::official_name(*band.zone)) : json::value();
}

// score, exact, category, quality and zone; all null when there is no score.
void add_classification(json::object& object, const std::optional<Classification>& result) {
  object["score"] = result ? json::value(result->score) : json::value();
  object["exact"] = result ? json::value(result->exact.fraction()) : json::value();
  object["category"] = result ? json::value(result->band->key) : json::value();
  object["quality"] = result ? json::value(result->band->quality.id) : json::value();
  object["zone"] = result ? zone_of(*result->band) : json::value();
}

json::object instrument_object(const Instrument& instrument) {
  return {{"id", instrument.id()}, {"version", instrument.version}, {"hash", instrument.hash}};
}

// The weight of each dimension as a decimal.
using Weights = std::vector<std::string>;

Weights weights_of(const Compiled& compiled) {
  Weights weights;
  for (const auto& dimension : compiled.dimensions()) weights.push_back(plain(dimension.source->weight));
  return weights;
}

json::array dimensions_array(const Compiled& compiled, const Weights& weights, const UnitScore& unit) {
  const Rounding rounding = compiled.instrument().unit.rounding;
  const Rounding finer{rounding.places + extra_places, rounding.mode};
  json::array list;
  list.reserve(unit.dimensions.size());
  for (std::size_t i = 0; i < unit.dimensions.size(); ++i) {
    const scoring::DimensionScore& dimension = unit.dimensions[i];
    const bool counts = unit.assessed && dimension.state == scoring::PartState::counted;
    list.push_back(
        json::object{{"id", compiled.dimensions()[i].source->id},
                     {"score", counts ? json::value(fixed(dimension.exact, rounding)) : json::value()},
                     {"exact", counts ? json::value(dimension.exact.fraction()) : json::value()},
                     {"weight", weights[i]},
                     {"contribution", counts ? json::value(fixed(dimension.contribution, finer)) : json::value()}});
  }
  return list;
}

json::object unit_object(const Compiled& compiled, const Weights& weights, const UnitAnswers& answers,
                         const UnitScore& score) {
  json::object object{{"unit", answers.unit}, {"assessed", score.assessed}, {"products", answers.products}};
  add_classification(object, score.assessed ? std::optional<Classification>(score.classification) : std::nullopt);
  object["dimensions"] = dimensions_array(compiled, weights, score);
  return object;
}

json::object institution_object(const Compiled& compiled, const Weights& weights,
                                const scoring::InstitutionAnswers& answers, const InstitutionScore& score) {
  json::object object{{"institution", answers.institution}};
  add_classification(object, score.classification);
  const bool opinion = score.classification && !score.classification->opinion.empty();
  object["opinion"] = opinion ? json::value(score.classification->opinion.id) : json::value();
  json::array units;
  units.reserve(score.units.size());
  for (std::size_t i = 0; i < score.units.size(); ++i)
    units.push_back(unit_object(compiled, weights, answers.units[i], score.units[i]));
  object["units"] = std::move(units);
  return object;
}

json::value national_value(const ScoredTable& table) {
  if (!table.national) return nullptr;
  json::object national;
  add_classification(national, table.national);
  national["institutions"] = table.scores.size();
  return national;
}

// Calls work(part, i) for each i below `size`, which `threads` threads share; part numbers the thread.
template <typename Work>
void share_out(std::size_t size, std::size_t threads, const Work& work) {
  in_parallel(threads, [&](std::size_t part) {
    for (std::size_t i = size * part / threads; i < size * (part + 1) / threads; ++i) work(part, i);
  });
}

Finding missing_answer(const std::string& institution, const std::string& unit,
                       const instrument::Indicator& indicator) {
  return Finding{
      "missing_mandatory",
      "",
      0,
      {fmt::format("{} / {}: indikator wajib \"{}\" belum dijawab dan dihitung nol", institution, unit, indicator.id),
       fmt::format("{} / {}: the mandatory indicator \"{}\" is not answered and counts as zero", institution, unit,
                   indicator.id)}};
}

void add_csv_line(std::string& csv, const std::string& institution, const std::string& unit,
                  const std::optional<Classification>& result) {
  csv += csv_field(institution) + "," + csv_field(unit) + ",";
  if (result) {
    csv += result->score + "," + result->exact.fraction() + "," + csv_field(result->band->key) + "," +
           csv_field(result->band->quality.id) + ",";
    if (result->band->zone) csv += instrument::official_name(*result->band->zone);
  } else {
    csv += ",,,,";
  }
  csv += "\n";
}

std::string_view state_name(scoring::PartState state) {
  switch (state) {
    case scoring::PartState::counted:
      return "counted";
    case scoring::PartState::missing:
      return "missing";
    case scoring::PartState::left_out:
      return "left_out";
    case scoring::PartState::not_applicable:
      return "not_applicable";
    case scoring::PartState::informational:
      return "informational";
  }
  return "";
}

std::string_view kind_name(TraceNode::Kind kind) {
  switch (kind) {
    case TraceNode::Kind::institution:
      return "institution";
    case TraceNode::Kind::unit:
      return "unit";
    case TraceNode::Kind::dimension:
      return "dimension";
    case TraceNode::Kind::indicator:
      return "indicator";
  }
  return "";
}

json::value fraction_of(const std::optional<Rational>& value) {
  return value ? json::value(value->fraction()) : json::value();
}

json::object trace_object(const TraceNode& node, Language language) {
  json::array notes;
  for (const Words& note : node.notes) notes.push_back(json::value(note.in(language)));
  json::array references(node.mark.references.begin(), node.mark.references.end());
  json::array parts;
  for (const TraceNode& part : node.parts) parts.push_back(trace_object(part, language));
  return {{"kind", kind_name(node.kind)},
          {"id", node.id},
          {"label", node.label.in(language)},
          {"state", state_name(node.state)},
          {"score", node.rounded.empty() ? json::value() : json::value(node.rounded)},
          {"exact", fraction_of(node.exact)},
          {"maximum", fraction_of(node.maximum)},
          {"weight", fraction_of(node.weight)},
          {"contribution", fraction_of(node.contribution)},
          {"lost", fraction_of(node.lost)},
          {"answers", node.answers},
          {"rule", node.rule.in(language)},
          {"notes", std::move(notes)},
          {"standing", instrument::name(node.mark.standing)},
          {"references", std::move(references)},
          {"parts", std::move(parts)}};
}

}  // namespace

ScoredTable score_table(const Compiled& compiled, AnswerTable answers, std::size_t threads) {
  ScoredTable table;
  table.answers = std::move(answers);
  table.findings = table.answers.notices;
  const std::vector<scoring::InstitutionAnswers>& institutions = table.answers.institutions;
  table.scores.resize(institutions.size());
  share_out(institutions.size(), threads, [&](std::size_t, std::size_t place) {
    table.scores[place] = scoring::score_institution(compiled, institutions[place]);
  });
  std::vector<scoring::Member> members;
  for (std::size_t at = 0; at < institutions.size(); ++at) {
    const scoring::InstitutionAnswers& institution = institutions[at];
    const InstitutionScore& score = table.scores[at];
    members.push_back({institution.institution,
                       score.classification ? std::optional<Rational>(score.classification->exact) : std::nullopt, 1});
    for (std::size_t i = 0; i < score.units.size(); ++i) {
      for (const std::size_t place : score.units[i].missing) {
        table.findings.push_back(missing_answer(institution.institution, institution.units[i].unit,
                                                compiled.instrument().indicators[place]));
      }
    }
  }
  const auto& national = compiled.instrument().national;
  if (national) table.national = scoring::roll_up(compiled.instrument(), *national, members);
  return table;
}

std::string to_json(const Compiled& compiled, const ScoredTable& table, Language language, std::size_t threads) {
  const Weights weights = weights_of(compiled);
  std::vector<std::string> results(threads);  // what each thread wrote, a comma before each object
  share_out(table.scores.size(), threads, [&](std::size_t part, std::size_t i) {
    results[part] += ',';
    results[part] +=
        json::serialize(institution_object(compiled, weights, table.answers.institutions[i], table.scores[i]));
  });
  std::string text = "{\"instrument\":" + json::serialize(instrument_object(compiled.instrument())) + ",\"results\":[";
  std::size_t comma = 1;  // left out before the first object
  for (const std::string& part : results) {
    text += std::string_view(part).substr(std::min(comma, part.size()));
    if (!part.empty()) comma = 0;
  }
  text += "],\"national\":" + json::serialize(national_value(table));
  text += ",\"findings\":" + json::serialize(instrument::findings_array(table.findings, language)) + "}";
  return text;
}

std::string to_csv(const ScoredTable& table) {
  std::string csv = "institution,unit,score,exact,category,quality,zone\n";
  for (std::size_t i = 0; i < table.scores.size(); ++i) {
    const scoring::InstitutionAnswers& answers = table.answers.institutions[i];
    for (std::size_t k = 0; k < answers.units.size(); ++k) {
      const UnitScore& unit = table.scores[i].units[k];
      add_csv_line(csv, answers.institution, answers.units[k].unit,
                   unit.assessed ? std::optional<Classification>(unit.classification) : std::nullopt);
    }
    add_csv_line(csv, answers.institution, "", table.scores[i].classification);
  }
  return csv;
}

std::string trace_json(const Instrument& instrument, const TraceNode& trace, Language language) {
  return json::serialize(
      json::object{{"instrument", instrument_object(instrument)}, {"trace", trace_object(trace, language)}});
}

std::string findings_json(const Instrument& instrument, const Findings& findings, Language language) {
  return json::serialize(json::object{{"instrument", instrument_object(instrument)},
                                      {"results", json::array()},
                                      {"findings", instrument::findings_array(findings, language)}});
}

std::string rollup_json(const Instrument& instrument, const std::vector<RolledUp>& results, Language language) {
  json::array list;
  for (const RolledUp& result : results) {
    json::object object{{"institution", result.institution}};
    add_classification(object, result.classification);
    json::array units;
    for (const scoring::Member& member : result.units) {
      json::object unit{{"unit", member.name}, {"assessed", member.exact.has_value()}, {"products", member.products}};
      std::optional<Classification> classification;
      if (member.exact) classification = scoring::classify(instrument, instrument.unit, *member.exact);
      add_classification(unit, classification);
      units.push_back(std::move(unit));
    }
    object["units"] = std::move(units);
    list.push_back(std::move(object));
  }
  return json::serialize(json::object{{"instrument", instrument_object(instrument)},
                                      {"results", std::move(list)},
                                      {"findings", instrument::findings_array({}, language)}});
}

std::string classify_json(const std::vector<Classification>& results) {
  json::array list;
  for (const Classification& result : results) {
    json::object object{{"score", result.score},
                        {"exact", result.exact.fraction()},
                        {"category", result.band->key},
                        {"quality", result.band->quality.id},
                        {"zone", zone_of(*result.band)},
                        {"opinion", result.opinion.empty() ? json::value() : json::value(result.opinion.id)},
                        {"certificate_withheld", result.certificate_withheld}};
    list.push_back(std::move(object));
  }
  return json::serialize(json::object{{"results", std::move(list)}});
}

}  // namespace prima::assessment
