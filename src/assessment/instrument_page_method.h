#pragma once

#include "html/writer.h"
#include "instrument/model.h"

// How an instrument makes a score, as parts of its page.
namespace prima::assessment {

// The levels from the indicator up, each with how it combines and where it is rounded.
void levels(html::Writer& w, const instrument::Instrument& instrument);

// The categories as a table, from the best to the worst.
void bands(html::Writer& w, const instrument::Instrument& instrument);

// The second axis and the gates, each a section; writes nothing where there are none.
void special_rules(html::Writer& w, const instrument::Instrument& instrument);

}  // namespace prima::assessment
