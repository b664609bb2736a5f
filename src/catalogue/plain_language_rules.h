#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "catalogue/plain_language_words.h"
#include "catalogue/standard.h"

// Advice on Indonesian public text. It never refuses anything: a writer may keep every sentence.
namespace prima::catalogue {

enum class RemarkKind { long_sentence, long_word, passive, abbreviation, nominalisation, office_word };

Words words(RemarkKind kind);

struct Remark {
  RemarkKind kind = RemarkKind::long_sentence;
  std::size_t offset = 0;  // bytes from the start of the text
  std::size_t length = 0;  // bytes
  Words reason;
  Words proposal;
  int weight = 0;  // what it takes from the index, see plain_index()
};

struct PlainReport {
  std::vector<Remark> remarks;  // by their place
  std::size_t words = 0;
  std::size_t sentences = 0;
  int weight = 0;   // of all remarks
  int index = 100;  // of this text alone
};

// The readability index of Prima, 0 to 100. It is ours, not a national measure: 100 minus 100 x weight / (words + 20),
// rounded down, never below 0. Weights: a sentence one for each word beyond 20, at most 12; a long word 2; a passive
// verb 2; an abbreviation nobody explains 3; a verb made into a noun 3; an office word 2. The 20 keep one remark from
// spoiling a text of three words.
int plain_index(int weight, std::size_t words);

// Sentences above so many words, and words above so many letters, are remarked.
inline constexpr std::size_t longest_sentence = 20;
inline constexpr std::size_t longest_word = 15;

// The abbreviations that `text` explains: "Nomor Induk Berusaha (NIB)" or "NIB (Nomor Induk Berusaha)".
std::set<std::string> explained_abbreviations(std::string_view text);

// Checks one text. `explained` holds abbreviations that stand explained elsewhere on the same page. A sentence ends at
// ". ! ? ;", at a colon, at a line break; not inside a number, nor after "No.", "Jl.", "Rp." and the like. Each
// abbreviation is remarked once. A place has one remark of a kind, and a word that is an office word or part of a
// nominalisation is not remarked as passive too. Pure.
PlainReport check_plain_language(std::string_view text, const PlainWords& words,
                                 const std::set<std::string>& explained = {});

// One text of a standard with its JSON pointer ("/requirements/0/name/id") and its report.
struct PlacedReport {
  std::string pointer;
  std::string text;
  PlainReport report;
};

struct StandardPlainReport {
  std::vector<PlacedReport> texts;  // only those with a remark
  std::size_t words = 0;
  int weight = 0;
  int index = 100;  // over all texts together
};

// Checks all Indonesian texts of a standard. An abbreviation explained in one of them is known in all.
StandardPlainReport check_plain_language(const Standard& standard, const PlainWords& words);

}  // namespace prima::catalogue
