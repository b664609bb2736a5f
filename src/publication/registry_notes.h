#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/words.h"
#include "publication/registry_check.h"

namespace prima::publication {

// Something a reader of published results should know that breaks no rule.
//
//   sources_disagree        the same institution, year and subject with different scores
//   mean_of_units_equals    the published total is the mean of the published units of the same source
//   mean_of_units_differs   it is not; nothing is wrong when some units were not published, or weigh differently
//   judged_by_earlier_method  an evaluation ahead of the round, printed in the words of the method before
//   words_not_compared      words of a category that are neither letter, label nor zone
struct Note {
  std::string code;
  std::vector<std::int64_t> lines;  // rising
  Words message;
  // The figures of the message, for those who word it anew: the different scores, or the mean and the total.
  std::vector<std::string> scores = {};
  std::size_t units = 0;  // of a mean
};

// All notes, ordered by their first line. The order of the rows changes nothing but the lines.
std::vector<Note> notes_of(const RegistryCheck& check);

}  // namespace prima::publication
