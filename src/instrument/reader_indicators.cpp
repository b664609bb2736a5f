#include <fmt/format.h>

#include <algorithm>

#include "instrument/reader_parts.h"

namespace prima::instrument {

namespace {

constexpr NameTable<AnswerKind, 6> answer_kinds = {{{"choice", AnswerKind::choice},
                                                    {"yes_no", AnswerKind::yes_no},
                                                    {"number", AnswerKind::number},
                                                    {"count", AnswerKind::count},
                                                    {"share", AnswerKind::share},
                                                    {"figure", AnswerKind::figure}}};
constexpr NameTable<Answerer, 3> answerers = {
    {{"unit", Answerer::unit}, {"product", Answerer::product}, {"respondent", Answerer::respondent}}};
constexpr NameTable<DimensionAggregate, 2> dimension_aggregates = {
    {{"weighted", DimensionAggregate::weighted}, {"mean", DimensionAggregate::mean}}};

bool flag_or(const YamlNode& node, bool otherwise) { return node.exists() ? node.flag() : otherwise; }

std::vector<Choice> read_choices(const YamlNode& list) {
  std::vector<Choice> choices;
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"id", "points", "text"});
    choices.push_back(
        Choice{item.required("id").id(), item.required("points").number(), item.required("text").words(), item.line()});
  }
  return choices;
}

std::vector<Choice> yes_and_no(std::int64_t line) {
  return {Choice{"tidak", Rational(0), {"Tidak", "No"}, line}, Choice{"ya", Rational(1), {"Ya", "Yes"}, line}};
}

void read_choice_answer(const YamlNode& item, const Instrument& instrument, Indicator& indicator) {
  const YamlNode ladder = item.optional("ladder");
  if (!ladder.exists()) {
    indicator.choices = read_choices(item.required("choices"));
    indicator.monotone = item.optional("monotone").flag();
    return;
  }
  indicator.ladder = ladder.id();
  const auto found = std::find_if(instrument.ladders.begin(), instrument.ladders.end(),
                                  [&](const Ladder& one) { return one.id == indicator.ladder; });
  if (found == instrument.ladders.end()) {
    ladder.report("unknown_ladder", {fmt::format("tangga jawaban \"{}\" tidak ada dalam \"ladders\"", indicator.ladder),
                                     fmt::format("the ladder \"{}\" is not in \"ladders\"", indicator.ladder)});
    return;
  }
  indicator.choices = found->choices;
  indicator.monotone = found->monotone;
}

std::vector<Threshold> read_thresholds(const YamlNode& list) {
  std::vector<Threshold> rungs;
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"at_least", "above", "points", "text"});
    Threshold rung;
    const YamlNode above = item.optional("above");
    const YamlNode at_least = item.optional("at_least");
    rung.above = above.exists();
    if (above.exists() || at_least.exists()) rung.limit = (rung.above ? above : at_least).number();
    if (above.exists() && at_least.exists()) {
      item.report("threshold_order", {fmt::format("{}: pilih salah satu, at_least atau above", item.path()),
                                      fmt::format("{}: choose one, at_least or above", item.path())});
    }
    rung.points = item.required("points").number();
    rung.text = item.required("text").words();
    rung.line = item.line();
    rungs.push_back(std::move(rung));
  }
  return rungs;
}

void read_measured_answer(const YamlNode& item, Indicator& indicator) {
  indicator.thresholds = read_thresholds(item.optional("thresholds"));
  if (indicator.kind == AnswerKind::share) {
    indicator.least = Rational(0);
    indicator.greatest = Rational(100);
    return;
  }
  const YamlNode range = item.required("range");
  range.allow_keys({"min", "max"});
  indicator.least = range.required("min").number();
  indicator.greatest = range.required("max").number();
}

void read_answer(const YamlNode& item, const Instrument& instrument, Indicator& indicator) {
  indicator.kind = read_name(item.required("kind"), answer_kinds);
  switch (indicator.kind) {
    case AnswerKind::choice:
      return read_choice_answer(item, instrument, indicator);
    case AnswerKind::yes_no:
      indicator.choices = yes_and_no(item.line());
      indicator.monotone = true;
      return;
    case AnswerKind::number:
    case AnswerKind::count:
    case AnswerKind::share:
    case AnswerKind::figure:
      return read_measured_answer(item, indicator);
  }
}

void read_weight(const YamlNode& item, Indicator& indicator) {
  const YamlNode weight = item.optional("weight");
  if (weight.exists()) indicator.weight = weight.number();
  indicator.weight_mark = indicator.mark;
  const YamlNode standing = item.optional("weight_standing");
  if (standing.exists()) indicator.weight_mark.standing = read_standing(standing);
  const YamlNode references = item.optional("weight_references");
  if (references.exists()) indicator.weight_mark.references = references.ids();
}

void read_texts(const YamlNode& item, Indicator& indicator) {
  indicator.question = item.required("question").words();
  indicator.guidance = item.required("guidance").words();
  indicator.good = item.optional("good").words();
  indicator.weak = item.optional("weak").words();
  for (const YamlNode& evidence : item.optional("evidence").items()) indicator.evidence.push_back(evidence.words());
}

void read_applicability(const YamlNode& item, Indicator& indicator) {
  indicator.informational = item.optional("informational").flag();
  indicator.mandatory = flag_or(item.optional("mandatory"), !indicator.informational);
  const YamlNode not_applicable = item.optional("not_applicable");
  not_applicable.allow_keys({"when"});
  indicator.may_be_not_applicable = not_applicable.exists();
  if (not_applicable.exists()) indicator.not_applicable_when = not_applicable.required("when").words();
}

Indicator read_indicator(const YamlNode& item, const Instrument& instrument) {
  item.allow_keys(
      {"id",    "since",           "question",         "guidance",       "good",   "weak",       "evidence",
       "kind",  "ladder",          "choices",          "monotone",       "range",  "thresholds", "answered_by",
       "roles", "mandatory",       "informational",    "not_applicable", "weight", "standing",   "references",
       "note",  "weight_standing", "weight_references"});
  Indicator indicator;
  indicator.id = item.required("id").id();
  const YamlNode since = item.optional("since");
  indicator.since = since.exists() ? since.text() : instrument.version;
  read_texts(item, indicator);
  read_answer(item, instrument, indicator);
  indicator.answered_by = read_name(item.required("answered_by"), answerers);
  indicator.roles = item.optional("roles").ids();
  read_applicability(item, indicator);
  indicator.mark = read_mark(item);
  read_weight(item, indicator);
  indicator.line = item.line();
  return indicator;
}

Variable read_variable(const YamlNode& item) {
  item.allow_keys({"id", "name", "standing", "references", "note", "indicators"});
  return Variable{item.required("id").id(), item.required("name").words(), read_mark(item), item.line()};
}

}  // namespace

void read_ladders(const YamlNode& list, Instrument& instrument) {
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"id", "monotone", "choices"});
    instrument.ladders.push_back(Ladder{item.required("id").id(), item.optional("monotone").flag(),
                                        read_choices(item.required("choices")), item.line()});
  }
}

void read_dimensions(const YamlNode& list, Instrument& instrument) {
  instrument.dimensions_line = list.line();
  for (const YamlNode& item : list.items()) {
    item.allow_keys({"id", "name", "weight", "aggregate", "standing", "references", "note", "variables"});
    Dimension dimension;
    dimension.id = item.required("id").id();
    dimension.name = item.required("name").words();
    dimension.weight = item.required("weight").number();
    const YamlNode aggregate = item.optional("aggregate");
    if (aggregate.exists()) dimension.aggregate = read_name(aggregate, dimension_aggregates);
    dimension.mark = read_mark(item);
    dimension.line = item.line();
    dimension.first_indicator = instrument.indicators.size();
    for (const YamlNode& part : item.required("variables").items()) {
      for (const YamlNode& question : part.required("indicators").items()) {
        Indicator indicator = read_indicator(question, instrument);
        indicator.dimension = instrument.dimensions.size();
        indicator.variable = dimension.variables.size();
        instrument.indicators.push_back(std::move(indicator));
      }
      dimension.variables.push_back(read_variable(part));
    }
    dimension.indicator_count = instrument.indicators.size() - dimension.first_indicator;
    instrument.dimensions.push_back(std::move(dimension));
  }
}

}  // namespace prima::instrument
