#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace prima::catalogue {

// One word of a text: letters and digits, with "-" or an apostrophe inside.
struct TextWord {
  std::size_t offset = 0;  // bytes
  std::string text;        // as written
  std::string lower;
};

struct TextSentence {
  std::vector<TextWord> words;

  std::size_t offset() const { return words.front().offset; }
  std::size_t end() const { return words.back().offset + words.back().text.size(); }
};

// Takes an Indonesian text apart into sentences of at least one word; see check_plain_language() for where one ends.
std::vector<TextSentence> sentences_of(std::string_view text);

// How many letters a word has, bytes of one letter counted once.
std::size_t letters(std::string_view word);

}  // namespace prima::catalogue
