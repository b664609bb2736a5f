#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "instrument/model.h"

namespace prima::app {

enum class SampleKind { city, national };

struct SampleSummary {
  std::vector<std::string> files;  // names inside the folder, in the order in which they were written
  std::int64_t rows = 0;           // of ANSWERS.csv
};

// Writes synthetic data to the folder `out`, which is made when it is not there; files with the same names are
// replaced.
//
//   national   ANSWERS.csv in the size of a national round (sample_data_plan.h), README.json
//   city       one city with seven units: also UNITS.csv (computed from the answers), RESPONSES.csv, COSTS.csv and, for
//              an instrument of the Ombudsman, RESULTS.csv
//
// The same kind, seed and instrument give the same bytes on every machine. Every row of names carries the mark
// SINTETIS; README.json says it for the folder. `method` must be free of lint findings. The finding says what could not
// be written.
Result<SampleSummary, Finding> write_sample(SampleKind kind, std::uint64_t seed, const instrument::Instrument& method,
                                            const std::string& out);

}  // namespace prima::app
