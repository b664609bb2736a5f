#pragma once

#include "html/writer.h"
#include "scoring/trace.h"

namespace prima::assessment {

// The trace of an institution as a tree that opens from its units down to the answers. Of more than twenty units the
// twenty that cost the institution most are shown.
void trace_tree(html::Writer& w, const instrument::Instrument& instrument, const scoring::TraceNode& institution);

// The ten indicators that cost the institution most, over all its units, as bars.
void losses(html::Writer& w, const instrument::Instrument& instrument, const scoring::TraceNode& institution);

}  // namespace prima::assessment
