#pragma once

#include "app/command.h"

namespace prima::app {

// Reads every journal and names the first entry that somebody tampered with; exit code 1 when there is one.
Exit run_journal_verify(const Arguments& arguments);
// Signs another institution's checkpoint as its witness.
Exit run_journal_witness(const Arguments& arguments);

}  // namespace prima::app
