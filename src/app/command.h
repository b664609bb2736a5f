#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/arguments.h"
#include "base/finding.h"
#include "base/words.h"

namespace prima::app {

// How a command ended; the program's exit code.
enum class Exit : int { done = 0, findings = 1, wrong_use = 2 };

// One command of the program. The help, the manual page and the reading of arguments all come from this table.
struct Command {
  std::string_view name;   // "instrument lint"
  std::string_view words;  // its words, as in the help: "FILE..."
  std::size_t least_words = 0;
  std::size_t most_words = 0;
  Words summary;      // one line, without a full stop
  Words description;  // some sentences; may be empty
  std::vector<OptionSpec> options;
  Exit (*run)(const Arguments& arguments);
};

// All commands, in the order of the help.
const std::vector<Command>& commands();

// The options that every command has: --lang, --help.
const std::vector<OptionSpec>& common_options();

// Writes to standard output at once. A full disk or a closed pipe ends the program with exit code 1 and a message.
void print(std::string_view text);

// Writes one line to standard error: the first finding, and how many more there are.
Exit report(const Findings& findings, Language language);
Exit report(const Finding& finding, Language language);

// Help for one command, or for the program when it is nullptr; and the manual page (roff, man(7)).
std::string help(const Command* command, Language language);
std::string manual_page(Language language);

// Runs what the caller asked for. Never throws; `raw` is without the program's name.
int run(const std::vector<std::string>& raw);

}  // namespace prima::app
