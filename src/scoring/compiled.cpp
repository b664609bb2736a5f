#include "scoring/compiled.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/assert.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/text.h"
#include "scoring/unit_score.h"

namespace prima::scoring {

using instrument::AnswerKind;
using instrument::Choice;
using instrument::Dimension;
using instrument::Indicator;
using instrument::Threshold;

namespace {

// Measures are counted in billionths; a finer one is kept as a fraction.
constexpr std::int64_t measure_parts = 1'000'000'000;
constexpr int128 largest = std::numeric_limits<std::int64_t>::max();

std::optional<std::int64_t> as_int64(const Rational& value) {
  const auto parts = value.parts();
  if (!parts || parts->denominator != 1 || parts->numerator > largest || parts->numerator < -largest)
    return std::nullopt;
  return static_cast<std::int64_t>(parts->numerator);
}

std::optional<std::int64_t> common_multiple(std::int64_t a, const Rational& value) {
  const auto parts = value.parts();
  if (!parts || parts->denominator > largest) return std::nullopt;
  const auto b = static_cast<std::int64_t>(parts->denominator);
  std::int64_t multiple = 0;
  if (__builtin_mul_overflow(a / std::gcd(a, b), b, &multiple)) return std::nullopt;
  return multiple;
}

std::int64_t points_denominator(const Indicator& indicator) {
  if (indicator.is_measured() && indicator.thresholds.empty()) return measure_parts;
  std::int64_t multiple = 1;
  const auto take = [&](const Rational& points) { multiple = common_multiple(multiple, points).value_or(1); };
  for (const Choice& choice : indicator.choices) take(choice.points);
  for (const Threshold& rung : indicator.thresholds) take(rung.points);
  return multiple;
}

CompiledIndicator compile(const Indicator& source) {
  CompiledIndicator compiled;
  compiled.source = &source;
  compiled.denominator = points_denominator(source);
  compiled.maximum = source.maximum();
  compiled.by_character.fill(-1);
  for (const Choice& choice : source.choices) compiled.choices.push_back(compiled.answer_of(choice.points));
  for (std::size_t i = source.choices.size(); i-- > 0;) {
    const Choice& choice = source.choices[i];
    if (choice.id.size() == 1)
      compiled.by_character[static_cast<unsigned char>(choice.id[0])] = static_cast<std::int16_t>(i);
    const std::string points = choice.points.fraction();
    const bool free = points.size() == 1 && compiled.by_character[static_cast<unsigned char>(points[0])] < 0;
    if (free) compiled.by_character[static_cast<unsigned char>(points[0])] = static_cast<std::int16_t>(i);
  }
  return compiled;
}

// Brings weight / (denominator * maximum) of the dimension's indicators to one denominator.
void compile_factors(const Dimension& source, std::vector<CompiledIndicator>& indicators,
                     CompiledDimension& dimension) {
  for (std::size_t i = 0; i < source.indicator_count; ++i) {
    const Indicator& one = *indicators[source.first_indicator + i].source;
    if (!one.informational) dimension.weights += weight_of(source, one);
  }
  std::vector<Rational> values;
  std::int64_t base = 1;
  for (std::size_t i = 0; i < source.indicator_count; ++i) {
    const CompiledIndicator& one = indicators[source.first_indicator + i];
    const Rational value = one.source->informational
                               ? Rational()
                               : weight_of(source, *one.source) / (Rational(one.denominator) * one.maximum);
    const auto multiple = common_multiple(base, value);
    if (!multiple) return;
    base = *multiple;
    values.push_back(value);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto factor = as_int64(values[i] * Rational(base));
    if (!factor) return;
    indicators[source.first_indicator + i].factor = *factor;
  }
  dimension.base = base;
}

const Threshold& rung_of(const Indicator& indicator, const Rational& measure) {
  for (auto rung = indicator.thresholds.rbegin(); rung != indicator.thresholds.rend(); ++rung) {
    if (!rung->limit || (rung->above ? measure > *rung->limit : measure >= *rung->limit)) return *rung;
  }
  PRIMA_UNREACHABLE("the lowest rung has no limit");
}

std::string list_of_choices(const Indicator& indicator) {
  std::string list;
  for (const Choice& choice : indicator.choices) list += (list.empty() ? "" : ", ") + choice.id;
  return list;
}

std::string range_of(const Indicator& indicator, const char* to) {
  return plain(*indicator.least) + " " + to + " " + plain(*indicator.greatest);
}

}  // namespace

Answer CompiledIndicator::answer_of(const Rational& points) const {
  Answer answer;
  answer.state = Answer::State::points;
  const auto scaled = as_int64(points * Rational(denominator));
  if (scaled) {
    answer.scaled = *scaled;
  } else {
    answer.exact = points;
  }
  return answer;
}

void Tally::add(const Answer& answer, std::int64_t denominator) {
  switch (answer.state) {
    case Answer::State::missing:
      return;
    case Answer::State::not_applicable:
      ++not_applicable;
      return;
    case Answer::State::points:
      break;
  }
  ++answers;
  std::int64_t total = 0;
  if (answer.exact) {
    add_to_rest(*answer.exact);
  } else if (__builtin_add_overflow(sum, answer.scaled, &total)) {
    add_to_rest(Rational::ratio(sum, denominator));
    sum = answer.scaled;
  } else {
    sum = total;
  }
}

void Tally::add(const Answer& answer, std::int64_t times, std::int64_t denominator) {
  std::int64_t total = 0;
  if (times == 0 || answer.state == Answer::State::missing) return;
  if (answer.state == Answer::State::not_applicable) {
    not_applicable += times;
  } else if (answer.exact || __builtin_mul_overflow(answer.scaled, times, &total) ||
             __builtin_add_overflow(sum, total, &total)) {
    const Rational once = answer.exact ? *answer.exact : Rational::ratio(answer.scaled, denominator);
    add_to_rest(once * Rational(times));
    answers += times;
  } else {
    sum = total;
    answers += times;
  }
}

void Tally::add_to_rest(const Rational& more) { rest = std::make_shared<const Rational>(rest ? *rest + more : more); }

Rational Tally::points(std::int64_t denominator) const {
  const Rational whole = Rational::ratio(sum, denominator);
  return rest ? whole + *rest : whole;
}

Compiled::Compiled(const instrument::Instrument& instrument) : instrument_(&instrument) {
  for (const Indicator& indicator : instrument.indicators) {
    by_id_.emplace(indicator.id, indicators_.size());
    indicators_.push_back(compile(indicator));
  }
  for (const Dimension& source : instrument.dimensions) {
    CompiledDimension dimension;
    dimension.source = &source;
    compile_factors(source, indicators_, dimension);
    dimensions_.push_back(dimension);
  }
}

std::optional<std::size_t> Compiled::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

Result<Answer, AnswerProblem> Compiled::read_answer(std::size_t place, std::string_view text) const {
  const CompiledIndicator& indicator = indicators_[place];
  if (const Answer* quick = quick_answer(place, text)) return *quick;
  text = trimmed(text);
  if (text.empty()) return Answer{};
  if (text == "NA") {
    if (!indicator.source->may_be_not_applicable) return failure(AnswerProblem::not_applicable_not_allowed);
    return Answer{Answer::State::not_applicable, 0, std::nullopt};
  }
  return indicator.source->is_measured() ? read_measure(indicator, text) : read_choice(indicator, text);
}

Result<Answer, AnswerProblem> Compiled::read_choice(const CompiledIndicator& indicator, std::string_view text) const {
  std::string id = lowered(text);
  if (indicator.source->kind == AnswerKind::yes_no) {
    if (id == "yes") id = "ya";
    if (id == "no") id = "tidak";
  }
  for (const Choice& choice : indicator.source->choices) {
    if (choice.id == id) return indicator.answer_of(choice.points);
  }
  const auto number = parse_decimal(text);
  for (const Choice& choice : indicator.source->choices) {
    if (number && choice.points == *number) return indicator.answer_of(choice.points);
  }
  return failure(AnswerProblem::unknown_choice);
}

Result<Answer, AnswerProblem> Compiled::read_measure(const CompiledIndicator& indicator, std::string_view text) const {
  const Indicator& source = *indicator.source;
  const std::size_t at = source.kind == AnswerKind::figure ? text.find('@') : std::string_view::npos;
  if (at != std::string_view::npos) {
    if (!parse_date(text.substr(at + 1))) return failure(AnswerProblem::bad_date);
    text = text.substr(0, at);
  }
  const auto measure = parse_decimal(text);
  if (!measure) return failure(AnswerProblem::not_a_number);
  if (*measure < *source.least || *measure > *source.greatest) return failure(AnswerProblem::out_of_range);
  if (source.kind == AnswerKind::count && !measure->is_whole()) return failure(AnswerProblem::not_whole);
  return indicator.answer_of(source.thresholds.empty() ? *measure : rung_of(source, *measure).points);
}

Words Compiled::describe(AnswerProblem problem, std::size_t place, std::string_view text) const {
  const Indicator& source = *indicators_[place].source;
  const std::string shown = shown_to_people(text);
  const Words what{"indikator \"" + source.id + "\": ", "indicator \"" + source.id + "\": "};
  switch (problem) {
    case AnswerProblem::not_a_number: {
      const auto number = parse_decimal(trimmed(text));
      const Words why = prima::describe(number ? NumberProblem::not_a_number : number.error(), trimmed(text));
      return {what.id + why.id, what.en + why.en};
    }
    case AnswerProblem::unknown_choice: {
      const auto number = parse_decimal(trimmed(text));
      if (!number && number.error() == NumberProblem::decimal_comma) {
        const Words why = prima::describe(number.error(), trimmed(text));
        return {what.id + why.id, what.en + why.en};
      }
      const std::string list = list_of_choices(source);
      return {what.id + "\"" + shown + "\" bukan pilihan jawaban; pilih salah satu dari " + list,
              what.en + "\"" + shown + "\" is not one of the answers; choose one of " + list};
    }
    case AnswerProblem::out_of_range:
      return {what.id + "\"" + shown + "\" di luar rentang " + range_of(source, "sampai"),
              what.en + "\"" + shown + "\" is outside the range " + range_of(source, "to")};
    case AnswerProblem::not_whole:
      return {what.id + "\"" + shown + "\" bukan bilangan bulat; tulis jumlahnya",
              what.en + "\"" + shown + "\" is not a whole number; write the count"};
    case AnswerProblem::not_applicable_not_allowed:
      return {what.id + "jawaban NA tidak diperbolehkan; beri jawaban atau kosongkan bila belum dijawab",
              what.en + "the answer NA is not allowed; answer it, or leave it empty when it is not answered yet"};
    case AnswerProblem::bad_date:
      return {what.id + "\"" + shown + "\": tanggal sesudah @ harus TTTT-BB-HH",
              what.en + "\"" + shown + "\": the date after @ must be YYYY-MM-DD"};
  }
  PRIMA_UNREACHABLE("every problem of an answer has words");
}

}  // namespace prima::scoring
