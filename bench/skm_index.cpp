// Promise: the satisfaction index of 100 million responses (nine one-byte answers each, sorted by unit) on two threads
// takes at most twice as long as a plain vectorised sum of the same bytes on the same threads.
//
//   skm_index [--responses N] [--runs N] [--threads N]
//
// Prints one line for each measurement: the median of the runs, and its ratio to the sum, which is measured in turn
// with it. Computing means: nine sums and a count for each unit, every answer checked to be 1 to 4, the rounded index
// and the grade of each unit. Exit code 1 when a promised ratio is broken.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "surveys/skm_batch.h"

namespace {

using namespace prima::surveys;

constexpr double promised_ratio = 2.0;

struct Options {
  std::uint64_t responses = 100'000'000;
  unsigned runs = 9;
  unsigned threads = 2;
};

Options options_of(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::uint64_t value = std::strtoull(argv[i + 1], nullptr, 10);
    if (name == "--responses") options.responses = std::max<std::uint64_t>(value, 1);
    if (name == "--runs") options.runs = static_cast<unsigned>(std::max<std::uint64_t>(value, 1));
    if (name == "--threads") options.threads = static_cast<unsigned>(std::max<std::uint64_t>(value, 1));
  }
  return options;
}

// Random answers 1 to 4, 32 from each random number.
std::vector<std::uint8_t> random_answers(std::uint64_t count) {
  std::vector<std::uint8_t> answers(count);
  std::uint64_t state = 88172645463325252ULL;
  std::uint64_t bits = 0;
  for (std::uint64_t i = 0; i < count; ++i, bits >>= 2U) {
    if (i % 32 == 0) {
      state ^= state << 13U;
      state ^= state >> 7U;
      state ^= state << 17U;
      bits = state;
    }
    answers[i] = static_cast<std::uint8_t>(1 + (bits & 3U));
  }
  return answers;
}

std::vector<std::uint64_t> equal_units(std::uint64_t rows, std::uint64_t units) {
  std::vector<std::uint64_t> begin(units + 1);
  for (std::uint64_t unit = 0; unit <= units; ++unit) begin[unit] = rows / units * unit + std::min(unit, rows % units);
  return begin;
}

std::uint64_t plain_sum(std::span<const std::uint8_t> bytes) {
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : bytes) sum += byte;
  return sum;
}

#if defined(__x86_64__)
// Four independent sums of 32 bytes a step: as fast as memory gives the bytes.
__attribute__((target("avx2"))) std::uint64_t avx2_sum(std::span<const std::uint8_t> bytes) {
  const __m256i zero = _mm256_setzero_si256();
  __m256i sums[4] = {zero, zero, zero, zero};
  std::size_t at = 0;
  for (; at + 128 <= bytes.size(); at += 128) {
    for (std::size_t i = 0; i < 4; ++i) {
      const auto* const from = reinterpret_cast<const __m256i*>(bytes.data() + at + 32 * i);
      sums[i] = _mm256_add_epi64(sums[i], _mm256_sad_epu8(_mm256_loadu_si256(from), zero));
    }
  }
  const __m256i all = _mm256_add_epi64(_mm256_add_epi64(sums[0], sums[1]), _mm256_add_epi64(sums[2], sums[3]));
  alignas(32) std::uint64_t lanes[4];
  _mm256_store_si256(reinterpret_cast<__m256i*>(lanes), all);
  return lanes[0] + lanes[1] + lanes[2] + lanes[3] + plain_sum(bytes.subspan(at));
}
#endif

std::uint64_t vectorised_sum(std::span<const std::uint8_t> bytes) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return avx2_sum(bytes);
#endif
  return plain_sum(bytes);
}

std::uint64_t sum_on_threads(std::span<const std::uint8_t> bytes, unsigned count) {
  std::vector<std::uint64_t> sums(count);
  {
    std::vector<std::jthread> threads;
    const auto part = [&](unsigned number) {
      const std::size_t begin = bytes.size() / count * number;
      const std::size_t end = number + 1 == count ? bytes.size() : bytes.size() / count * (number + 1);
      sums[number] = vectorised_sum(bytes.subspan(begin, end - begin));
    };
    for (unsigned number = 1; number < count; ++number) threads.emplace_back(part, number);
    part(0);
  }
  std::uint64_t sum = 0;
  for (const std::uint64_t one : sums) sum += one;
  return sum;
}

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Measurement {
  double index_ms = 0;
  double sum_ms = 0;
};

// Both in turn, so that whatever disturbs the machine disturbs both; the first round warms up and does not count.
Measurement measure(const Options& options, const AnswerBlock& block) {
  const std::size_t units = block.unit_begin.size() - 1;
  std::vector<Tally> tallies(units);
  std::vector<UnitIndex> indices(units);
  const BatchOptions batch{.threads = options.threads};
  std::uint64_t expected = 0;
  std::vector<double> index_times;
  std::vector<double> sum_times;
  for (unsigned run = 0; run <= options.runs; ++run) {
    const double sum = milliseconds([&] { expected = sum_on_threads(block.answers, options.threads); });
    const double index = milliseconds([&] {
      if (tally_units(block, tallies, batch)) std::abort();
      index_units(tallies, indices, batch);
    });
    std::uint64_t total = 0;
    for (const Tally& tally : tallies) total += tally.total();
    if (total != expected) std::abort();  // the figures would mean nothing
    if (run == 0) continue;
    sum_times.push_back(sum);
    index_times.push_back(index);
  }
  return {.index_ms = median(index_times), .sum_ms = median(sum_times)};
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = options_of(argc, argv);
  const std::vector<std::uint8_t> answers = random_answers(options.responses * element_count);
  fmt::print("# {} responses, {} threads, median of {} runs\n", options.responses, options.threads, options.runs);
  fmt::print("{:<10} {:>9} {:>13} {:>10} {:>9} {:>7}\n", "layout", "units", "rows_per_unit", "index_ms", "sum_ms",
             "ratio");
  bool kept = true;
  for (const auto& [name, layout] :
       {std::pair{"by_row", AnswerLayout::by_row}, std::pair{"by_column", AnswerLayout::by_column}}) {
    for (const std::uint64_t rows_per_unit : {100'000U, 3'333U, 98U}) {
      const std::uint64_t units = std::max<std::uint64_t>(options.responses / rows_per_unit, 1);
      const auto unit_begin = equal_units(options.responses, units);
      const Measurement time = measure(options, {.answers = answers, .unit_begin = unit_begin, .layout = layout});
      const double ratio = time.index_ms / time.sum_ms;
      kept = kept && ratio <= promised_ratio;
      fmt::print("{:<10} {:>9} {:>13} {:>10.1f} {:>9.1f} {:>7.2f}\n", name, units, rows_per_unit, time.index_ms,
                 time.sum_ms, ratio);
    }
  }
  return kept ? 0 : 1;
}
