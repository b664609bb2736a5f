#include "surveys/skm_batch.h"

#include <algorithm>
#include <functional>
#include <thread>
#include <vector>

#include "base/assert.h"
#include "surveys/skm_kernel.h"

namespace prima::surveys {

namespace {

// Calls work(part) for each part below `parts`, each on a thread of its own; the last one on the caller's.
void in_parallel(unsigned parts, const std::function<void(unsigned)>& work) {
  std::vector<std::jthread> threads;
  for (unsigned part = 0; part + 1 < parts; ++part) threads.emplace_back(work, part);
  work(parts - 1);
}

// Where part `part` of `parts` begins in a sequence of `size`.
std::uint64_t share(std::uint64_t size, unsigned part, unsigned parts) {
  return size / parts * part + std::min<std::uint64_t>(part, size % parts);
}

unsigned parts_for(std::uint64_t size, const BatchOptions& options) {
  PRIMA_ASSERT(options.least_share > 0);
  return static_cast<unsigned>(std::clamp<std::uint64_t>(size / options.least_share, 1, std::max(options.threads, 1U)));
}

bool is_answer(std::uint8_t value) { return value >= 1 && value <= 4; }

// Slow, for the rare block with an invalid answer.
BadAnswer first_bad_answer(const AnswerBlock& block) {
  const std::uint64_t rows = block.unit_begin.back();
  const bool by_row = block.layout == AnswerLayout::by_row;
  for (std::uint64_t row = 0; row < rows; ++row) {
    for (std::size_t element = 0; element < element_count; ++element) {
      const std::uint8_t value = block.answers[by_row ? row * element_count + element : element * rows + row];
      if (!is_answer(value)) return {.row = row, .element = element, .value = value};
    }
  }
  PRIMA_UNREACHABLE("the kernel found an invalid answer");
}

void check(const AnswerBlock& block, std::span<Tally> tallies) {
  PRIMA_ASSERT(block.unit_begin.size() == tallies.size() + 1);
  PRIMA_ASSERT(block.unit_begin.front() == 0);
  PRIMA_ASSERT(std::is_sorted(block.unit_begin.begin(), block.unit_begin.end()));
  PRIMA_ASSERT(block.answers.size() == block.unit_begin.back() * element_count);
}

// One thread's share of the work, and what came of it.
struct Part {
  UnitRun run;
  Tally before;
  bool valid = true;
};

Part part_of(std::span<const std::uint64_t> unit_begin, unsigned number, unsigned parts) {
  const std::uint64_t rows = unit_begin.back();
  const std::size_t units = unit_begin.size() - 1;
  const auto first_unit_from = [&](std::uint64_t row) {
    return static_cast<std::size_t>(std::lower_bound(unit_begin.begin(), unit_begin.end(), row) - unit_begin.begin());
  };
  UnitRun run{.unit_begin = unit_begin.data()};
  run.first_row = share(rows, number, parts);
  run.last_row = share(rows, number + 1, parts);
  run.first_unit = number == 0 ? 0 : first_unit_from(run.first_row);
  run.last_unit = number + 1 == parts ? units : first_unit_from(run.last_row);
  return {.run = run, .before = {}, .valid = true};
}

UnitIndex index_of(const Tally& tally) {
  if (tally.n == 0) return {};
  const std::uint32_t hundredths = index_hundredths(tally.total(), tally.n);
  return {.hundredths = hundredths, .grade = grade_of_hundredths(hundredths)};
}

}  // namespace

std::optional<BadAnswer> tally_units(const AnswerBlock& block, std::span<Tally> tallies, const BatchOptions& options) {
  check(block, tallies);
  const std::uint64_t rows = block.unit_begin.back();
  const Kernel kernel = options.portable ? portable_kernel() : fastest_kernel();
  const RunKernel sum = block.layout == AnswerLayout::by_row ? kernel.by_row : kernel.by_column;
  const unsigned parts = parts_for(rows, options);
  std::vector<Part> done(parts);
  in_parallel(parts, [&](unsigned number) {
    Part part = part_of(block.unit_begin, number, parts);
    part.valid = sum(block.answers, part.run, part.before, tallies.data());
    done[number] = part;
  });
  if (!std::all_of(done.begin(), done.end(), [](const Part& part) { return part.valid; }))
    return first_bad_answer(block);
  for (const Part& part : done) {
    if (part.before.n > 0) tallies[part.run.first_unit - 1] += part.before;
  }
  return std::nullopt;
}

void index_units(std::span<const Tally> tallies, std::span<UnitIndex> indices, const BatchOptions& options) {
  PRIMA_ASSERT(tallies.size() == indices.size());
  const unsigned parts = parts_for(tallies.size(), options);
  in_parallel(parts, [&](unsigned part) {
    const std::uint64_t end = share(tallies.size(), part + 1, parts);
    for (std::uint64_t unit = share(tallies.size(), part, parts); unit < end; ++unit)
      indices[unit] = index_of(tallies[unit]);
  });
}

}  // namespace prima::surveys
