#include "catalogue/search_typo.h"

#include <algorithm>
#include <array>

namespace prima::catalogue {

namespace {

constexpr std::size_t longest = 64;

}  // namespace

std::size_t typing_errors(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > longest || b.size() > longest) return most + 1;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
  std::array<std::array<std::uint8_t, longest + 1>, 3> rows{};
  auto* before_last = rows.data();
  auto* last = before_last + 1;
  auto* row = before_last + 2;
  for (std::size_t k = 0; k <= b.size(); ++k) (*last)[k] = static_cast<std::uint8_t>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*row)[0] = static_cast<std::uint8_t>(i);
    std::size_t least = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const bool equal = a[i - 1] == b[k - 1];
      int errors = std::min({(*last)[k] + 1, (*row)[k - 1] + 1, (*last)[k - 1] + (equal ? 0 : 1)});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) errors = std::min(errors, (*before_last)[k - 2] + 1);
      (*row)[k] = static_cast<std::uint8_t>(errors);
      least = std::min(least, static_cast<std::size_t>(errors));
    }
    if (least > most) return most + 1;
    auto* const oldest = before_last;
    before_last = last;
    last = row;
    row = oldest;
  }
  return std::min<std::size_t>((*last)[b.size()], most + 1);
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned bit = c >= 'a' && c <= 'z' ? byte - 'a' : 26U + byte % 6U;
    letters |= 1U << bit;
  }
  return letters;
}

}  // namespace prima::catalogue
