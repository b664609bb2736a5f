#pragma once

#include <cstddef>
#include <string>

#include "base/words.h"
#include "surveys/skm_report.h"

namespace prima::surveys {

// How the result of one file of responses is reached.
struct SurveyPlace {
  std::string key;   // only letters and digits; the page is /hitung/hasil/<key>, its data /hitung/hasil/<key>.json
  std::string file;  // as the sender called it; empty for a sample
  std::size_t chosen = 0;  // the result that is explained: its place in the report; 0 when there is no such place
  bool has_csv = false;    // whether /hitung/hasil/<key>.csv is there, too
};

// The page of a survey: the index and grade of the chosen unit and period, its nine elements against the limit of grade
// B, how many answered and how many should have, and the index by each convention, with a warning when the convention
// decides the grade. Where there are several units or periods the first hundred stand in a table; each links to this
// page with `?unit=<place, counted from 1>`.
std::string skm_page(Language language, const SkmReport& report, const SurveyPlace& place);

}  // namespace prima::surveys
