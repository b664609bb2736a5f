#include "publication/search_words.h"

#include <algorithm>

namespace prima::publication {

namespace {

bool is_ascii_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

}  // namespace

std::string slug(std::string_view text) {
  std::string result;
  for (const char byte : folded(text)) {
    if (is_ascii_word(byte)) {
      result += byte;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

bool every_word_begins_one_of(const std::vector<Token>& query, const std::vector<Token>& text) {
  return std::all_of(query.begin(), query.end(), [&](const Token& wanted) {
    return std::any_of(text.begin(), text.end(), [&](const Token& one) { return one.word.starts_with(wanted.word); });
  });
}

}  // namespace prima::publication
