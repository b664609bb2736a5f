#include "directory/import_names_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace prima::directory {

namespace {

constexpr std::size_t shortest = 6;       // shorter keys must be equal: "RSUD A" and "RSUD B" are two hospitals
constexpr std::size_t most_compared = 8;  // of names that share a variant; beyond that, the first ones stand for all

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> abbreviations = {{
    {"pkm", "puskesmas"},
    {"kec", "kecamatan"},
    {"kel", "kelurahan"},
    {"kab", "kabupaten"},
    {"ktr", "kantor"},
    {"rs", "rumahsakit"},
    {"rsu", "rumahsakitumum"},
    {"rsud", "rumahsakitumumdaerah"},
    {"sdn", "sdnegeri"},
    {"smpn", "smpnegeri"},
    {"mpp", "malpelayananpublik"},
    {"dan", ""},
}};

std::string key_of(std::string_view name) {
  std::string key;
  std::string word;
  const auto take = [&] {
    const auto* const found =
        std::find_if(abbreviations.begin(), abbreviations.end(), [&](const auto& one) { return one.first == word; });
    key += found == abbreviations.end() ? std::string_view(word) : found->second;
    word.clear();
  };
  for (const char c : lowered(name)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (part) {
      word += c;
    } else {
      take();
    }
  }
  take();
  return key;
}

// What must be the same in two names of one thing: their figures, and words of a single letter.
std::string marks_of(std::string_view name) {
  std::string marks;
  std::string word;
  for (const char c : lowered(name) + " ") {
    if (c >= 'a' && c <= 'z') {
      word += c;
      continue;
    }
    if (word.size() == 1) marks += word;
    if (c >= '0' && c <= '9') marks += c;
    word.clear();
  }
  return marks;
}

// The key and the key without each of its letters in turn.
std::vector<std::string> variants_of(const std::string& key) {
  std::vector<std::string> variants{key};
  if (key.size() < shortest) return variants;
  for (std::size_t at = 0; at < key.size(); ++at) {
    if (at > 0 && key[at] == key[at - 1]) continue;
    variants.push_back(key.substr(0, at) + key.substr(at + 1));
  }
  return variants;
}

// Whether the two, which share a variant, differ in one place only.
bool are_one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  std::size_t front = 0;
  while (front < b.size() && a[front] == b[front]) ++front;
  std::size_t back = 0;
  while (back < b.size() - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  const std::string_view inside_a = a.substr(front, a.size() - front - back);
  const std::string_view inside_b = b.substr(front, b.size() - front - back);
  if (inside_a.size() <= 1) return true;
  return inside_a.size() == 2 && inside_b.size() == 2 && inside_a[0] == inside_b[1] && inside_a[1] == inside_b[0];
}

}  // namespace

std::optional<std::size_t> SimilarNames::find(std::string_view name) const {
  const std::string key = key_of(name);
  if (key.empty()) return std::nullopt;
  const std::string marks = marks_of(name);
  std::optional<std::size_t> first;
  for (const std::string& variant : variants_of(key)) {
    const auto entry = by_variant_.find(variant);
    if (entry == by_variant_.end()) continue;
    for (const std::size_t index : entry->second) {
      const bool same = marks_[index] == marks && are_one_slip_apart(key, keys_[index]);
      if (same && (!first || index < *first)) first = index;
    }
  }
  return first;
}

std::size_t SimilarNames::add(std::string_view name) {
  keys_.push_back(key_of(name));
  marks_.push_back(marks_of(name));
  if (keys_.back().empty()) return keys_.size() - 1;
  for (std::string& variant : variants_of(keys_.back())) {
    auto& indices = by_variant_[std::move(variant)];
    if (indices.size() < most_compared) indices.push_back(keys_.size() - 1);
  }
  return keys_.size() - 1;
}

}  // namespace prima::directory
