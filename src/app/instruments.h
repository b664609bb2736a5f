#pragma once

#include <string>

#include "app/instrument_library.h"
#include "base/finding.h"
#include "base/result.h"

namespace prima::app {

// The instruments that are part of the program, read when first asked for. Safe from any thread.
const Library& library();

// Takes the instruments of FOLDER/instruments/**/instrument.yaml in addition to, or in place of, those of the program.
// Gives what is wrong with any of them. Call it before other threads begin. A folder that does not exist is made, with
// an empty `instruments` in it.
Findings add_instruments_of(const std::string& folder);

// The instrument that a person named, or a finding that suggests the nearest id. A word that ends in .yaml names a
// file, so that a new instrument can be tried before it is installed; what is wrong with that file is in the findings.
Result<const instrument::Instrument*, Findings> find_instrument(const std::string& word);

}  // namespace prima::app
