#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace prima::scoring {

// Counts how often each byte value of a short list stands in each column of a table of bytes, rows side by side.
// Counting instead of adding keeps every choice apart, so that any points, fractions too, can be given to it later, and
// a byte that is no choice is seen. Works on 32 columns at once, with AVX2 where the processor has it.
class MatrixCounts {
 public:
  // `codes` are the byte values to count; `columns` is the length of a row.
  MatrixCounts(std::vector<std::uint8_t> codes, std::size_t columns);

  // Counts the rows of `bytes`, whose size is a multiple of the columns, anew. `readable` says how many bytes from the
  // begin of `bytes` may be read, at least its size: those after it never change a count.
  void count(std::span<const std::uint8_t> bytes, std::size_t readable);

  // How often the code at place `code` of the list stood in `column`.
  std::uint64_t at(std::size_t code, std::size_t column) const { return counts_[code * width_ + column]; }

 private:
  void count_strip(const std::uint8_t* rows, std::size_t row_count, std::size_t block);

  std::vector<std::uint8_t> codes_;
  std::size_t columns_;
  std::size_t width_;                  // columns, filled up to whole blocks
  std::vector<std::uint64_t> counts_;  // [code][column]
  std::vector<std::uint8_t> last_row_;
  bool wide_ = false;
};

}  // namespace prima::scoring
