#pragma once

#include "html/writer.h"
#include "instrument/model.h"

namespace prima::assessment {

// Dimensions, variables and indicators with their weights; each indicator opens to what is asked, of whom, and what
// each answer brings.
void instrument_tree(html::Writer& w, const instrument::Instrument& instrument);

}  // namespace prima::assessment
