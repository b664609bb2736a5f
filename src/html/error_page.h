#pragma once

#include <string>
#include <string_view>

#include "html/layout.h"

namespace prima::html {

// The page for a request that could not be answered. It says in plain words what happened and what to do; `detail` (may
// be empty) adds what is known of this case. `path` as in Page, without language; it is not repeated in the text.
// `status` is one of 400, 404, 405, 408, 411, 413, 414, 415, 429, 431, 500, 501, 503; any other number reads as 400 or,
// from 500 on, as 500.
std::string error_page(Language language, std::string_view path, int status, const Content& detail = {});

}  // namespace prima::html
