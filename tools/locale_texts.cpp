#include "locale_texts.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace prima::locale {
namespace {

std::string at(const std::string& file, int line, const std::string& what) {
  return fmt::format("{}:{}: {}", file, line, what);
}

int line_of(const YAML::Node& node) { return node.Mark().line + 1; }

// The placeholders of a text are {0}, {1} ... without a gap, each at least once; no other brace stands in it. Gives
// their number, or -1.
int count_placeholders(const std::string& text) {
  std::set<int> seen;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') return -1;
    if (text[at] != '{') continue;
    if (at + 2 >= text.size() || text[at + 1] < '0' || text[at + 1] > '5' || text[at + 2] != '}') return -1;
    seen.insert(text[at + 1] - '0');
    at += 2;
  }
  const int count = static_cast<int>(seen.size());
  return seen.empty() || *seen.rbegin() == count - 1 ? count : -1;
}

std::string problem_of_text(const std::string& text, int placeholders) {
  if (text.empty()) return "the text is empty";
  if (text.front() == ' ' || text.back() == ' ' || text.back() == '\n')
    return "the text begins or ends with white space";
  if (placeholders < 0) return "placeholders are {0} to {5}, in a row from {0}; no other brace may stand in a text";
  return "";
}

std::string identifier(const std::string& key) {
  std::string name = key;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

std::string literal(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n') {
      quoted += "\\n";
    } else {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
  }
  return quoted + '"';
}

const Entry* find(const File& file, const std::string& key) {
  const auto found =
      std::find_if(file.entries.begin(), file.entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == file.entries.end() ? nullptr : &*found;
}

void add_entry(File& file, const YAML::Node& key, const YAML::Node& value, std::vector<std::string>& problems) {
  static const std::regex form("[a-z][a-z0-9_]*\\.[a-z0-9_]+");
  const int line = line_of(key);
  if (!value.IsScalar() && !value.IsNull()) {
    problems.push_back(at(file.name, line, "the value is not a text; write `section.key: text`"));
    return;
  }
  Entry entry{key.as<std::string>(), value.IsNull() ? "" : value.as<std::string>(), line, 0};
  entry.placeholders = count_placeholders(entry.text);
  if (!std::regex_match(entry.key, form)) {
    problems.push_back(
        at(file.name, line, fmt::format("\"{}\" is not of the form section.key in small letters", entry.key)));
  }
  if (const Entry* earlier = find(file, entry.key)) {
    problems.push_back(at(file.name, line, fmt::format("{} stands on line {} already", entry.key, earlier->line)));
    return;
  }
  const std::string problem = problem_of_text(entry.text, entry.placeholders);
  if (!problem.empty()) problems.push_back(at(file.name, line, fmt::format("{}: {}", entry.key, problem)));
  file.entries.push_back(std::move(entry));
}

// Two keys must not become one name: a.b_c and a_b.c.
void check_names(const File& file, std::vector<std::string>& problems) {
  std::map<std::string, const Entry*> names;
  for (const Entry& entry : file.entries) {
    const auto [earlier, added] = names.emplace(identifier(entry.key), &entry);
    if (!added) {
      problems.push_back(at(file.name, entry.line,
                            fmt::format("{} and {} would have the same name in C++", entry.key, earlier->second->key)));
    }
  }
}

void check_missing(const File& here, const File& there, std::vector<std::string>& problems) {
  for (const Entry& entry : here.entries) {
    if (find(there, entry.key) == nullptr) {
      problems.push_back(
          at(here.name, entry.line,
             fmt::format("{} is missing in {}; every text stands in both languages", entry.key, there.name)));
    }
  }
}

void append_table(std::string& out, const char* name, const File& order, const File& texts) {
  out += fmt::format("constexpr std::array<std::string_view, {}> {} = {{\n", order.entries.size(), name);
  for (const Entry& entry : order.entries) out += fmt::format("    {},\n", literal(find(texts, entry.key)->text));
  out += "};\n";
}

constexpr const char* kHeaderTop = R"(// Made by tools/locale.cpp from web/locale/id.yaml and en.yaml. Change those.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/words.h"

namespace prima::html {

// Every text of the pages, by its key: "registry.found" is Text::registry_found.
enum class Text : std::uint16_t {
)";

constexpr const char* kHeaderEnd = R"(}};

// The text in a language, with its {{0}}, {{1}} ... as they stand in the file.
std::string_view text(Language language, Text key);
// How many placeholders the text has; the same in every language.
std::size_t placeholders(Text key);
// The key as in the file, for messages of tests.
std::string_view name(Text key);

inline constexpr std::size_t kTexts = {};

}}  // namespace prima::html
)";

constexpr const char* kSourceTop = R"(// Made by tools/locale.cpp from web/locale/id.yaml and en.yaml. Change those.
#include "html/text.h"

#include <array>

namespace prima::html {
namespace {

)";

constexpr const char* kSourceEnd = R"(
}  // namespace

std::string_view text(Language language, Text key) {
  return (language == Language::id ? kIndonesian : kEnglish)[static_cast<std::size_t>(key)];
}

std::size_t placeholders(Text key) { return kPlaceholders[static_cast<std::size_t>(key)]; }

std::string_view name(Text key) { return kNames[static_cast<std::size_t>(key)]; }

}  // namespace prima::html
)";

}  // namespace

File read(const std::string& name, const std::string& yaml, std::vector<std::string>& problems) {
  File file{name, {}};
  try {
    const YAML::Node root = YAML::Load(yaml);
    if (!root.IsMap()) {
      problems.push_back(at(name, 1, "not a map of `section.key: text` lines"));
      return file;
    }
    for (const auto& pair : root) add_entry(file, pair.first, pair.second, problems);
  } catch (const YAML::Exception& error) {
    problems.push_back(at(name, error.mark.line + 1, error.msg));
  }
  check_names(file, problems);
  return file;
}

void compare(const File& id, const File& en, std::vector<std::string>& problems) {
  check_missing(id, en, problems);
  check_missing(en, id, problems);
  for (const Entry& entry : id.entries) {
    const Entry* other = find(en, entry.key);
    if (other != nullptr && other->placeholders != entry.placeholders) {
      problems.push_back(
          at(en.name, other->line,
             fmt::format("{} has other placeholders than on line {} of {}", entry.key, entry.line, id.name)));
    }
  }
}

std::string header(const File& id) {
  std::string out = kHeaderTop;
  for (const Entry& entry : id.entries) out += fmt::format("  {},\n", identifier(entry.key));
  return out + fmt::format(kHeaderEnd, id.entries.size());
}

std::string source(const File& id, const File& en) {
  std::string out = kSourceTop;
  append_table(out, "kIndonesian", id, id);
  append_table(out, "kEnglish", id, en);
  out += fmt::format("constexpr std::array<std::string_view, {}> kNames = {{\n", id.entries.size());
  for (const Entry& entry : id.entries) out += fmt::format("    \"{}\",\n", entry.key);
  out += fmt::format("}};\nconstexpr std::array<std::size_t, {}> kPlaceholders = {{", id.entries.size());
  for (const Entry& entry : id.entries) out += fmt::format("{}, ", entry.placeholders);
  return out + "};\n" + kSourceEnd;
}

}  // namespace prima::locale
