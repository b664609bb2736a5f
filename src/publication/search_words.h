#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prima::publication {

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

// "Kota Pangkalpinang" -> "kota-pangkalpinang"; empty when there is no letter or digit from a to z or 0 to 9.
std::string slug(std::string_view text);

// Whether each word of `query` begins a word of `text`. A query without words matches everything.
bool every_word_begins_one_of(const std::vector<Token>& query, const std::vector<Token>& text);

}  // namespace prima::publication
