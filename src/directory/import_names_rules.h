#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace prima::directory {

// Finds names that are likely to mean one thing: those that differ in one letter (missing, added, changed or swapped
// with its neighbour), in spaces, case and punctuation, or in a usual abbreviation ("Pkm. Tembalang", "Puskesmas
// Tembalang"). Names with different figures or single letters never do: "SD Negeri 1", "SD Negeri 2". Takes time linear
// in the names.
class SimilarNames {
 public:
  // The first name so far that `name` is likely to mean as well, by the order of adding.
  std::optional<std::size_t> find(std::string_view name) const;
  // Adds a name; gives its place in the order.
  std::size_t add(std::string_view name);

 private:
  std::vector<std::string> keys_;
  std::vector<std::string> marks_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_variant_;
};

}  // namespace prima::directory
