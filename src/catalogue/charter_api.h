#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "catalogue/charter_rules.h"

namespace prima::catalogue {

// What a unit filled into its charter, as canonical JSON (keys in order, nothing empty), to be stored and sent:
//
//   {"complaints","compensation":{"id","en"},"date":"2026-01-02","institution":{...},"own_texts":[{"part","text":{...}}],
//    "place","signer_name","signer_post":{...},"unit":{...}}
std::string charter_names_json(const CharterNames& names);

// Reads it; every finding carries its JSON pointer. Whether the charter is whole says compose_charter().
Result<CharterNames, Findings> read_charter_names(std::string_view json);

// A charter as it is shown: {"title","paragraphs":[{"id","text"}],"place_and_date","signer_post","signer_name"}.
std::string charter_json(const Charter& charter, Language language);

}  // namespace prima::catalogue
