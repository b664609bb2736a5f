#pragma once

#include <string>
#include <string_view>

namespace prima::catalogue {

// The roots of a word by the rules of both languages of the site; a word without known endings is its own root.
struct Stems {
  std::string id;
  std::string en;

  bool operator==(const Stems&) const = default;
};

// Reduces a normalised word (lower case, search_words.h) to its roots, so that "pembuatan", "membuat" and "dibuatkan"
// meet in "buat", and "licences" meets "licence". A root is a key for comparing, not a word for people. Roots of fewer
// than three letters tell too little: then the word stays whole. Words over 64 bytes stay whole.
//
// Safe from any thread: each keeps stemmers of its own (libstemmer, algorithms "indonesian" and "english").
Stems stems_of(std::string_view word);

}  // namespace prima::catalogue
