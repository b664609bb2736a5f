#include "catalogue/search_words.h"

#include <algorithm>

#include "base/text.h"
#include "catalogue/search_word_lists.h"

namespace prima::catalogue {

namespace {

using namespace word_lists;

static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));
static_assert(std::is_sorted(weak_roots.begin(), weak_roots.end()));
static_assert(std::is_sorted(spellings.begin(), spellings.end()));

bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool all_digits(std::string_view word) { return std::all_of(word.begin(), word.end(), is_digit); }

std::string with_spaces_for_invalid_bytes(std::string_view text) {
  std::string clean(text);
  std::size_t from = 0;
  while (const auto at = first_invalid_utf8(std::string_view(clean).substr(from))) {
    from += *at;
    clean[from] = ' ';
  }
  return clean;
}

// Whether `next`, which follows `word` after `gap`, belongs to it: letters of a short form with dots, groups of a
// number, the second half of a reduplication.
bool continues(const Token& word, std::string_view gap, const Token& next, bool letters_with_dots) {
  if (gap == "-") return word.word.size() >= 3 && next.word.starts_with(word.word);
  if (gap != "." && gap != ",") return false;
  if (is_digit(word.word.back())) return next.word.size() == 3 && all_digits(next.word);
  return gap == "." && letters_with_dots && next.word.size() == 1 && is_letter(next.word[0]);
}

// Puts together what tokens() took apart.
std::vector<Token> joined(std::vector<Token> parts, std::string_view text) {
  std::vector<Token> words;
  bool letters_with_dots = false;
  for (Token& part : parts) {
    if (part.word.ends_with('+')) part.word.pop_back();
    if (!words.empty()) {
      Token& last = words.back();
      const std::string_view gap = text.substr(last.end, part.begin - last.end);
      if (continues(last, gap, part, letters_with_dots)) {
        if (gap != "-") last.word += part.word;
        last.end = part.end;
        continue;
      }
    }
    letters_with_dots = part.word.size() == 1 && is_letter(part.word[0]);
    words.push_back(std::move(part));
  }
  return words;
}

void strip_reduplication(std::string& word) {
  if (word.size() >= 4 && word.back() == '2' && std::all_of(word.begin(), word.end() - 1, is_letter)) word.pop_back();
}

void strip_leading_zeros(std::string& word) {
  if (all_digits(word)) word.erase(0, std::min(word.find_first_not_of('0'), word.size() - 1));
}

void spell_out(std::string& word) {
  const auto* const found = std::lower_bound(spellings.begin(), spellings.end(), word,
                                             [](const Spelling& one, const std::string& w) { return one.first < w; });
  if (found != spellings.end() && found->first == word) word = found->second;
}

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace

std::vector<Token> normalised_words(std::string_view text) {
  std::vector<Token> words;
  if (first_invalid_utf8(text)) {
    const std::string clean = with_spaces_for_invalid_bytes(text);
    words = joined(tokens(clean), clean);
  } else {
    words = joined(tokens(text), text);
  }
  for (Token& one : words) {
    strip_reduplication(one.word);
    strip_leading_zeros(one.word);
    spell_out(one.word);
  }
  return words;
}

bool is_stop_word(std::string_view word) { return holds(stop_words, word); }

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> words;
  for (Token& one : normalised_words(text)) {
    if (is_stop_word(one.word)) continue;
    Stems stems = stems_of(one.word);
    const bool weak = holds(weak_roots, stems.id) || holds(weak_roots, stems.en);
    words.push_back({std::move(one.word), std::move(stems), weak, one.begin, one.end});
  }
  return words;
}

bool same_root(const SearchWord& a, const SearchWord& b) {
  return a.stems.id == b.stems.id || a.stems.en == b.stems.en;
}

}  // namespace prima::catalogue
