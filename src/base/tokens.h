#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prima {

// `text` with ASCII letters lower-case and the Latin letters with marks reduced to the letter ("É" -> "e"), so that two
// spellings of one word compare equal. All else stays as it is.
std::string folded(std::string_view text);

// One word of a text: a run of letters and digits, folded, with its place in the text.
struct Token {
  std::string word;
  std::size_t begin = 0;
  std::size_t end = 0;  // the byte after it
};

// The words of `text`, in order. A "+" right after a single letter belongs to it ("A+").
std::vector<Token> tokens(std::string_view text);

}  // namespace prima
