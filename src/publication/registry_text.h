#pragma once

#include <string>

#include "base/words.h"
#include "publication/registry_check.h"

namespace prima::publication {

// What `prima registry check` prints: the counts, each contradiction with its line and reason, then the notes.
std::string to_text(const RegistryCheck& check, Language language);

}  // namespace prima::publication
