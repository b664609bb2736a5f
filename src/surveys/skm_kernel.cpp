#include "surveys/skm_kernel.h"

#include <algorithm>
#include <array>
#include <cstring>

// Every answer a is taken as a - 1, which is 0 to 3 when it is valid. So one `or` over all of them finds the invalid
// ones, and 85 of them fit a byte.

#define PRIMA_INLINE [[gnu::always_inline]] inline
#define PRIMA_INLINE_LAMBDA __attribute__((always_inline))

namespace prima::surveys {

namespace {

constexpr std::size_t steps_before_a_byte_is_full = 84;  // 85 x 3 = 255; the last step is kept for the rest of a unit
constexpr std::uint8_t bits_of_no_answer = 0xFC;

template <std::size_t width>
struct Vector {
  typedef std::uint8_t Bytes __attribute__((vector_size(width)));
  typedef std::uint64_t Words __attribute__((vector_size(width)));
};

template <std::size_t width>
using Bytes = typename Vector<width>::Bytes;

template <std::size_t width>
PRIMA_INLINE void load(Bytes<width>& vector, const std::uint8_t* from) {
  std::memcpy(&vector, from, width);
}

// `width` times 0xFF, then as many zeros: read from `width - n` on, it lets the first n bytes of a vector pass.
template <std::size_t width>
constexpr std::array<std::uint8_t, 2 * width> mask_bytes = [] {
  std::array<std::uint8_t, 2 * width> bytes{};
  std::fill_n(bytes.begin(), width, std::uint8_t{0xFF});
  return bytes;
}();

// What one thread carries from unit to unit.
template <std::size_t width>
struct State {
  Bytes<width> seen{};                // all a - 1 so far, or-ed
  const std::uint8_t* end = nullptr;  // of the answers

  PRIMA_INLINE void add(Bytes<width>& sum, const std::uint8_t* from) {
    Bytes<width> answers;
    load<width>(answers, from);
    answers -= 1;
    seen |= answers;
    sum += answers;
  }

  // As add, for the first `count` bytes only; `count` may pass the width. Reads beyond them where there are answers.
  PRIMA_INLINE void add_some(Bytes<width>& sum, const std::uint8_t* from, std::size_t count) {
    if (count == 0) return;
    count = std::min(count, width);
    Bytes<width> answers = {};
    if (static_cast<std::size_t>(end - from) >= width) {
      load<width>(answers, from);
    } else {
      std::memcpy(&answers, from, count);
    }
    Bytes<width> mask;
    load<width>(mask, mask_bytes<width>.data() + (width - count));
    answers = (answers - 1) & mask;
    seen |= answers;
    sum += answers;
  }

  PRIMA_INLINE bool all_valid() const {
    std::array<std::uint8_t, width> bytes;
    std::memcpy(bytes.data(), &seen, width);
    std::uint8_t all = 0;
    for (const std::uint8_t byte : bytes) all |= byte;
    return (all & bits_of_no_answer) == 0;
  }
};

// dst[i] = src[i] + src[size + i]: halves a sequence whose period divides `size`.
template <std::size_t size, typename From>
PRIMA_INLINE void halve(const From* from, std::uint16_t* to) {
  for (std::size_t i = 0; i < size; ++i) to[i] = static_cast<std::uint16_t>(from[i] + from[size + i]);
}

// Adds nine vectors, in which byte i belongs to element i mod 9, to the nine sums.
template <std::size_t width>
PRIMA_INLINE void fold_rows(const std::array<Bytes<width>, element_count>& parts, Tally& tally) {
  std::array<std::uint8_t, width * element_count> bytes;
  std::memcpy(bytes.data(), parts.data(), bytes.size());
  std::array<std::uint16_t, 16 * element_count> a;
  std::array<std::uint16_t, 8 * element_count> b;
  if constexpr (width == 32) {
    halve<16 * element_count>(bytes.data(), a.data());
    halve<8 * element_count>(a.data(), b.data());
  } else {
    halve<8 * element_count>(bytes.data(), b.data());
  }
  halve<4 * element_count>(b.data(), a.data());
  halve<2 * element_count>(a.data(), b.data());
  halve<element_count>(b.data(), a.data());
  for (std::size_t element = 0; element < element_count; ++element) tally.sums[element] += a[element];
}

// `count` rows of one unit.
template <std::size_t width>
PRIMA_INLINE void sum_rows(State<width>& state, const std::uint8_t* row, std::uint64_t count, Tally& tally) {
  std::uint64_t blocks = count / width;  // `width` rows fill nine vectors
  tally.n = count;
  tally.sums.fill(count);
  for (;;) {
    std::array<Bytes<width>, element_count> parts = {};
    const std::uint64_t steps = std::min<std::uint64_t>(blocks, steps_before_a_byte_is_full);
    for (std::uint64_t step = 0; step < steps; ++step, row += width * element_count) {
#pragma GCC unroll 9
      for (std::size_t part = 0; part < element_count; ++part) state.add(parts[part], row + part * width);
    }
    blocks -= steps;
    if (blocks == 0) {
      const std::size_t rest = count % width * element_count;
#pragma GCC unroll 9
      for (std::size_t part = 0; part < element_count; ++part)
        state.add_some(parts[part], row + part * width, rest - std::min(rest, part * width));
    }
    fold_rows<width>(parts, tally);
    if (blocks == 0) break;
  }
}

// The sum of all bytes of a vector, which must be below 2^16.
template <std::size_t width>
PRIMA_INLINE std::uint64_t fold_column(const Bytes<width>& bytes) {
  constexpr std::uint64_t every_second_byte = 0x00FF'00FF'00FF'00FF;
  constexpr std::uint64_t into_the_highest_two = 0x0001'0001'0001'0001;
  typename Vector<width>::Words words;
  std::memcpy(&words, &bytes, width);
  words = (words & every_second_byte) + ((words >> 8) & every_second_byte);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < width / 8; ++i) sum += words[i];
  return sum * into_the_highest_two >> 48U;
}

template <std::size_t width>
PRIMA_INLINE std::uint64_t sum_column(State<width>& state, const std::uint8_t* at, std::uint64_t count) {
  std::uint64_t sum = count;
  std::uint64_t vectors = count / width;
  for (;;) {
    Bytes<width> part = {};
    const std::uint64_t steps = std::min<std::uint64_t>(vectors, steps_before_a_byte_is_full);
    for (std::uint64_t step = 0; step < steps; ++step, at += width) state.add(part, at);
    vectors -= steps;
    if (vectors == 0) state.add_some(part, at, count % width);
    sum += fold_column<width>(part);
    if (vectors == 0) return sum;
  }
}

// Calls add_up(tally, begin, end) for every piece of a run.
template <typename AddUp>
PRIMA_INLINE void for_each_piece(const UnitRun& run, Tally& before, Tally* tallies, const AddUp& add_up) {
  add_up(before, run.first_row, std::min(run.unit_begin[run.first_unit], run.last_row));
  for (std::size_t unit = run.first_unit; unit < run.last_unit; ++unit)
    add_up(tallies[unit], run.unit_begin[unit], std::min(run.unit_begin[unit + 1], run.last_row));
}

template <std::size_t width>
PRIMA_INLINE bool run_by_row(std::span<const std::uint8_t> answers, const UnitRun& run, Tally& before, Tally* tallies) {
  State<width> state{.end = answers.data() + answers.size()};
  for_each_piece(run, before, tallies, [&](Tally& tally, std::uint64_t begin, std::uint64_t end) PRIMA_INLINE_LAMBDA {
    sum_rows<width>(state, answers.data() + begin * element_count, end - begin, tally);
  });
  return state.all_valid();
}

template <std::size_t width>
PRIMA_INLINE bool run_by_column(std::span<const std::uint8_t> answers, const UnitRun& run, Tally& before,
                                Tally* tallies) {
  const std::uint64_t rows = answers.size() / element_count;
  State<width> state{.end = answers.data() + answers.size()};
  for_each_piece(run, before, tallies, [&](Tally& tally, std::uint64_t begin, std::uint64_t end) PRIMA_INLINE_LAMBDA {
    for (std::size_t element = 0; element < element_count; ++element)
      tally.sums[element] = sum_column<width>(state, answers.data() + element * rows + begin, end - begin);
    tally.n = end - begin;
  });
  return state.all_valid();
}

bool portable_by_row(std::span<const std::uint8_t> answers, const UnitRun& run, Tally& before, Tally* tallies) {
  return run_by_row<16>(answers, run, before, tallies);
}

bool portable_by_column(std::span<const std::uint8_t> answers, const UnitRun& run, Tally& before, Tally* tallies) {
  return run_by_column<16>(answers, run, before, tallies);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) bool avx2_by_row(std::span<const std::uint8_t> answers, const UnitRun& run,
                                                 Tally& before, Tally* tallies) {
  return run_by_row<32>(answers, run, before, tallies);
}

__attribute__((target("avx2"))) bool avx2_by_column(std::span<const std::uint8_t> answers, const UnitRun& run,
                                                    Tally& before, Tally* tallies) {
  return run_by_column<32>(answers, run, before, tallies);
}
#endif

}  // namespace

Kernel portable_kernel() { return {.by_row = portable_by_row, .by_column = portable_by_column}; }

Kernel fastest_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return {.by_row = avx2_by_row, .by_column = avx2_by_column};
#endif
  return portable_kernel();
}

}  // namespace prima::surveys
