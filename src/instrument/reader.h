#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "instrument/model.h"

namespace prima::instrument {

// Reads an instrument file (grammar: docs/reference/instrument-format.md).
//
// `text` is the whole file, `file` the name it has in findings. Gives the instrument, or every finding that kept it
// from being one: wrong YAML, unknown or missing keys, texts without one of the languages, numbers that are not exact,
// names that do not exist. Whether the method makes sense (weights, bands, ladders) is the work of lint(). Pure: no
// file is opened.
Result<Instrument, Findings> read_instrument(std::string_view text, const std::string& file);

}  // namespace prima::instrument
