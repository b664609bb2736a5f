#pragma once

#include <string>

#include "base/words.h"

namespace prima::html::gallery {

// A page with every component, filled with made-up figures that say so.
std::string page(Language language);

}  // namespace prima::html::gallery
