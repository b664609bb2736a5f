#pragma once

#include <string_view>

#include "html/writer.h"

namespace prima::html {

// A heading of level 2 to 4. `id` may be empty.
void heading(Writer& w, int level, std::string_view id, const Content& content);

}  // namespace prima::html
