#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/score_api.h"
#include "base/finding.h"
#include "base/result.h"

namespace prima::assessment {

// Reads UNITS.csv (`institution,unit,score` and, where the instrument takes the mean over products, `products`) and
// rolls the units up.
//
// A score of `NA` or nothing: the unit was not assessed. Where the mean is over products a unit without `products` is a
// finding. Findings as in read_answers(), up to a hundred; then no result is made. Results come by name, whatever the
// order of the rows.
Result<std::vector<RolledUp>, Findings> roll_up_file(const instrument::Instrument& instrument, std::string_view bytes,
                                                     const std::string& file);

}  // namespace prima::assessment
