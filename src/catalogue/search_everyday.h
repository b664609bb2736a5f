#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "catalogue/search_terms.h"
#include "catalogue/search_words.h"

namespace prima::catalogue {

using SearchWords = std::vector<SearchWord>;

// One way to understand some neighbouring words of a query: as an everyday expression with official ones in its place.
struct Reading {
  std::size_t first = 0;  // of the words of the query
  std::size_t count = 1;
  std::size_t errors = 0;                    // typing errors that were overlooked, the most of any word
  std::vector<std::string> understood;       // for each of the words how it is rightly written
  std::vector<const SearchWords*> official;  // whoever holds all words of one of these is meant; owned by EverydayWords
};

// What people say for what the law calls otherwise (reference/search/everyday_words.yaml, whose first lines give the
// grammar). Immutable; safe from any thread.
class EverydayWords {
 public:
  // Gives every finding, each with its line: an entry with neither or both of `say`+`means` and `same`, an empty list,
  // an expression without a word to search for or with more than 6, an expression that two entries say.
  static Result<EverydayWords, Findings> read(std::string_view text, const std::string& file);

  std::size_t entries() const { return entries_; }

  // All readings of `query`, in the order of their first word. The words of an expression may stand in any order, but
  // next to each other (stop words apart).
  std::vector<Reading> readings(const SearchWords& query) const;

  // Whether `word`, or another form of it, is used in the file: then it is no typing error.
  bool knows(const SearchWord& word) const;

 private:
  struct Expression {
    SearchWords words;
    std::vector<SearchWords> official;
  };
  // A word of the query with the known words that it may be a mistyping of.
  struct Candidate {
    SearchWord word;
    SearchWords corrections;
    std::size_t errors = 0;  // of each correction
  };

  struct Recognised {
    std::string word;
    std::size_t errors = 0;
  };

  void add(SearchWords words, std::vector<SearchWords> official);
  void finish();
  Candidate candidate(const SearchWord& word) const;
  std::vector<const Expression*> with_word(const Candidate& said) const;
  static std::optional<Recognised> recognise(const Candidate& said, const SearchWord& wanted);
  static std::optional<Reading> reading_as(const Expression& expression, const std::vector<Candidate>& query,
                                           std::size_t first);

  std::size_t entries_ = 0;
  std::vector<Expression> expressions_;
  std::unordered_multimap<std::string, std::size_t> by_root_;  // "i" or "e" and the root of any word -> expression
  TermList vocabulary_;

  friend class EverydayReader;
};

}  // namespace prima::catalogue
