#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "scoring/compiled.h"
#include "scoring/unit_score.h"

namespace prima::scoring {

// What a byte of an AnswerMatrix means besides the place of a choice.
inline constexpr std::uint8_t matrix_missing = 255;
inline constexpr std::uint8_t matrix_not_applicable = 254;

// Answers of many units in memory, sorted by unit: one row for each subject that answered, and in it one byte for each
// indicator, in the instrument's order. A byte is the place of the choice, or of the rung where a measure has
// thresholds, counted from 0. An indicator whose measure is its points, or with more than 254 choices, fits no byte and
// can only be missing or not applicable. Every answer of a row counts once, so that for an indicator that is answered
// by product a row stands for one product.
struct AnswerMatrix {
  std::span<const std::uint8_t> answers;
  // Unit u has the rows unit_begin[u] up to unit_begin[u + 1]: one more entry than there are units, beginning with 0,
  // never falling, ending with the number of rows.
  std::span<const std::uint64_t> unit_begin;
};

// Where a matrix holds a byte that is no answer to its indicator.
struct MatrixProblem {
  std::size_t unit = 0;
  std::size_t indicator = 0;

  bool operator==(const MatrixProblem&) const = default;
};

// Scores every unit of `matrix`, in its order: exactly what score_unit() gives for the same answers, bit for bit. Or
// the first unit and indicator with a byte that is no answer; then no score is given. The matrix must have the shape
// that AnswerMatrix describes. Pure: safe from any thread; parts of a matrix can be scored on several threads.
Result<std::vector<UnitScore>, MatrixProblem> score_matrix(const Compiled& compiled, const AnswerMatrix& matrix);

}  // namespace prima::scoring
