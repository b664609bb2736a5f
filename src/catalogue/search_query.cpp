#include "catalogue/search_query.h"

#include <algorithm>

namespace prima::catalogue {

namespace {

constexpr std::size_t most_bytes = 1000;
constexpr std::size_t most_words = 12;

}  // namespace

AnalysedQuery analyse(std::string_view text, const EverydayWords& everyday) {
  text = text.substr(0, most_bytes);
  AnalysedQuery query;
  SearchWords words;
  for (SearchWord& one : search_words(text)) {
    const bool repeated =
        std::any_of(words.begin(), words.end(), [&](const SearchWord& before) { return before.word == one.word; });
    if (!repeated && words.size() < most_words) words.push_back(std::move(one));
  }
  const bool all_weak = std::all_of(words.begin(), words.end(), [](const SearchWord& one) { return one.weak; });
  query.readings = everyday.readings(words);
  for (Token& one : normalised_words(text)) query.all_words.push_back(std::move(one.word));
  for (SearchWord& one : words) {
    const bool known = everyday.knows(one);
    const bool counts = all_weak || !one.weak;
    query.wanted.push_back({.word = std::move(one), .known = known, .counts = counts});
  }
  return query;
}

}  // namespace prima::catalogue
