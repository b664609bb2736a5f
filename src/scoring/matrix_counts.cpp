#include "scoring/matrix_counts.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/assert.h"

namespace prima::scoring {

namespace {

constexpr std::size_t lanes = 32;   // columns of one block
constexpr std::size_t at_once = 4;  // codes that are compared with one load
constexpr std::size_t strip = 255;  // rows whose counts fit one byte
using Lanes = std::uint8_t __attribute__((vector_size(lanes)));

// Adds to `counts` (one line of `width` for each of four codes) how often each stands in each of 32 columns of at most
// `strip` rows.
[[gnu::always_inline]] inline void count_four(const std::uint8_t* rows, std::size_t row_count, std::size_t stride,
                                              const std::uint8_t* codes, std::uint64_t* const* counts) {
  Lanes found[at_once] = {};
  for (std::size_t row = 0; row < row_count; ++row) {
    Lanes bytes;
    std::memcpy(&bytes, rows + row * stride, lanes);
    for (std::size_t i = 0; i < at_once; ++i) found[i] -= reinterpret_cast<Lanes>(bytes == codes[i]);
  }
  for (std::size_t i = 0; i < at_once; ++i) {
    for (std::size_t lane = 0; lane < lanes; ++lane) counts[i][lane] += found[i][lane];
  }
}

void count_portably(const std::uint8_t* rows, std::size_t row_count, std::size_t stride, const std::uint8_t* codes,
                    std::uint64_t* const* counts) {
  count_four(rows, row_count, stride, codes, counts);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void count_with_avx2(const std::uint8_t* rows, std::size_t row_count,
                                                     std::size_t stride, const std::uint8_t* codes,
                                                     std::uint64_t* const* counts) {
  count_four(rows, row_count, stride, codes, counts);
}
#endif

bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

}  // namespace

MatrixCounts::MatrixCounts(std::vector<std::uint8_t> codes, std::size_t columns)
    : codes_(std::move(codes)), columns_(columns), width_((columns + lanes - 1) / lanes * lanes), wide_(has_avx2()) {
  while (codes_.empty() || codes_.size() % at_once != 0) codes_.push_back(codes_.empty() ? 0 : codes_.back());
  counts_.resize(codes_.size() * width_);
  last_row_.resize(width_);
}

void MatrixCounts::count_strip(const std::uint8_t* rows, std::size_t row_count, std::size_t block) {
  for (std::size_t code = 0; code < codes_.size(); code += at_once) {
    std::uint64_t* lines[at_once];
    for (std::size_t i = 0; i < at_once; ++i) lines[i] = &counts_[(code + i) * width_ + block];
#if defined(__x86_64__)
    if (wide_) {
      count_with_avx2(rows, row_count, columns_, &codes_[code], lines);
      continue;
    }
#endif
    count_portably(rows, row_count, columns_, &codes_[code], lines);
  }
}

void MatrixCounts::count(std::span<const std::uint8_t> bytes, std::size_t readable) {
  PRIMA_ASSERT(columns_ > 0 && bytes.size() % columns_ == 0 && readable >= bytes.size());
  std::fill(counts_.begin(), counts_.end(), 0);
  const std::size_t rows = bytes.size() / columns_;
  // A row is read in whole blocks, which reach into the next rows; those at the very end are copied first.
  std::size_t inside = rows;
  while (inside > 0 && (inside - 1) * columns_ + width_ > readable) --inside;
  for (std::size_t row = 0; row < inside; row += strip) {
    for (std::size_t block = 0; block < width_; block += lanes)
      count_strip(bytes.data() + row * columns_ + block, std::min(strip, inside - row), block);
  }
  for (std::size_t row = inside; row < rows; ++row) {
    std::copy_n(bytes.data() + row * columns_, columns_, last_row_.begin());
    for (std::size_t block = 0; block < width_; block += lanes) count_strip(&last_row_[block], 1, block);
  }
}

}  // namespace prima::scoring
