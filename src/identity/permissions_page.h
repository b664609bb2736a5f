#pragma once

#include <string>

#include "base/words.h"

namespace prima::identity {

// The table of permissions: who may do what, where (permission_table.h).
std::string permissions_page(Language language);

}  // namespace prima::identity
