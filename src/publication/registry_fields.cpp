#include "publication/registry_fields.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "publication/search_words.h"

namespace prima::publication {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// "pra-evaluasi | pre-evaluation", or one text for both languages.
Words note_of(std::string_view text) {
  const std::size_t bar = text.find(" | ");
  const std::string_view id = trimmed(text.substr(0, bar));
  const std::string_view en = bar == std::string_view::npos ? id : trimmed(text.substr(bar + 3));
  return {std::string(id), std::string(en.empty() ? id : en)};
}

std::string_view without_brackets(std::string_view text) {
  const bool in_brackets = text.size() >= 2 && text.front() == '(' && text.back() == ')';
  return in_brackets ? text.substr(1, text.size() - 2) : text;
}

// Takes "prefix:" off, whatever its case.
std::optional<std::string_view> after_prefix(std::string_view text, std::string_view prefix) {
  if (text.size() <= prefix.size() || text[prefix.size()] != ':') return std::nullopt;
  if (folded(text.substr(0, prefix.size())) != prefix) return std::nullopt;
  return trimmed(text.substr(prefix.size() + 1));
}

// A unit or dimension with its prefix. Brackets belong to its name.
std::optional<Subject> prefixed(std::string_view text) {
  for (const auto& [prefix, kind] :
       {std::pair{"unit", Subject::Kind::unit}, std::pair{"dimension", Subject::Kind::dimension},
        std::pair{"dimensi", Subject::Kind::dimension}}) {
    if (const auto name = after_prefix(text, prefix)) return Subject{kind, std::string(*name), {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<YearText> read_year_text(std::string_view text) {
  if (text.size() < 4 || !std::all_of(text.begin(), text.begin() + 4, is_digit)) return std::nullopt;
  if (text.size() > 4 && is_digit(text[4])) return std::nullopt;
  int year = 0;
  for (const char digit : text.substr(0, 4)) year = year * 10 + (digit - '0');
  return YearText{year, note_of(without_brackets(trimmed(text.substr(4))))};
}

Subject read_subject(std::string_view text) {
  if (auto subject = prefixed(text)) return *std::move(subject);
  const std::size_t bracket = text.ends_with(')') ? text.find('(') : std::string_view::npos;
  const std::string word = slug(text.substr(0, bracket));
  const bool is_average = word == "average" || word == "rata-rata";
  if (!word.empty() && word != "total" && !is_average) return {Subject::Kind::unit, std::string(text), {}};
  Subject subject;
  if (is_average) subject.kind = Subject::Kind::average;
  if (bracket != std::string_view::npos) subject.remark = note_of(without_brackets(text.substr(bracket)));
  return subject;
}

}  // namespace prima::publication
