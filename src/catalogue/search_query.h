#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/search_everyday.h"
#include "catalogue/search_words.h"

namespace prima::catalogue {

// A query as the search understands it, before it looks at any service.
struct AnalysedQuery {
  struct Wanted {
    SearchWord word;
    bool known = false;  // used in the list of everyday words: not a typing error
    bool counts = true;  // must be found for "all words": not weak, or all are
  };

  std::vector<Wanted> wanted;  // without repetitions; at most 12
  std::vector<Reading> readings;
  std::vector<std::string> all_words;  // with stop words, as normalised; for "did you mean"
};

// Only the first 1,000 bytes and, of those, the first 12 different words count: nobody describes a service with more,
// and the work stays bounded whatever is sent. `everyday` must outlive the result.
AnalysedQuery analyse(std::string_view text, const EverydayWords& everyday);

}  // namespace prima::catalogue
