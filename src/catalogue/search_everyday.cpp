#include "catalogue/search_everyday.h"

#include <algorithm>
#include <optional>
#include <set>

namespace prima::catalogue {

namespace {

constexpr std::size_t most_corrections = 4;

}  // namespace

void EverydayWords::add(SearchWords words, std::vector<SearchWords> official) {
  expressions_.push_back({std::move(words), std::move(official)});
}

void EverydayWords::finish() {
  std::vector<std::string> vocabulary;
  for (std::size_t i = 0; i < expressions_.size(); ++i) {
    std::set<std::string> roots;
    for (const SearchWord& one : expressions_[i].words) {
      roots.insert("i" + one.stems.id);
      roots.insert("e" + one.stems.en);
      vocabulary.push_back(one.word);
    }
    for (const std::string& root : roots) by_root_.emplace(root, i);
    for (const SearchWords& official : expressions_[i].official) {
      for (const SearchWord& one : official) vocabulary.push_back(one.word);
    }
  }
  vocabulary_ = TermList(std::move(vocabulary));
}

bool EverydayWords::knows(const SearchWord& word) const { return !vocabulary_.with_root_of(word).empty(); }

// With the nearest known words; none for a word that is known itself.
EverydayWords::Candidate EverydayWords::candidate(const SearchWord& word) const {
  Candidate found{.word = word, .corrections = {}, .errors = 0};
  if (knows(word)) return found;
  std::vector<NearTerm> near = vocabulary_.near(word.word);
  std::stable_sort(near.begin(), near.end(), [](const NearTerm& a, const NearTerm& b) { return a.errors < b.errors; });
  for (const NearTerm& one : near) {
    if (one.errors > near.front().errors || found.corrections.size() == most_corrections) break;
    found.errors = one.errors;
    const std::string known(vocabulary_.word(one.term));
    found.corrections.push_back(
        {.word = known, .stems = stems_of(known), .weak = false, .begin = word.begin, .end = word.end});
  }
  return found;
}

// The expressions that hold the word, or a correction of it, in the order of the file.
std::vector<const EverydayWords::Expression*> EverydayWords::with_word(const Candidate& said) const {
  std::set<std::size_t> numbers;
  const auto add = [&](const SearchWord& word) {
    for (const std::string& root : {"i" + word.stems.id, "e" + word.stems.en}) {
      const auto [first, last] = by_root_.equal_range(root);
      for (auto one = first; one != last; ++one) numbers.insert(one->second);
    }
  };
  add(said.word);
  for (const SearchWord& correction : said.corrections) add(correction);
  std::vector<const Expression*> found;
  for (const std::size_t number : numbers) found.push_back(&expressions_[number]);
  return found;
}

// How `said` is rightly written, if it is `wanted` in some form, perhaps mistyped.
std::optional<EverydayWords::Recognised> EverydayWords::recognise(const Candidate& said, const SearchWord& wanted) {
  if (same_root(said.word, wanted)) return Recognised{.word = said.word.word, .errors = 0};
  for (const SearchWord& correction : said.corrections) {
    if (same_root(correction, wanted)) return Recognised{.word = correction.word, .errors = said.errors};
  }
  return std::nullopt;
}

// The words of `query` from `first` on as `expression`; each of its words takes the first free word that is it.
std::optional<Reading> EverydayWords::reading_as(const Expression& expression, const std::vector<Candidate>& query,
                                                 std::size_t first) {
  const std::size_t count = expression.words.size();
  if (first + count > query.size()) return std::nullopt;
  Reading reading{.first = first, .count = count, .errors = 0, .understood = {}, .official = {}};
  reading.understood.resize(count);
  const auto take = [&](const SearchWord& wanted) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!reading.understood[i].empty()) continue;
      const auto recognised = recognise(query[first + i], wanted);
      if (!recognised) continue;
      reading.errors = std::max(reading.errors, recognised->errors);
      reading.understood[i] = recognised->word;
      return true;
    }
    return false;
  };
  if (!std::all_of(expression.words.begin(), expression.words.end(), take)) return std::nullopt;
  for (const SearchWords& official : expression.official) reading.official.push_back(&official);
  return reading;
}

std::vector<Reading> EverydayWords::readings(const SearchWords& query) const {
  std::vector<Candidate> candidates;
  for (const SearchWord& one : query) candidates.push_back(candidate(one));
  std::vector<Reading> readings;
  for (std::size_t first = 0; first < candidates.size(); ++first) {
    for (const Expression* expression : with_word(candidates[first])) {
      if (auto reading = reading_as(*expression, candidates, first)) readings.push_back(std::move(*reading));
    }
  }
  return readings;
}

}  // namespace prima::catalogue
