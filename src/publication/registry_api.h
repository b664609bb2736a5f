#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/words.h"
#include "publication/registry_check.h"

namespace prima::publication {

// The JSON document of `registry check --json`:
//
//   {"rows":125,"checked":124,"contradictions":[{"line":126,"institution","year":2023,"subject","score","printed",
//    "expected","reason","instrument","parts":[{"part":"letter|label|zone|suffix","printed","expected","belongs_to"}]}],
//    "compared":93,"notes":[{"code","lines":[..],"message"}]}
//
// `expected`, `belongs_to` and the names of parts are the official Indonesian ones whatever `language` is, which
// chooses `reason` and `message`. `expected` of a part is null where the year has no such part; `belongs_to` is the
// category of another band of the same year that has the printed letter or label, or null.
std::string to_json(const RegistryCheck& check, Language language);

// All rows with what the rule gives, as one JSON document: {"rows":[{"line","institution","level","year","year_note",
// "subject","unit","score","zone","category","source","computed":{"score","category","quality","opinion","zone",
// "instrument"},"contradiction":reason or null}]}. `zone` and `category` are as printed, null where they are not.
// `computed` is null where there is no score.
// With `rows`, only those (indices), in that order.
std::string rows_to_json(const RegistryCheck& check, Language language);
std::string rows_to_json(const RegistryCheck& check, std::span<const std::size_t> rows, Language language);

// The same as CSV, with the columns of RESULTS.csv followed by computed_category, computed_zone, instrument,
// contradiction (a sentence in `language`, or empty). Ends with a line break; fields are quoted where needed.
std::string rows_to_csv(const RegistryCheck& check, Language language);
std::string rows_to_csv(const RegistryCheck& check, std::span<const std::size_t> rows, Language language);

}  // namespace prima::publication
