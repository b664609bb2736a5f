#include "catalogue/edition_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

using Items = std::vector<StandardItem>;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::set<std::string> words_in(const std::string& text) {
  std::set<std::string> found;
  std::string word;
  for (const char c : lowered(text) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      found.insert(std::move(word));
      word.clear();
    }
  }
  return found;
}

// Whether at least half of the words of the longer text stand in the other one too.
bool is_similar(const StandardItem& a, const StandardItem& b) {
  const std::set<std::string> first = words_in(a.match);
  const std::set<std::string> second = words_in(b.match);
  std::vector<std::string> common;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
  return !common.empty() && 2 * common.size() >= std::max(first.size(), second.size());
}

// For each old item the new one that is the same entry, or nowhere.
std::vector<std::size_t> partners(const Items& before, const Items& after) {
  std::vector<std::size_t> found(before.size(), nowhere);
  std::vector<bool> taken(after.size(), false);
  const auto match_by = [&](auto is_same) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      for (std::size_t j = 0; found[i] == nowhere && j < after.size(); ++j) {
        if (taken[j] || !is_same(before[i], after[j])) continue;
        found[i] = j;
        taken[j] = true;
      }
    }
  };
  match_by([](const StandardItem& a, const StandardItem& b) {
    return a.match == b.match && a.group == b.group && a.name == b.name && a.facets == b.facets;
  });
  match_by([](const StandardItem& a, const StandardItem& b) { return a.match == b.match && a.group == b.group; });
  match_by([](const StandardItem& a, const StandardItem& b) { return !a.group.empty() && a.group == b.group; });
  match_by([](const StandardItem& a, const StandardItem& b) {
    return a.group.empty() && b.group.empty() && is_similar(a, b);
  });
  return found;
}

const Facet* find_facet(const StandardItem& item, const Words& label) {
  for (const Facet& facet : item.facets) {
    if (facet.label == label) return &facet;
  }
  return nullptr;
}

std::vector<FacetChange> facet_changes(const StandardItem& before, const StandardItem& after) {
  std::vector<FacetChange> changes;
  if (before.name != after.name) changes.push_back({{"Teks", "Text"}, before.name, after.name});
  for (const Facet& old : before.facets) {
    const Facet* now = find_facet(after, old.label);
    const LocalText value = now == nullptr ? LocalText() : now->value;
    if (value != old.value) changes.push_back({old.label, old.value, value});
  }
  for (const Facet& now : after.facets) {
    if (find_facet(before, now.label) == nullptr) changes.push_back({now.label, {}, now.value});
  }
  return changes;
}

Change whole_item(ChangeKind kind, const StandardItem& item) {
  Change change{kind, item.name, {}};
  for (const Facet& facet : item.facets) {
    if (kind == ChangeKind::added) change.facets.push_back({facet.label, {}, facet.value});
    if (kind == ChangeKind::removed) change.facets.push_back({facet.label, facet.value, {}});
  }
  return change;
}

LocalText order_of(const Items& items, const std::vector<std::size_t>& places) {
  LocalText text;
  for (const std::size_t place : places) {
    const std::string separator = text.empty() ? "" : "; ";
    text.id += separator + items[place].name.in(Language::id);
    text.en += separator + items[place].name.in(Language::en);
  }
  return text;
}

void add_order_change(const Items& before, const Items& after, const std::vector<std::size_t>& partner,
                      std::vector<Change>& changes) {
  std::vector<std::size_t> old_places;
  std::vector<std::size_t> new_places;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (partner[i] == nowhere) continue;
    old_places.push_back(i);
    new_places.push_back(partner[i]);
  }
  if (std::is_sorted(new_places.begin(), new_places.end())) return;
  std::sort(new_places.begin(), new_places.end());
  changes.push_back({ChangeKind::changed,
                     {"Urutan", "Order"},
                     {{{"Urutan", "Order"}, order_of(before, old_places), order_of(after, new_places)}}});
}

std::vector<Change> compare(const Items& before, const Items& after) {
  const std::vector<std::size_t> partner = partners(before, after);
  std::vector<Change> changes;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (partner[i] == nowhere) {
      changes.push_back(whole_item(ChangeKind::removed, before[i]));
      continue;
    }
    std::vector<FacetChange> facets = facet_changes(before[i], after[partner[i]]);
    if (!facets.empty()) changes.push_back({ChangeKind::changed, after[partner[i]].name, std::move(facets)});
  }
  for (std::size_t j = 0; j < after.size(); ++j) {
    if (std::find(partner.begin(), partner.end(), j) == partner.end())
      changes.push_back(whole_item(ChangeKind::added, after[j]));
  }
  add_order_change(before, after, partner, changes);
  return changes;
}

}  // namespace

Words words(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return {"ditambahkan", "added"};
    case ChangeKind::removed:
      return {"dihapus", "removed"};
    case ChangeKind::changed:
      return {"diubah", "changed"};
  }
  return {};
}

std::size_t EditionDiff::change_count() const {
  std::size_t count = 0;
  for (const PartDiff& part : parts) count += part.changes.size();
  return count;
}

EditionDiff diff_editions(const Edition& before, const Edition& after) {
  EditionDiff diff{before.number, after.number, {}};
  diff.parts.push_back({PartDiff::Part::validity,
                        std::nullopt,
                        {"Masa berlaku dan penetapan", "Validity and decree"},
                        compare(validity_items(before), validity_items(after))});
  diff.parts.push_back({PartDiff::Part::description,
                        std::nullopt,
                        {"Tentang layanan", "About the service"},
                        compare(description_items(before.standard), description_items(after.standard))});
  for (const Component component : components()) {
    diff.parts.push_back({PartDiff::Part::component, component, words(component),
                          compare(items_of(before.standard, component), items_of(after.standard, component))});
  }
  return diff;
}

Words summary(const EditionDiff& diff) {
  std::array<std::size_t, 3> counts{};
  Words where;
  for (const PartDiff& part : diff.parts) {
    for (const Change& change : part.changes) ++counts[static_cast<std::size_t>(change.kind)];
    if (part.changes.empty()) continue;
    const std::string comma = where.empty() ? "" : ", ";
    where.id += comma + part.name.id;
    where.en += comma + part.name.en;
  }
  const std::size_t total = diff.change_count();
  if (total == 0)
    return {fmt::format("Edisi {} sama isinya dengan edisi {}.", diff.after, diff.before),
            fmt::format("Edition {} says the same as edition {}.", diff.after, diff.before)};
  return {
      fmt::format(
          "Edisi {} dibandingkan dengan edisi {}: {} perubahan ({} ditambahkan, {} dihapus, {} diubah) pada {}.",
          diff.after, diff.before, total, counts[0], counts[1], counts[2], where.id),
      fmt::format("Edition {} against edition {}: {} {} ({} added, {} removed, {} changed) in {}.", diff.after,
                  diff.before, total, total == 1 ? "change" : "changes", counts[0], counts[1], counts[2], where.en)};
}

}  // namespace prima::catalogue
