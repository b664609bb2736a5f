#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace prima::catalogue {

// How many typing errors a word of this many bytes may hold and still be recognised: none below 4, 1 from 4 to 7, 2
// from 8 on. None above 40 either, which no word of a service has.
constexpr std::size_t allowed_errors(std::size_t length) {
  if (length < 4 || length > 40) return 0;
  return length < 8 ? 1 : 2;
}

// The number of typing errors between two words: letters left out, added, replaced, or two neighbours swapped (optimal
// string alignment). Anything above `most` is given as `most` + 1, soon. Compares bytes.
std::size_t typing_errors(std::string_view a, std::string_view b, std::size_t most);

// The letters of a word as a set of bits. Words with n typing errors between them differ in at most 2n bits, so that
// most words of a dictionary need not be compared letter by letter.
std::uint32_t letters_of(std::string_view word);

}  // namespace prima::catalogue
