#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "surveys/skm_rules.h"

namespace prima::surveys {

// How the answers lie in memory, one byte each: the nine of a response side by side, or all answers to U1, then all to
// U2, and so on.
enum class AnswerLayout { by_row, by_column };

// Answers of many units, sorted by unit. Unit u has the rows unit_begin[u] up to unit_begin[u + 1]: so unit_begin has
// one more entry than there are units, begins with 0, never falls and ends with the number of rows.
struct AnswerBlock {
  std::span<const std::uint8_t> answers;  // nine a row
  std::span<const std::uint64_t> unit_begin;
  AnswerLayout layout = AnswerLayout::by_row;
};

struct BatchOptions {
  unsigned threads = 2;
  std::uint64_t least_share = 16'384;  // rows or units that are worth a thread; fewer are done before it has begun
  bool portable = false;               // do without what only newer processors have; for tests
};

// An answer that is not 1, 2, 3 or 4.
struct BadAnswer {
  std::uint64_t row = 0;
  std::size_t element = 0;  // 0 is U1
  std::uint8_t value = 0;

  bool operator==(const BadAnswer&) const = default;
};

// Adds up the answers of every unit into `tallies`, one for each unit, in one pass over memory. The sums are whole
// numbers, so neither the number of threads nor the processor changes a bit of them. When an answer is invalid, the
// first one in the order of rows is given back and `tallies` means nothing. A block that breaks the rules above is a
// bug of the caller.
std::optional<BadAnswer> tally_units(const AnswerBlock& block, std::span<Tally> tallies, const BatchOptions& options);

// The index of a unit by the default convention, exact_1_9, rounded; skm_index gives the exact fraction of the same
// tally and all other conventions.
struct UnitIndex {
  std::uint32_t hundredths = 0;  // 7874 is 78.74; 0 when nobody answered, which is no index
  Grade grade = Grade::d;

  bool operator==(const UnitIndex&) const = default;
};

// The index of every tally into `indices`, one for each.
void index_units(std::span<const Tally> tallies, std::span<UnitIndex> indices, const BatchOptions& options);

}  // namespace prima::surveys
