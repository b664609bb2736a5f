#pragma once

#include "journal/audit.h"

namespace prima::journal {

// The tampering with the sentence that tells people about it.
Tampering make_tampering(Tamper kind, std::uint64_t first, std::uint64_t last);

}  // namespace prima::journal
