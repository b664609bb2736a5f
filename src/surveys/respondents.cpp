#include "surveys/respondents.h"

#include <optional>

namespace prima::surveys {

namespace {

// The number that `id` writes in the shortest way, if it is one below 10^18.
std::optional<std::uint64_t> plain_number(std::string_view id) {
  if (id.empty() || id.size() > 18 || (id.front() == '0' && id.size() > 1)) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : id) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

}  // namespace

bool Respondents::add(std::string_view id) {
  const auto number = plain_number(id);
  return number ? add_number(*number) : texts_.emplace(id).second;
}

bool Respondents::add_number(std::uint64_t number) {
  const std::uint64_t block = number / 64;
  if (last_bits_ == nullptr || block != last_block_) {
    last_bits_ = &blocks_[block];
    last_block_ = block;
  }
  const std::uint64_t bit = std::uint64_t{1} << (number % 64);
  const bool is_new = (*last_bits_ & bit) == 0;
  *last_bits_ |= bit;
  return is_new;
}

}  // namespace prima::surveys
