#include "assessment/text_places.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "base/assert.h"

namespace prima::assessment {

std::string_view TextPlaces::text_at(std::size_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(texts_).substr(begin, ends_[place] - begin);
}

// Where `text` stands, or the free slot where it belongs.
std::size_t TextPlaces::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>()(text) & mask;
  while (slots_[slot] != 0 && text_at(slots_[slot] - 1) != text) slot = (slot + 1) & mask;
  return slot;
}

void TextPlaces::grow() {
  slots_.assign(std::max<std::size_t>(16, slots_.size() * 2), 0);
  for (std::size_t place = 0; place < size(); ++place)
    slots_[slot_of(text_at(place))] = static_cast<std::uint32_t>(place + 1);
}

std::size_t TextPlaces::place_of(std::string_view text) {
  if ((size() + 1) * 2 > slots_.size()) grow();
  const std::size_t slot = slot_of(text);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  PRIMA_ASSERT(size() < std::numeric_limits<std::uint32_t>::max());
  texts_ += text;
  ends_.push_back(texts_.size());
  slots_[slot] = static_cast<std::uint32_t>(size());
  return size() - 1;
}

void TextPlaces::clear() {
  texts_.clear();
  ends_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

}  // namespace prima::assessment
