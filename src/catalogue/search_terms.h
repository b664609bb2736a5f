#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/search_words.h"

namespace prima::catalogue {

// The number of a word in a TermList: its place in the order of the alphabet.
using TermId = std::uint32_t;

struct NearTerm {
  TermId term = 0;
  std::size_t errors = 0;  // 1 or more

  bool operator==(const NearTerm&) const = default;
};

// A dictionary of normalised words that finds them whole, by root, by beginning and in spite of typing errors.
// Immutable; safe from any thread.
class TermList {
 public:
  TermList() = default;
  // Takes the words in any order; words given twice count once.
  explicit TermList(std::vector<std::string> words);

  std::size_t size() const { return ends_.size(); }
  std::string_view word(TermId term) const;
  std::optional<TermId> find(std::string_view word) const;

  // All words with a root in common with `word`, sorted; `word` itself too when it is there.
  std::vector<TermId> with_root_of(const SearchWord& word) const;

  // The words that begin with `beginning` have the numbers from `first` to `last` - 1.
  struct Range {
    TermId first = 0;
    TermId last = 0;
  };
  Range beginning_with(std::string_view beginning) const;

  // The words within the errors that allowed_errors() grants to `word`, without `word` itself, sorted.
  std::vector<NearTerm> near(std::string_view word) const;

  std::size_t memory_bytes() const;

 private:
  // The words of each root, roots in the order of the alphabet.
  struct RootList {
    std::vector<std::string> roots;
    std::vector<std::uint32_t> ends;  // into `terms`
    std::vector<TermId> terms;

    std::span<const TermId> find(std::string_view root) const;
    std::size_t memory_bytes() const;
  };
  static RootList root_list(std::vector<std::pair<std::string, TermId>> roots);

  std::string letters_;              // all words, one after the other
  std::vector<std::uint32_t> ends_;  // of each word in `letters_`
  RootList indonesian_;
  RootList english_;
  std::vector<TermId> by_length_;           // short words first
  std::vector<std::uint32_t> letter_sets_;  // letters_of() of each in `by_length_`
  std::vector<std::uint32_t> length_ends_;  // where the words of each length end in `by_length_`
};

}  // namespace prima::catalogue
