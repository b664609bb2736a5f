#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/words.h"

namespace prima {

// One thing that is wrong with something a person gave us: where it stands, what is wrong and what to do about it, in
// both languages.
struct Finding {
  std::string code;       // stable, English, snake_case: "weights_do_not_add_up"
  std::string file;       // as the person named it; empty when the input had no name
  std::int64_t line = 0;  // 1 is the first line; 0 when the finding belongs to no line
  Words message;          // a full sentence that says what is wrong and what to do

  bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

// "answers.csv:12: message", or without the line or the file when there is none.
std::string to_text(const Finding& finding, Language language);

}  // namespace prima
