#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "instrument/model.h"

namespace prima::instrument {

// One thing that differs between two instruments.
struct Change {
  std::string part;  // "validity", "scale", "level", "dimension", "indicator", "band", "gate", "axis"
  std::string id;    // of the part; may be empty
  Words words;
};

// What changed from `before` to `after`, in words, in the order of the instrument: validity, scale, levels, dimensions,
// indicators, categories, gates, second axis. Empty when both score alike. Texts of questions count as changes, marks
// and references do not.
std::vector<Change> diff(const Instrument& before, const Instrument& after);

std::string to_text(const std::vector<Change>& changes, Language language);

}  // namespace prima::instrument
