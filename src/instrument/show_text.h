#pragma once

#include <string>

#include "base/words.h"
#include "instrument/model.h"

namespace prima::instrument {

// The instrument for a terminal: identity, the tree of dimensions, variables and indicators with their weights and
// standing, levels, categories.
std::string to_text(const Instrument& instrument, Language language);

// "resmi", "disimpulkan", "usulan Prima" / "official", "inferred", "ours".
Words words(Standing standing);

}  // namespace prima::instrument
