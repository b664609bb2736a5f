#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/words.h"
#include "instrument/model.h"

namespace prima::assessment {

// What the field `instrument` of the form holds when the file is a survey (RESPONSES.csv) and not answers to an
// instrument.
inline constexpr std::string_view survey_choice = "survey";

// What was sent before and could not be scored; all empty on the first visit.
struct ScoreForm {
  std::string instrument;  // id of the chosen instrument, or survey_choice; anything else chooses the first one
  Findings findings;       // why no score was made
};

// The page /hitung: a form (method post, multipart/form-data, to /hitung) with the fields `instrument`, `file` and one
// of two buttons: `action`=file takes the file, `action`=sample scores a sample of ours and needs no file. It links to
// an empty table to fill in, /hitung/templat/<id>.csv, for each instrument and for survey_choice.
//
// With findings they stand first, each with its file and line, and the instrument stays chosen.
std::string score_page(Language language, const std::vector<const instrument::Instrument*>& instruments,
                       const ScoreForm& form);

}  // namespace prima::assessment
