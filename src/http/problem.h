#pragma once

#include <string_view>

#include "base/finding.h"
#include "base/words.h"
#include "http/response.h"

namespace prima::http {

// What went wrong with a call of the API (RFC 9457).
struct Problem {
  int status = 400;
  Words detail = {};                      // what is wrong this time, and what to do
  std::string_view type = "about:blank";  // the address of a kind of problem
  Words title = {};                       // empty: title_of(status)
  Findings findings = {};                 // all that is wrong, when there are several things
};

// application/problem+json. Members `title` and `detail` are Indonesian, `title_en` and `detail_en` English; `findings`
// is left out when there are none. Never stored by anybody.
Response problem(const Problem& problem);
Response problem(int status, Words detail);

// "Alamat tidak ditemukan" / "Address not found".
Words title_of(int status);

}  // namespace prima::http
