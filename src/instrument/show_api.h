#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "base/words.h"
#include "instrument/diff.h"
#include "instrument/model.h"

namespace prima::instrument {

// The JSON document of `instrument show --json`:
//
//   {"id","version","hash","title":{"id","en"},"scale":{"min","max"},"rounding":{"places","mode"},"aggregate",
//    "dimensions":[{"id","name":{..},"weight","weight_status"}],
//    "indicators":[{"id","dimension","variable","question":{..},"kind","answered_by","mandatory","informational","not_applicable","weight","weight_status","status","max",
//                   "choices":[{"id","points"}],"range":{"min","max"} or null}],
//    "bands":[{"key","quality","zone","min","max","opinion","status"}]}
//
// Indicators in the instrument's own order. Numbers that take part in a score are strings: a decimal, or a fraction
// where the decimal does not end. `weight` is null for indicators that have none. `rounding` and `aggregate` are those
// of institutions.
std::string show_json(const Instrument& instrument);

// `instrument list --json`: {"instruments":[{"id","version","title":{..},"valid_from","valid_to","hash"}]}.
std::string list_json(const std::vector<const Instrument*>& instruments);

// {"findings":[{"code","file","line","message"}],"cases":N}
std::string lint_json(const Findings& findings, std::size_t cases, Language language);

// {"changes":[{"part","id","message"}]}
std::string diff_json(const std::vector<Change>& changes, Language language);

}  // namespace prima::instrument
