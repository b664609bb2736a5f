#pragma once

#include <initializer_list>
#include <string>

#include "html/writer.h"

namespace prima::html {

struct Crumb {
  Content label = {};
  std::string path = {};  // without language
};

// Where a page stands: the pages above it, from the home page down (which is added first), and its own name. On a
// narrow screen only the link to the page above is shown.
void breadcrumb(Writer& w, std::initializer_list<Crumb> above, const Content& here);

}  // namespace prima::html
