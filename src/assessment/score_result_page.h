#pragma once

#include <cstddef>
#include <string>

#include "assessment/score_api.h"
#include "base/words.h"
#include "scoring/compiled.h"

namespace prima::assessment {

// How the result of one file is reached.
struct ResultPlace {
  std::string key;  // only letters and digits; the page is /hitung/hasil/<key>, its data /hitung/hasil/<key>.json, .csv
  std::string file;        // as the sender called it; empty for a sample
  std::size_t chosen = 0;  // the institution that is explained: its place in the table; 0 when there is no such place
};

// The page of a scored file: the score of each institution with its category; for the chosen one its units with their
// ranks, where points were lost, and the trace of every figure. Where there are several institutions they are ranked in
// a table, the first hundred shown; each links to this page with `?instansi=<place, counted from 1>`.
//
// `table` was made with `compiled`.
std::string score_result_page(Language language, const scoring::Compiled& compiled, const ScoredTable& table,
                              const ResultPlace& place);

}  // namespace prima::assessment
