#pragma once

#include <string_view>

#include "base/words.h"

namespace prima::catalogue {

// How the form of an edition names a field, and what it says below the name. `pattern` is a JSON pointer with "*" for
// the row; the words of "/.../*" name one row of a list.
struct FieldLabel {
  std::string_view pattern;
  Words label;
  Words hint;  // may be empty
};

// The label of a field by its pointer ("/standard/requirements/3/name"). Every field of an edition has one.
const FieldLabel& label_of(std::string_view pointer);

}  // namespace prima::catalogue
