#include "catalogue/search_terms.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "catalogue/search_typo.h"

namespace prima::catalogue {

namespace {

constexpr std::size_t longest_counted = 42;  // allowed_errors() of 40, and 2

template <typename T>
std::size_t bytes_of(const std::vector<T>& list) {
  return list.capacity() * sizeof(T);
}

}  // namespace

TermList::TermList(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::pair<std::string, TermId>> indonesian;
  std::vector<std::pair<std::string, TermId>> english;
  length_ends_.assign(longest_counted + 1, 0);
  for (const std::string& word : words) {
    const auto term = static_cast<TermId>(ends_.size());
    letters_ += word;
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    Stems stems = stems_of(word);
    indonesian.emplace_back(std::move(stems.id), term);
    english.emplace_back(std::move(stems.en), term);
    if (word.size() <= longest_counted) {
      by_length_.push_back(term);
      ++length_ends_[word.size()];
    }
  }
  indonesian_ = root_list(std::move(indonesian));
  english_ = root_list(std::move(english));
  std::partial_sum(length_ends_.begin(), length_ends_.end(), length_ends_.begin());
  std::stable_sort(by_length_.begin(), by_length_.end(),
                   [&](TermId a, TermId b) { return this->word(a).size() < this->word(b).size(); });
  for (const TermId term : by_length_) letter_sets_.push_back(letters_of(word(term)));
}

TermList::RootList TermList::root_list(std::vector<std::pair<std::string, TermId>> roots) {
  std::sort(roots.begin(), roots.end());
  RootList list;
  for (auto& [root, term] : roots) {
    list.terms.push_back(term);
    if (!list.roots.empty() && list.roots.back() == root) {
      ++list.ends.back();
    } else {
      list.roots.push_back(std::move(root));
      list.ends.push_back(static_cast<std::uint32_t>(list.terms.size()));
    }
  }
  return list;
}

std::span<const TermId> TermList::RootList::find(std::string_view root) const {
  const auto found = std::lower_bound(roots.begin(), roots.end(), root);
  if (found == roots.end() || *found != root) return {};
  const auto at = static_cast<std::size_t>(found - roots.begin());
  const std::size_t begin = at == 0 ? 0 : ends[at - 1];
  return std::span(terms).subspan(begin, ends[at] - begin);
}

std::size_t TermList::RootList::memory_bytes() const {
  constexpr std::size_t inside_the_string = 15;
  std::size_t bytes = bytes_of(roots) + bytes_of(ends) + bytes_of(terms);
  for (const std::string& root : roots) bytes += root.capacity() > inside_the_string ? root.capacity() + 1 : 0;
  return bytes;
}

std::string_view TermList::word(TermId term) const {
  const std::size_t begin = term == 0 ? 0 : ends_[term - 1];
  return std::string_view(letters_).substr(begin, ends_[term] - begin);
}

TermList::Range TermList::beginning_with(std::string_view beginning) const {
  const auto first_where = [&](auto&& is_past) {
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (is_past(word(static_cast<TermId>(middle)))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return static_cast<TermId>(low);
  };
  return {.first = first_where([&](std::string_view one) { return one >= beginning; }),
          .last = first_where([&](std::string_view one) { return one.substr(0, beginning.size()) > beginning; })};
}

std::optional<TermId> TermList::find(std::string_view wanted) const {
  const TermId first = beginning_with(wanted).first;
  return first < size() && word(first) == wanted ? std::optional(first) : std::nullopt;
}

std::vector<TermId> TermList::with_root_of(const SearchWord& wanted) const {
  const auto indonesian = indonesian_.find(wanted.stems.id);
  const auto english = english_.find(wanted.stems.en);
  std::vector<TermId> terms;
  std::set_union(indonesian.begin(), indonesian.end(), english.begin(), english.end(), std::back_inserter(terms));
  return terms;
}

std::vector<NearTerm> TermList::near(std::string_view wanted) const {
  const std::size_t most = allowed_errors(wanted.size());
  std::vector<NearTerm> found;
  if (most == 0 || by_length_.empty()) return found;
  const std::uint32_t letters = letters_of(wanted);
  const std::size_t end = length_ends_[std::min(wanted.size() + most, longest_counted)];
  for (std::size_t i = length_ends_[wanted.size() - most - 1]; i < end; ++i) {
    if (static_cast<std::size_t>(std::popcount(letters ^ letter_sets_[i])) > 2 * most) continue;
    const std::size_t errors = typing_errors(wanted, word(by_length_[i]), most);
    if (errors >= 1 && errors <= most) found.push_back({.term = by_length_[i], .errors = errors});
  }
  std::sort(found.begin(), found.end(), [](const NearTerm& a, const NearTerm& b) { return a.term < b.term; });
  return found;
}

std::size_t TermList::memory_bytes() const {
  return letters_.capacity() + bytes_of(ends_) + indonesian_.memory_bytes() + english_.memory_bytes() +
         bytes_of(by_length_) + bytes_of(letter_sets_) + bytes_of(length_ends_);
}

}  // namespace prima::catalogue
