#include "scoring/batch.h"

#include <algorithm>

#include "base/assert.h"
#include "scoring/matrix_counts.h"

namespace prima::scoring {

namespace {

// What each place of each indicator answers.
using AnswersByPlace = std::vector<std::vector<Answer>>;

AnswersByPlace answers_by_place(const Compiled& compiled) {
  AnswersByPlace all;
  for (const CompiledIndicator& indicator : compiled.indicators()) {
    std::vector<Answer> answers = indicator.choices;
    for (const instrument::Threshold& rung : indicator.source->thresholds)
      answers.push_back(indicator.answer_of(rung.points));
    if (answers.size() > matrix_not_applicable) answers.clear();
    all.push_back(std::move(answers));
  }
  return all;
}

std::size_t most_places(const AnswersByPlace& all) {
  std::size_t most = 0;
  for (const auto& one : all) most = std::max(most, one.size());
  return most;
}

// Counts the answers of one unit after the other and gives their sums.
class UnitTallies {
 public:
  explicit UnitTallies(const Compiled& compiled)
      : compiled_(compiled),
        answers_(answers_by_place(compiled)),
        most_(most_places(answers_)),
        counts_(codes(most_), answers_.size()) {
    unit_.tallies.resize(answers_.size());
  }

  // The sums of the rows in `bytes`; nothing when one of them holds a byte that is no answer, which bad_indicator()
  // then tells.
  const UnitAnswers* tally(std::span<const std::uint8_t> bytes, std::size_t readable);
  std::size_t bad_indicator() const { return bad_indicator_; }

 private:
  // The places that some indicator has, and at the end not applicable and missing.
  static std::vector<std::uint8_t> codes(std::size_t most) {
    std::vector<std::uint8_t> list;
    for (std::size_t i = 0; i < most; ++i) list.push_back(static_cast<std::uint8_t>(i));
    list.push_back(matrix_not_applicable);
    list.push_back(matrix_missing);
    return list;
  }
  bool tally_indicator(std::size_t indicator, std::uint64_t rows);

  const Compiled& compiled_;
  AnswersByPlace answers_;
  std::size_t most_;  // places of one indicator
  MatrixCounts counts_;
  UnitAnswers unit_;
  std::size_t bad_indicator_ = 0;
};

bool UnitTallies::tally_indicator(std::size_t indicator, std::uint64_t rows) {
  const CompiledIndicator& compiled = compiled_.indicators()[indicator];
  const std::vector<Answer>& answers = answers_[indicator];
  Tally tally;
  std::uint64_t known = counts_.at(most_ + 1, indicator);
  for (std::size_t place = 0; place < answers.size(); ++place) {
    const std::uint64_t times = counts_.at(place, indicator);
    known += times;
    tally.add(answers[place], static_cast<std::int64_t>(times), compiled.denominator);
  }
  if (compiled.source->may_be_not_applicable) {
    tally.not_applicable = static_cast<std::int64_t>(counts_.at(most_, indicator));
    known += counts_.at(most_, indicator);
  }
  unit_.tallies[indicator] = std::move(tally);
  return known == rows;
}

const UnitAnswers* UnitTallies::tally(std::span<const std::uint8_t> bytes, std::size_t readable) {
  counts_.count(bytes, readable);
  const std::uint64_t rows = bytes.size() / answers_.size();
  for (bad_indicator_ = 0; bad_indicator_ < answers_.size(); ++bad_indicator_) {
    if (!tally_indicator(bad_indicator_, rows)) return nullptr;
  }
  return &unit_;
}

}  // namespace

Result<std::vector<UnitScore>, MatrixProblem> score_matrix(const Compiled& compiled, const AnswerMatrix& matrix) {
  const std::size_t columns = compiled.indicators().size();
  PRIMA_ASSERT(!matrix.unit_begin.empty() && matrix.unit_begin.front() == 0);
  PRIMA_ASSERT(matrix.unit_begin.back() * columns == matrix.answers.size());
  const std::size_t units = matrix.unit_begin.size() - 1;
  std::vector<UnitScore> scores;
  scores.reserve(units);
  UnitTallies tallies(compiled);
  for (std::size_t unit = 0; unit < units; ++unit) {
    const std::size_t begin = matrix.unit_begin[unit] * columns;
    PRIMA_ASSERT(matrix.unit_begin[unit + 1] * columns >= begin);
    const std::size_t size = matrix.unit_begin[unit + 1] * columns - begin;
    const UnitAnswers* answers = tallies.tally(matrix.answers.subspan(begin, size), matrix.answers.size() - begin);
    if (answers == nullptr) return failure(MatrixProblem{unit, tallies.bad_indicator()});
    scores.push_back(score_unit(compiled, *answers));
  }
  return scores;
}

}  // namespace prima::scoring
