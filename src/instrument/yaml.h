#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/rational.h"
#include "base/words.h"

namespace prima::instrument {

// One value of a YAML file, with the line it stands on.
struct YamlValue {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;
  std::string scalar;
  std::vector<YamlValue> items;
  struct Entry;  // not a std::pair: clang++ refuses a pair that holds a class not yet complete
  std::vector<Entry> entries;
  std::int64_t line = 0;
};

struct YamlValue::Entry {
  std::string key;
  YamlValue value;
};

// The findings of one file while it is read.
struct YamlProblems {
  std::string file;
  Findings findings;

  void add(std::string code, std::int64_t line, Words message) {
    findings.push_back(Finding{std::move(code), file, line, std::move(message)});
  }
};

// Parses `text`, whose root must be a map. Adds a finding and gives nothing for wrong YAML, for anchors and aliases,
// for a key written twice, for nesting deeper than 32, and for a text over 4 MiB.
std::optional<YamlValue> parse_yaml(std::string_view text, YamlProblems* problems);

// One place of a parsed file, with the path that leads there ("dimensions[0].weight") for messages. Asking for
// something that is missing or has another type adds a finding and gives an empty value, so that one pass finds
// everything. The parsed value must outlive it.
class YamlNode {
 public:
  YamlNode(const YamlValue* value, std::string path, std::int64_t line, YamlProblems* problems)
      : value_(value), path_(std::move(path)), line_(line), problems_(problems) {}

  bool exists() const { return value_ != nullptr && value_->kind != YamlValue::Kind::null; }
  bool is_map() const { return value_ != nullptr && value_->kind == YamlValue::Kind::map; }
  bool is_list() const { return value_ != nullptr && value_->kind == YamlValue::Kind::list; }
  std::int64_t line() const { return line_; }
  const std::string& path() const { return path_; }

  // Adds a finding for every key that is not in `known`; a key that looks like a secret or a storage setting gets a
  // finding of its own.
  void allow_keys(std::initializer_list<std::string_view> known) const;

  // The value under `key`; not existing when there is none.
  YamlNode optional(std::string_view key) const;
  // The same, with a finding when there is none.
  YamlNode required(std::string_view key) const;
  std::vector<YamlNode> items() const;
  // The keys of a map with their values, in the file's order.
  std::vector<std::pair<std::string, YamlNode>> entries() const;

  std::string text() const;
  std::string id() const;
  Words words() const;
  bool flag() const;
  // An exact number in quotes: decimal, fraction or percentage.
  Rational number() const;
  int whole() const;
  std::optional<Date> date() const;
  std::vector<std::string> ids() const;

  void report(std::string code, Words message) const { problems_->add(std::move(code), line_, std::move(message)); }
  YamlProblems* problems() const { return problems_; }

 private:
  bool expect_scalar() const;

  const YamlValue* value_;
  std::string path_;
  std::int64_t line_;
  YamlProblems* problems_;
};

}  // namespace prima::instrument
