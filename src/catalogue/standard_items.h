#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// One thing said about an item: "where to get it", "at the district office".
struct Facet {
  Words label;
  LocalText value;
  bool operator==(const Facet&) const = default;
};

// One entry of a component in a form that pages show and that diffs compare.
struct StandardItem {
  std::string match;  // the same entry in another edition has the same
  std::string group;  // the case, where entries belong to cases; otherwise empty
  LocalText name;
  std::vector<Facet> facets;  // only those that are stated
};

// What a standard says under one component, in its own order.
std::vector<StandardItem> items_of(const Standard& standard, Component component);

// What a standard says about the service itself: title, other names, audience, channels, hours, cases.
std::vector<StandardItem> description_items(const Standard& standard);

// When an edition holds and what laid it down.
std::vector<StandardItem> validity_items(const Edition& edition);

// The name of a case; for an empty key "every case". A key that does not exist is shown itself.
LocalText case_name(const Standard& standard, const std::string& key);

}  // namespace prima::catalogue
