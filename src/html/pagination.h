#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "html/writer.h"

namespace prima::html {

// Links to the pages of a long list; writes nothing when there is one page. `link` gives the path of page N (from 1),
// without language.
struct Pagination {
  std::int64_t page = 1;
  std::int64_t pages = 1;
  std::function<std::string(std::int64_t)> link = {};
};
void pagination(Writer& w, const Pagination& pagination);

}  // namespace prima::html
