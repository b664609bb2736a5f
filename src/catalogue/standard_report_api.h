#pragma once

#include <span>
#include <string>

#include "base/words.h"
#include "catalogue/edition_diff.h"
#include "catalogue/plain_language_rules.h"
#include "catalogue/standard_completeness.h"
#include "catalogue/template.h"

// What is said about standards, as JSON. `language` chooses the words for people; keys and choices have none.
namespace prima::catalogue {

// {"before":1,"after":2,"summary":"...","parts":[{"part":"component","component":"fees","name":"...","changes":[
//   {"kind":"changed","name":"...","facets":[{"label":"...","before":"...","after":"..."}]}]}]}; parts without a change
// are left out; "component" is null outside the 14.
std::string diff_json(const EditionDiff& diff, Language language);

// {"instrument":"standar-pelayanan/14-komponen","score":"91.70","exact":"917/10","category":"...","quality":"...",
//  "components":[{"component":"fees","indicator":"biaya","choice":"0","state":"absent","reason":"..."}]}
std::string completeness_json(const ServiceCompleteness& service, Language language);

// {"services":3,"without_standard":1,"score":"47.62","exact":"...","category":"...","quality":"...","absent":14,
//  "summary":"...","components":[{"component":"fees","absent":1,"weak":1}]}; score, exact and category are null where
// there is no service.
std::string completeness_json(const CompletenessScorer::GroupCompleteness& group, Language language);

// {"index":93,"standing":"ours","words":120,"texts":[{"pointer":"/title/id","text":"...","remarks":[{"kind":"passive",
//  "offset":0,"length":7,"reason":"...","proposal":"..."}]}]}; offset and length count bytes of the text in UTF-8.
std::string plain_language_json(const StandardPlainReport& report, Language language);

// {"templates":[{"key","sector","title"}],"sectors":[{"key","name"}],"notice":"..."}
std::string templates_json(std::span<const ServiceTemplate> templates, Language language);

// {"key","sector","standing":"ours","notice","hints":{"fees":"..."},"standard":{...}}
std::string template_json(const ServiceTemplate& one, Language language);

}  // namespace prima::catalogue
