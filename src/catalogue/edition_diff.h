#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "catalogue/standard.h"
#include "catalogue/standard_items.h"

namespace prima::catalogue {

enum class ChangeKind { added, removed, changed };

Words words(ChangeKind kind);

// One thing said about an entry, before and after; an empty side did not say it.
struct FacetChange {
  Words label;
  LocalText before;
  LocalText after;
};

struct Change {
  ChangeKind kind = ChangeKind::changed;
  LocalText name;                   // of the entry, as the later edition has it
  std::vector<FacetChange> facets;  // added: only `after`; removed: only `before`
};

// What became of one part of a standard.
struct PartDiff {
  enum class Part { validity, description, component };

  Part part = Part::component;
  std::optional<Component> component;  // exactly when part is component
  Words name;
  std::vector<Change> changes;  // removed and changed entries in the old order, then the added ones
};

struct EditionDiff {
  int before = 0;  // the numbers of the editions
  int after = 0;
  std::vector<PartDiff> parts;  // validity, description, then the 14 components, also those without a change

  std::size_t change_count() const;
};

// Compares two editions part by part. An entry is the same one in both when its content is (a requirement's name, a
// step's text), then when it belongs to the same case (fees and times), and then when at least half of its words are
// the same. Another order of the same entries is a change of its own. Two editions have no change exactly when they say
// the same; state and number are not compared. Pure.
EditionDiff diff_editions(const Edition& before, const Edition& after);

// "Edition 3 against edition 2: 4 changes (2 added, 1 removed, 1 changed) in Cost or fee, Requirements."
Words summary(const EditionDiff& diff);

}  // namespace prima::catalogue
