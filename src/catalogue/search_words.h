#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.h"
#include "catalogue/search_stem.h"

namespace prima::catalogue {

// The words of a text in the form in which they are compared, with their places in `text`, so that what was found can
// be marked there. Lower case without marks; "K.T.P." is "ktp", "surat-surat" and "surat2" are "surat", "1.000.000" is
// "1000000", "007" is "7"; common short forms and spellings are written out ("srt" is "surat", "ijin" is "izin").
// Bytes that are not UTF-8 separate words, and so do marks. Stop words are still there. Pure.
std::vector<Token> normalised_words(std::string_view text);

// Words that say nothing about what is sought ("yang", "saya", "bagaimana", "the"), in either language; `word`
// normalised.
bool is_stop_word(std::string_view word);

// A normalised word with what the search needs to know about it.
struct SearchWord {
  std::string word;
  Stems stems;
  bool weak = false;  // stands in the names of most services ("surat", "pembuatan"), so that it tells little
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The words of a text that are worth searching for, in order; stop words are left out.
std::vector<SearchWord> search_words(std::string_view text);

// Whether two words have a root in common, in either language.
bool same_root(const SearchWord& a, const SearchWord& b);

}  // namespace prima::catalogue
