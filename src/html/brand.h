#pragma once

#include "html/writer.h"

namespace prima::html {

// The mark of Prima: the letter P that ends in a point, as a sentence does. Hidden from screen readers; the name stands
// beside it. web/brand/favicon.svg is the same drawing.
void brand_mark(Writer& w);

}  // namespace prima::html
