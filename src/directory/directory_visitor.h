#pragma once

#include <string>

#include "base/id.h"
#include "base/instant.h"
#include "base/words.h"

namespace prima::directory {

// Who edits the directory. The caller has made sure that they may do so for this institution or unit, and that the form
// is ours.
struct DirectoryVisitor {
  Uuid account;
  std::string csrf;  // for the forms of the next page
  Language language = Language::id;
  Instant now;
};

}  // namespace prima::directory
