#pragma once

#include <string>

#include "base/words.h"

namespace prima::app {

// The page about Prima and its data (/tentang): what the marks mean, where the figures come from, licences, privacy.
std::string about_page(Language language);

}  // namespace prima::app
