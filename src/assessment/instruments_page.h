#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "instrument/model.h"

namespace prima::assessment {

// The page /instrumen: every instrument by authority, newest version first, each a link to its own page. `instruments`
// may be in any order and may be empty.
std::string instruments_page(Language language, const std::vector<const instrument::Instrument*>& instruments);

}  // namespace prima::assessment
