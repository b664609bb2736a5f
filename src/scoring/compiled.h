#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/rational.h"
#include "base/result.h"
#include "base/words.h"
#include "instrument/model.h"

namespace prima::scoring {

// The state of one answer. Missing and not applicable are different things: see score_unit().
struct Answer {
  enum class State { points, not_applicable, missing };
  State state = State::missing;
  // points = scaled / CompiledIndicator::denominator, unless `exact` is set, which then holds them.
  std::int64_t scaled = 0;
  std::optional<Rational> exact;
};

// Why a cell of an answer file is not an answer.
enum class AnswerProblem {
  not_a_number,
  unknown_choice,
  out_of_range,
  not_whole,
  not_applicable_not_allowed,
  bad_date
};

// Adds up the answers to one indicator. Sums are whole numbers of 1/denominator; what does not fit is kept exactly in
// `rest`.
struct Tally {
  std::int64_t sum = 0;
  std::int64_t answers = 0;
  std::int64_t not_applicable = 0;
  std::shared_ptr<const Rational> rest;  // behind a pointer, for it is rare and there are many tallies

  void add(const Answer& answer, std::int64_t denominator);
  // Adds the same answer `times` times, 0 or more.
  void add(const Answer& answer, std::int64_t times, std::int64_t denominator);

  // All points, exactly.
  Rational points(std::int64_t denominator) const;

 private:
  void add_to_rest(const Rational& more);
};

// One indicator, prepared for reading answers and adding them up.
struct CompiledIndicator {
  const instrument::Indicator* source = nullptr;
  std::int64_t denominator = 1;  // points are counted in this many parts of one
  Rational maximum;
  std::int64_t factor =
      0;  // weight / (denominator * maximum) = factor / CompiledDimension::base; 0 when it does not fit
  std::vector<Answer> choices;                   // what each choice of the source answers
  std::array<std::int16_t, 256> by_character{};  // choice for a one-character answer, or -1

  // The answer that is worth `points`.
  Answer answer_of(const Rational& points) const;
};

struct CompiledDimension {
  const instrument::Dimension* source = nullptr;
  Rational weights;  // of all its indicators that can count; exactly 1 where lint found nothing and weights are given
  std::int64_t base =
      0;  // common denominator of the factors; 0 when whole numbers do not suffice and fractions must be used
};

// An instrument prepared for scoring: names looked up, weights brought to common denominators. Refers to the
// instrument, which must outlive it and must be free of lint findings. Constant after construction, so safe from any
// thread.
class Compiled {
 public:
  explicit Compiled(const instrument::Instrument& instrument);

  const instrument::Instrument& instrument() const { return *instrument_; }
  const std::vector<CompiledIndicator>& indicators() const { return indicators_; }
  const std::vector<CompiledDimension>& dimensions() const { return dimensions_; }

  // The place of the indicator in the instrument's order.
  std::optional<std::size_t> find(std::string_view id) const;

  // What `text` answers to an indicator: a choice's id or points, a measure, "NA", or nothing when it is empty.
  Result<Answer, AnswerProblem> read_answer(std::size_t indicator, std::string_view text) const;

  // The same for the most common answers, one character long, without making anything; nothing when read_answer() must
  // decide.
  const Answer* quick_answer(std::size_t indicator, std::string_view text) const {
    if (text.size() != 1) return nullptr;
    const CompiledIndicator& one = indicators_[indicator];
    const std::int16_t choice = one.by_character[static_cast<unsigned char>(text[0])];
    return choice < 0 ? nullptr : &one.choices[static_cast<std::size_t>(choice)];
  }

  // A sentence about an answer that read_answer() refused: what the indicator accepts.
  Words describe(AnswerProblem problem, std::size_t indicator, std::string_view text) const;

 private:
  Result<Answer, AnswerProblem> read_choice(const CompiledIndicator& indicator, std::string_view text) const;
  Result<Answer, AnswerProblem> read_measure(const CompiledIndicator& indicator, std::string_view text) const;

  const instrument::Instrument* instrument_;
  std::vector<CompiledIndicator> indicators_;
  std::vector<CompiledDimension> dimensions_;
  std::unordered_map<std::string_view, std::size_t> by_id_;
};

}  // namespace prima::scoring
