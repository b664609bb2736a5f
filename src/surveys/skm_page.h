#pragma once

#include <cstddef>
#include <string>

#include "base/words.h"
#include "surveys/skm_report.h"

namespace prima::surveys {

// How the result of one file of responses is reached.
struct SurveyPlace {
  std::string key;           // letters and digits; the data are /hitung/hasil/<key>.json. Empty: nothing was kept
  std::string file;          // as the sender called it; empty for a sample
  bool has_address = false;  // whether /hitung/hasil/<key> shows this page again
  bool has_csv = false;      // whether /hitung/hasil/<key>.csv is there, too
  std::size_t chosen = 0;    // the result that is explained: its place in the report; 0 when there is no such place
};

// The page of a survey: the index and grade of the chosen unit and period, its nine elements against the limit of grade
// B, how many answered and how many should have, and the index by each convention, with a warning when the convention
// decides the grade. Where there are several units or periods the first hundred stand in a table; when the page has an
// address, each links to it with `?unit=<place, counted from 1>`.
std::string skm_page(Language language, const SkmReport& report, const SurveyPlace& place);

}  // namespace prima::surveys
