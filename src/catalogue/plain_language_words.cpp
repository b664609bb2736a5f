#include "catalogue/plain_language_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"
#include "embedded/plain_language_files.h"
#include "instrument/yaml.h"

namespace prima::catalogue {

namespace {

using instrument::YamlNode;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return parts;
}

OfficeWord read_office_word(const YamlNode& node) {
  node.allow_keys({"word", "say", "why"});
  OfficeWord one;
  one.phrase = lowered(node.required("word").text());
  one.words = split(one.phrase);
  one.say = node.required("say").text();
  if (node.optional("why").exists()) one.why = node.optional("why").words();
  return one;
}

void add_office_word(const YamlNode& node, PlainWords& words) {
  OfficeWord one = read_office_word(node);
  if (one.words.empty()) return;
  std::vector<OfficeWord>& list = words.office_words[one.words.front()];
  const bool twice =
      std::any_of(list.begin(), list.end(), [&](const OfficeWord& other) { return other.words == one.words; });
  if (twice) {
    node.report("word_twice", {fmt::format("\"{}\" ditulis dua kali; hapus salah satunya", one.phrase),
                               fmt::format("\"{}\" is written twice; remove one", one.phrase)});
  }
  list.push_back(std::move(one));
}

std::set<std::string> read_set(const YamlNode& node) {
  std::set<std::string> set;
  for (const YamlNode& item : node.items()) set.insert(item.text());
  return set;
}

PlainWords read(const YamlNode& root) {
  root.allow_keys({"format", "office_words", "light_verbs", "nominalisations", "not_passive", "known_abbreviations",
                   "long_words_allowed"});
  if (root.required("format").text() != "prima-plain-language/1")
    root.report("bad_format", {"format harus \"prima-plain-language/1\"", "format must be \"prima-plain-language/1\""});
  PlainWords words;
  for (const YamlNode& node : root.required("office_words").items()) add_office_word(node, words);
  for (auto& [first, list] : words.office_words)
    std::stable_sort(list.begin(), list.end(),
                     [](const OfficeWord& a, const OfficeWord& b) { return a.words.size() > b.words.size(); });
  for (const YamlNode& node : root.required("nominalisations").items()) {
    node.allow_keys({"noun", "verb"});
    words.nominalisations[node.required("noun").text()] = node.required("verb").text();
  }
  words.light_verbs = read_set(root.required("light_verbs"));
  words.not_passive = read_set(root.required("not_passive"));
  words.known_abbreviations = read_set(root.required("known_abbreviations"));
  words.long_words_allowed = read_set(root.required("long_words_allowed"));
  return words;
}

}  // namespace

std::size_t PlainWords::office_word_count() const {
  std::size_t count = 0;
  for (const auto& [first, list] : office_words) count += list.size();
  return count;
}

Result<PlainWords, Findings> read_plain_words(std::string_view yaml, const std::string& file) {
  instrument::YamlProblems problems{file, {}};
  const auto value = instrument::parse_yaml(yaml, &problems);
  if (!value) return failure(std::move(problems.findings));
  PlainWords words = read(YamlNode(&*value, "", 1, &problems));
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return words;
}

const PlainWords& plain_words() {
  static const PlainWords words = [] {
    const EmbeddedFile* file = plain_language_data::find("words.yaml");
    PRIMA_ASSERT(file != nullptr);
    auto read = read_plain_words(file->bytes, "words.yaml");
    PRIMA_ASSERT(read.has_value());
    return std::move(*read);
  }();
  return words;
}

}  // namespace prima::catalogue
