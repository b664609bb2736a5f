#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace prima::http {

// What both readers of forms say when they refuse.
Findings form_finding(std::string code, std::string indonesian, std::string english);
Findings too_many_parts();
Findings too_long_value(std::string_view field, std::size_t limit);
Findings bad_name();
Findings not_text();

// Whether a name or value of a form may be kept: UTF-8 without NUL.
bool is_form_text(std::string_view text);

}  // namespace prima::http
