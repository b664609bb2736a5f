#pragma once

#include <string_view>

#include "base/finding.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// Whether `text` may be a key of ours: 1 to 40 of a-z, 0-9 and "-", beginning with a letter or digit.
bool is_key(std::string_view text);

// What contradicts itself in a standard, or cannot be: a case that does not exist, a fee in a free service, two times
// for one case, hours that end before they begin, an e-mail address without "@". What is merely missing is not wrong in
// a draft; standard_completeness.h names it. Every finding carries the JSON pointer of its field in Finding::file,
// below `pointer`.
Findings check_standard(const Standard& standard, const std::string& pointer = "");

// The same for an edition and the standard in it.
Findings check_edition(const Edition& edition);

}  // namespace prima::catalogue
