#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "publication/published_row.h"
#include "publication/rounds.h"

namespace prima::publication {

// Reads published results (RESULTS.csv).
//
//   institution,level,year,score,zone,category,dimension_or_unit,source_url      all of them, in any order
//
//   institution        as the source names it; at least one Latin letter or digit
//   level              provinsi, kota, kabupaten, kementerian, lembaga, unit vertikal, nasional; another word is kept
//   year               four digits, optionally a note: "2022 pra-evaluasi", "2019 (penilaian terakhir)"
//   score              a decimal on the scale of that year's method, or empty where the source prints none
//   zone               Hijau, Kuning, Merah, or empty
//   category           letter, label or both, as printed, or empty
//   dimension_or_unit  "total", "average", "unit:NAME" or "dimension:NAME"; empty is total, another text names a unit.
//                      Each may be followed by a remark in brackets: "total (angka sementara)"
//   source_url         one source a row; may be empty
//
// A note or remark may carry both languages: "pra-evaluasi | pre-evaluation". `bytes` is the whole file, `file` its
// name in findings. Gives the rows in the order of the file, or every finding up to 100, each with its line and field.
// Two rows with the same institution, year, subject and source are a finding; without a source they must also have the
// same score to be one. Pure.
Result<std::vector<PublishedRow>, Findings> read_registry(std::string_view bytes, const std::string& file,
                                                          const Rounds& rounds);

}  // namespace prima::publication
