#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace prima::surveys {

// The respondents that one group (unit, service, period) has met, to find the one who is listed twice.
//
// Exact: nothing is forgotten and nobody is mistaken for another. This is the only part of reading responses whose
// memory grows with the rows: numbers as they are usually given (1, 2, 3, ...) take one bit each, numbers far from each
// other and other texts a few dozen bytes.
class Respondents {
 public:
  // Adds `id`; false when it was there already. "7" and "07" are two respondents.
  bool add(std::string_view id);

 private:
  bool add_number(std::uint64_t number);

  std::unordered_map<std::uint64_t, std::uint64_t> blocks_;  // number / 64 -> one bit for each of its 64 numbers
  std::unordered_set<std::string> texts_;
  std::uint64_t last_block_ = 0;
  std::uint64_t* last_bits_ = nullptr;  // of last_block_; elements of an unordered_map do not move
};

}  // namespace prima::surveys
