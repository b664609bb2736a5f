#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"

namespace prima::catalogue {

// A heavy word or phrase with the plain one.
struct OfficeWord {
  std::string phrase;              // lower case, one space between words
  std::vector<std::string> words;  // of the phrase
  std::string say;
  Words why;  // may be empty
};

// The lists that the plain-language check reads: reference/plain_language/words.yaml.
struct PlainWords {
  std::map<std::string, std::vector<OfficeWord>> office_words;  // by their first word, the longest phrase first
  std::set<std::string> light_verbs;                            // "melakukan"
  std::map<std::string, std::string> nominalisations;           // "pembayaran" -> "membayar"
  std::set<std::string> not_passive;                            // "dinas", "terima"
  std::set<std::string> known_abbreviations;                    // "KTP"
  std::set<std::string> long_words_allowed;

  std::size_t office_word_count() const;
};

// Reads the file, or gives every finding. `file` is its name in findings.
Result<PlainWords, Findings> read_plain_words(std::string_view yaml, const std::string& file);

// The list that is part of the program.
const PlainWords& plain_words();

}  // namespace prima::catalogue
