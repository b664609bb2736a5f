#include "catalogue/search_everyday.h"

#include <algorithm>
#include <optional>
#include <set>

namespace prima::catalogue {

namespace {

constexpr std::size_t most_corrections = 4;

struct Recognised {
  std::size_t errors = 0;
  std::string understood;
};

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

std::vector<const EverydayWords::Expression*> EverydayWords::beginning_with(const SearchWord& word) const {
  std::set<std::size_t> numbers;
  for (const std::string& root : {"i" + word.stems.id, "e" + word.stems.en}) {
    const auto [first, last] = by_root_.equal_range(root);
    for (auto one = first; one != last; ++one) numbers.insert(one->second);
  }
  std::vector<const Expression*> found;
  for (const std::size_t number : numbers) found.push_back(&expressions_[number]);
  return found;
}

// The readings of the words from `first` on.
void EverydayWords::read_at(const std::vector<Candidate>& query, std::size_t first,
                            std::vector<Reading>* readings) const {
  const auto recognise = [](const Candidate& said, const SearchWord& wanted) -> std::optional<Recognised> {
    if (same_root(said.word, wanted)) return Recognised{0, said.word.word};
    for (const SearchWord& correction : said.corrections) {
      if (same_root(correction, wanted)) return Recognised{said.errors, correction.word};
    }
    return std::nullopt;
  };
  // Each word of the expression takes the first free word of the query that is it.
  const auto reading_of = [&](const Expression& expression) -> std::optional<Reading> {
    const std::size_t count = expression.words.size();
    Reading reading{.first = first, .count = count, .errors = 0, .understood = {}, .official = {}};
    reading.understood.resize(count);
    for (const SearchWord& wanted : expression.words) {
      bool taken = false;
      for (std::size_t i = 0; i < count && !taken; ++i) {
        if (!reading.understood[i].empty()) continue;
        const auto recognised = recognise(query[first + i], wanted);
        if (!recognised) continue;
        taken = true;
        reading.errors = std::max(reading.errors, recognised->errors);
        reading.understood[i] = recognised->understood;
      }
      if (!taken) return std::nullopt;
    }
    for (const SearchWords& official : expression.official) reading.official.push_back(&official);
    return reading;
  };
  SearchWords starts = query[first].corrections;
  starts.insert(starts.begin(), query[first].word);
  std::set<const Expression*> tried;
  for (const SearchWord& start : starts) {
    for (const Expression* expression : beginning_with(start)) {
      if (first + expression->words.size() > query.size() || !tried.insert(expression).second) continue;
      if (auto reading = reading_of(*expression)) readings->push_back(std::move(*reading));
    }
  }
}

std::vector<Reading> EverydayWords::readings(const SearchWords& query) const {
  std::vector<Candidate> candidates;
  for (const SearchWord& one : query) candidates.push_back(candidate(one));
  std::vector<Reading> readings;
  for (std::size_t first = 0; first < candidates.size(); ++first) read_at(candidates, first, &readings);
  return readings;
}

}  // namespace prima::catalogue
