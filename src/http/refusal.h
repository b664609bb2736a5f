#pragma once

#include "base/words.h"

namespace prima::http {

// Why no handler sees a request: the status of the answer, and the sentence for the one who sent it. After the answer
// the connection ends, because where the next request would begin is not certain.
struct Refusal {
  int status = 400;
  Words why = {};

  bool operator==(const Refusal&) const = default;
};

}  // namespace prima::http
