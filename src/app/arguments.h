#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/words.h"

namespace prima::app {

// One option of a command: a flag when it takes no value.
struct OptionSpec {
  std::string_view name;   // "--json"
  std::string_view value;  // what stands for its value in the help: "DIR"; empty for a flag
  Words help;
};

// What the caller wrote, sorted out: words in their order, options by name.
struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> values;
  std::set<std::string, std::less<>> flags;
  Language language = Language::id;

  bool has(std::string_view flag) const { return flags.find(flag) != flags.end(); }
  std::optional<std::string> value(std::string_view option) const {
    const auto found = values.find(option);
    return found == values.end() ? std::nullopt : std::optional<std::string>(found->second);
  }
};

// Sorts out `raw` by the options of a command; they may stand before, between or after the words, as "--name value" or
// "--name=value". "--" ends the options. The error is a sentence about the first thing that is wrong.
Result<Arguments, Words> read_arguments(const std::vector<std::string>& raw, const std::vector<OptionSpec>& options);

}  // namespace prima::app
