#include "catalogue/plain_language_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prima::catalogue {

namespace {

constexpr std::array<std::string_view, 22> shortened = {"no",   "jl",  "jln",  "gg",   "rp",  "dr",  "drs", "ir",
                                                        "prof", "dll", "dsb",  "dst",  "tgl", "hlm", "ds",  "kel",
                                                        "kec",  "kab", "prov", "telp", "yth", "a.n"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_punctuation(std::string_view text, std::size_t at) {
  // “ ” ‘ ’ – — … and the non-breaking space are no letters, though their bytes look like some.
  const std::string_view three = text.substr(at, 3);
  if (three >= "\xE2\x80\x90" && three <= "\xE2\x80\xBF") return true;
  return text.substr(at, 2) == "\xC2\xA0";
}

bool joins(std::string_view text, std::size_t at) {
  return (text[at] == '-' || text[at] == '\'') && at > 0 && at + 1 < text.size() && is_letter(text[at - 1]) &&
         is_letter(text[at + 1]) && !is_punctuation(text, at + 1);
}

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

bool ends_sentence(std::string_view text, std::size_t at, const TextSentence& so_far) {
  const char c = text[at];
  if (c == '!' || c == '?' || c == ';' || c == '\n') return true;
  if (c == ':') return !(is_digit(text, at + 1) && at > 0 && is_digit(text, at - 1));
  if (c != '.') return false;
  const bool before_space = at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' ||
                            text[at + 1] == '"' || text[at + 1] == ')';
  if (!before_space) return false;
  if (so_far.words.empty()) return false;
  const TextWord& last = so_far.words.back();
  if (last.offset + last.text.size() != at) return true;
  const bool at_end = text.find_first_not_of(" \n", at + 1) == std::string_view::npos;
  const bool is_short = std::find(shortened.begin(), shortened.end(), last.lower) != shortened.end();
  return at_end || !(is_short || (last.text.size() == 1 && last.text[0] >= 'A' && last.text[0] <= 'Z'));
}

}  // namespace

std::vector<TextSentence> sentences_of(std::string_view text) {
  std::vector<TextSentence> sentences;
  TextSentence current;
  const auto finish = [&] {
    if (!current.words.empty()) sentences.push_back(std::move(current));
    current = {};
  };
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_punctuation(text, at)) {
      at += text[at] == '\xC2' ? 2 : 3;
    } else if (!is_letter(text[at])) {
      if (ends_sentence(text, at, current)) finish();
      ++at;
    } else {
      const std::size_t start = at;
      while (at < text.size() && ((is_letter(text[at]) && !is_punctuation(text, at)) || joins(text, at))) ++at;
      std::string word(text.substr(start, at - start));
      current.words.push_back({start, word, lowered(word)});
    }
  }
  finish();
  return sentences;
}

std::size_t letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace prima::catalogue
