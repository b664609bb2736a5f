#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "surveys/skm_rules.h"

namespace prima::surveys {

// What one thread adds up: the rows [first_row, last_row). Unit u has the rows unit_begin[u] up to unit_begin[u + 1];
// the units [first_unit, last_unit) begin in the run, and the rows before unit_begin[first_unit] belong to the unit
// before them.
struct UnitRun {
  const std::uint64_t* unit_begin = nullptr;
  std::size_t first_unit = 0;
  std::size_t last_unit = 0;
  std::uint64_t first_row = 0;
  std::uint64_t last_row = 0;
};

// Adds up a run: `before` becomes the part of the unit that began before it, tallies[u] what of the units that begin in
// it lies in it. False when any answer is not 1 to 4; then the sums mean nothing. `answers` begins at row 0.
using RunKernel = bool (*)(std::span<const std::uint8_t> answers, const UnitRun& run, Tally& before, Tally* tallies);

// The loops for both layouts, written for vectors of one width.
struct Kernel {
  RunKernel by_row;     // nine answers of a row side by side
  RunKernel by_column;  // all answers to U1, then all to U2, ...
};

// 16-byte vectors, which every processor of its kind has; where a processor has none, the compiler takes them apart.
Kernel portable_kernel();
// 32-byte vectors where this processor has AVX2, otherwise as portable_kernel.
Kernel fastest_kernel();

}  // namespace prima::surveys
