#pragma once

#include <string>
#include <vector>

#include "catalogue/standard.h"

namespace prima::catalogue {

struct PlacedText {
  std::string pointer;  // JSON pointer of the field
  std::string text;
};

// Every Indonesian text of a standard that is not empty, in the order of the table of fields. Titles of laws are left
// out: nobody may rewrite them.
std::vector<PlacedText> indonesian_texts(const Standard& standard);

}  // namespace prima::catalogue
