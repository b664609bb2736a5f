#pragma once

#include <cstddef>
#include <vector>

#include "assessment/answers_part.h"

namespace prima::assessment {

// How a file of answers is shared out.
struct Shares {
  std::size_t threads = 1;              // read at once, at most
  std::size_t least_bytes = 1U << 20U;  // a share is not made smaller than this
};

// The begins of the shares after the first, rising: as near as can be to where the bytes of all records are shared out
// equally, but always where a record of another unit follows. Fewer where no such place is near. The file may be wrong
// in any way: then the places mean nothing, but lie inside the file. Only right where no field has quotes.
std::vector<std::size_t> cuts_between_units(const AnswersFile& file, const AnswersHeader& header, const Shares& shares);

}  // namespace prima::assessment
