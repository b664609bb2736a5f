#include "directory/unit_search_rules.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "directory/unit_words.h"

namespace prima::directory {

namespace {

std::vector<std::string> words_of(std::string_view query) {
  std::vector<std::string> words;
  bool open = false;
  for (const char c : lowered(query)) {
    const bool gap = c == ' ' || c == '\t' || c == ',' || c == '\n';
    if (!gap && !open) words.emplace_back();
    if (!gap) words.back() += c;
    open = !gap;
  }
  return words;
}

std::string searched_text(const Unit& unit, const Regions& regions) {
  const auto& kind = word_of(unit.kind);
  std::string text =
      unit.name + '\n' + unit.code + '\n' + std::string(kind.id) + '\n' + std::string(kind.en) + '\n' + unit.address;
  if (const Region* region = regions.find(unit.region_code)) text += '\n' + regions.full_name(*region);
  return lowered(text);
}

}  // namespace

std::vector<const Unit*> matching_units(std::span<const KnownUnit> units, std::string_view query,
                                        const Regions& regions) {
  const auto words = words_of(query);
  std::vector<const Unit*> found;
  for (const KnownUnit& one : units) {
    if (one.unit.standing.status != Status::active) continue;
    const std::string text = words.empty() ? std::string() : searched_text(one.unit, regions);
    const bool all = std::all_of(words.begin(), words.end(),
                                 [&](const std::string& word) { return text.find(word) != std::string::npos; });
    if (all) found.push_back(&one.unit);
  }
  std::stable_sort(found.begin(), found.end(), [](const Unit* a, const Unit* b) { return a->name < b->name; });
  return found;
}

}  // namespace prima::directory
