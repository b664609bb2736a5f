#pragma once

#include <fmt/format.h>

#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "instrument/reader.h"
#include "scoring/unit_score.h"

// What the tests of scoring share: shipped instruments, instruments made in memory, and answers by their text.
namespace prima::scoring::test {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// A shipped instrument: "ombudsman/kepatuhan/2023".
inline instrument::Instrument shipped(const std::string& id) {
  const std::string path = fmt::format("{}/instruments/{}/instrument.yaml", PRIMA_SOURCE_DIR, id);
  auto read = instrument::read_instrument(read_file(path), path);
  if (!read) throw std::runtime_error(path + ": " + to_text(read.error().front(), Language::en));
  return std::move(*read);
}

inline Rational number(const std::string& text) { return parse_number(text).value(); }

inline instrument::Band band(const std::string& key, const std::string& min, const std::string& max) {
  instrument::Band band;
  band.key = key;
  band.quality = {"mutu " + key, "quality " + key};
  band.min = number(min);
  band.max = number(max);
  return band;
}

// An instrument without dimensions, on the scale from 0 to 100, with the bands A from 80, B from 50 and C.
inline instrument::Instrument blank() {
  instrument::Instrument method;
  method.family = "contoh/uji";
  method.version = "1";
  method.scale_max = Rational(100);
  method.unit.rounding = {2, RoundingMode::half_even};
  method.institution.aggregate = instrument::LevelAggregate::mean_of_units;
  method.institution.rounding = {2, RoundingMode::half_even};
  method.bands = {band("A", "80", "100"), band("B", "50", "79.99"), band("C", "0", "49.99")};
  return method;
}

inline void add_dimension(instrument::Instrument& method, const std::string& id, const std::string& weight,
                          instrument::DimensionAggregate aggregate = instrument::DimensionAggregate::weighted) {
  instrument::Dimension dimension;
  dimension.id = id;
  dimension.name = {"dimensi " + id, "dimension " + id};
  dimension.weight = number(weight);
  dimension.aggregate = aggregate;
  dimension.first_indicator = method.indicators.size();
  method.dimensions.push_back(dimension);
}

// Adds an indicator to the last dimension; its reference lives until the next one is added.
inline instrument::Indicator& add_indicator(instrument::Instrument& method, const std::string& id,
                                            const std::string& weight, instrument::AnswerKind kind) {
  instrument::Indicator indicator;
  indicator.id = id;
  indicator.question = {"tanya " + id, "question " + id};
  indicator.kind = kind;
  indicator.dimension = method.dimensions.size() - 1;
  indicator.weight = number(weight);
  ++method.dimensions.back().indicator_count;
  method.indicators.push_back(indicator);
  return method.indicators.back();
}

// The choices are "a", "b", ... with the given points.
inline instrument::Indicator& add_choice(instrument::Instrument& method, const std::string& id,
                                         const std::string& weight, const std::vector<std::string>& points) {
  instrument::Indicator& indicator = add_indicator(method, id, weight, instrument::AnswerKind::choice);
  for (std::size_t i = 0; i < points.size(); ++i)
    indicator.choices.push_back({std::string(1, static_cast<char>('a' + i)), number(points[i]), {}, 0});
  return indicator;
}

inline instrument::Indicator& add_measure(instrument::Instrument& method, const std::string& id,
                                          const std::string& weight, const std::string& least,
                                          const std::string& greatest) {
  instrument::Indicator& indicator = add_indicator(method, id, weight, instrument::AnswerKind::number);
  indicator.least = number(least);
  indicator.greatest = number(greatest);
  return indicator;
}

using GivenAnswers = std::vector<std::pair<std::string, std::string>>;  // indicator and what stands in the file

inline UnitAnswers answers_of(const Compiled& compiled, const GivenAnswers& given) {
  UnitAnswers answers;
  answers.unit = "Loket";
  answers.tallies.resize(compiled.indicators().size());
  for (const auto& [id, text] : given) {
    const std::size_t place = compiled.find(id).value();
    const auto answer = compiled.read_answer(place, text);
    if (!answer) throw std::runtime_error("not an answer to " + id + ": " + text);
    answers.tallies[place].add(*answer, compiled.indicators()[place].denominator);
  }
  return answers;
}

inline std::string exact_score(const Compiled& compiled, const GivenAnswers& given) {
  const UnitScore score = score_unit(compiled, answers_of(compiled, given));
  return score.assessed ? score.classification.exact.fraction() : "not assessed";
}

}  // namespace prima::scoring::test
