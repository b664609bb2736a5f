// Reads everyday_words.yaml.
//
//   entries:
//     - {say: [text...], means: [text...]}
//     - {same: [text...]}                    two or more

#include <fmt/format.h>

#include <map>

#include "base/text.h"
#include "catalogue/search_everyday.h"
#include "instrument/yaml.h"

namespace prima::catalogue {

using instrument::YamlNode;
using instrument::YamlProblems;

namespace {

constexpr std::size_t longest_expression = 6;

// The words of one expression; a finding and nothing when it cannot be searched for.
SearchWords expression_of(const YamlNode& node) {
  const std::string text = node.text();
  SearchWords words = search_words(text);
  if (words.empty()) {
    node.report(
        "nothing_to_search",
        {fmt::format("\"{}\" tidak memuat kata yang dapat dicari; hapus atau tulis lebih jelas", shown_to_people(text)),
         fmt::format("\"{}\" holds no word to search for; remove it or say more", shown_to_people(text))});
  } else if (words.size() > longest_expression) {
    node.report("expression_too_long",
                {fmt::format("\"{}\" lebih dari {} kata; ringkaslah", shown_to_people(text), longest_expression),
                 fmt::format("\"{}\" has more than {} words; shorten it", shown_to_people(text), longest_expression)});
    words.clear();
  }
  return words;
}

std::vector<SearchWords> expressions_of(const YamlNode& list) {
  std::vector<SearchWords> expressions;
  const std::vector<YamlNode> items = list.items();
  for (const YamlNode& item : items) {
    if (SearchWords words = expression_of(item); !words.empty()) expressions.push_back(std::move(words));
  }
  if (list.is_list() && items.empty()) {
    list.report("empty_list", {fmt::format("{} kosong; isi atau hapus butir ini", list.path()),
                               fmt::format("{} is empty; fill it or remove this entry", list.path())});
  }
  return expressions;
}

}  // namespace

class EverydayReader {
 public:
  explicit EverydayReader(EverydayWords* result) : result_(result) {}

  void read(const YamlNode& root) {
    root.allow_keys({"entries"});
    for (const YamlNode& entry : root.required("entries").items()) read_entry(entry);
    result_->finish();
  }

 private:
  void read_entry(const YamlNode& entry) {
    entry.allow_keys({"say", "means", "same"});
    ++result_->entries_;
    const bool says = entry.optional("say").exists() || entry.optional("means").exists();
    if (says == entry.optional("same").exists()) {
      entry.report("say_or_same",
                   {fmt::format("{} harus memuat \"say\" dan \"means\", atau \"same\" saja", entry.path()),
                    fmt::format("{} must have \"say\" and \"means\", or \"same\" alone", entry.path())});
    } else if (says) {
      read_say(entry);
    } else {
      read_same(entry.required("same"));
    }
  }

  void read_say(const YamlNode& entry) {
    const auto means = expressions_of(entry.required("means"));
    const YamlNode say = entry.required("say");
    for (SearchWords& words : expressions_of(say)) result_->add(std::move(words), means);
    if (!say.is_list()) return;
    for (const YamlNode& item : say.items()) note_said(item);
  }

  void read_same(const YamlNode& list) {
    const auto expressions = expressions_of(list);
    if (expressions.size() == 1) {
      list.report("same_as_nothing", {fmt::format("{} hanya memuat satu ungkapan; tambahkan padanannya", list.path()),
                                      fmt::format("{} has one expression only; add what it equals", list.path())});
    }
    for (std::size_t i = 0; i < expressions.size(); ++i) {
      std::vector<SearchWords> others = expressions;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      result_->add(expressions[i], std::move(others));
    }
  }

  void note_said(const YamlNode& item) {
    const auto [before, is_new] = said_.emplace(item.text(), item.line());
    if (is_new) return;
    item.report("said_twice",
                {fmt::format("\"{}\" sudah ada di baris {}; gabungkan keduanya", before->first, before->second),
                 fmt::format("\"{}\" already stands in line {}; put both together", before->first, before->second)});
  }

  EverydayWords* result_;
  std::map<std::string, std::int64_t> said_;
};

Result<EverydayWords, Findings> EverydayWords::read(std::string_view text, const std::string& file) {
  YamlProblems problems{.file = file, .findings = {}};
  EverydayWords words;
  if (const auto value = instrument::parse_yaml(text, &problems)) {
    EverydayReader(&words).read(YamlNode(&*value, "", 1, &problems));
  }
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return words;
}

}  // namespace prima::catalogue
