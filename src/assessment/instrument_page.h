#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "base/words.h"
#include "instrument/model.h"

namespace prima::assessment {

// The page /instrumen/<id>: all that an instrument says, with the standing and the sources of each part, and what the
// checks found. `lint` is what instrument::lint() found in it; `family` holds its versions in any order and may hold
// the instrument itself.
//
// An indicator is the target "#i-<id>" of links, a dimension "#d-<id>". The page links to
// /instrumen/<id>/instrument.yaml, the file as it is, and to /hitung?instrument=<id>.
std::string instrument_page(Language language, const instrument::Instrument& instrument, const Findings& lint,
                            const std::vector<const instrument::Instrument*>& family);

}  // namespace prima::assessment
