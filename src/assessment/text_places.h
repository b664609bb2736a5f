#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace prima::assessment {

// Numbers different texts in the order in which they first come: 0, 1, 2 and so on. Keeps its memory when it is
// cleared, so that taking in one unit after the other needs new memory only for the largest.
class TextPlaces {
 public:
  std::size_t size() const { return ends_.size(); }

  // The number of `text`, a new one when it has not come yet.
  std::size_t place_of(std::string_view text);

  void clear();

 private:
  std::string_view text_at(std::size_t place) const;
  std::size_t slot_of(std::string_view text) const;
  void grow();

  std::string texts_;                 // one behind the other
  std::vector<std::size_t> ends_;     // of each in texts_
  std::vector<std::uint32_t> slots_;  // by hash, linear probing: place + 1, or 0; a power of two, at most half full
};

}  // namespace prima::assessment
