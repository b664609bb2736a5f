#include "app/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "base/assert.h"
#include "base/text.h"

namespace prima::app {

namespace {

constexpr std::string_view version_text = "prima 0.1.0\n";

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    words.emplace_back(text.substr(0, space));
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return words;
}

// The command whose name the first words (options left out) are, with `raw` freed of that name.
const Command* take_command(std::vector<std::string>& raw) {
  for (const Command& command : commands()) {
    const std::vector<std::string> name = split_words(command.name);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < raw.size() && places.size() < name.size(); ++i) {
      if (raw[i].starts_with("-")) {
        const bool takes_value = raw[i] == "--lang" || raw[i] == "--data" || raw[i] == "--database";
        if (takes_value) ++i;
        continue;
      }
      if (raw[i] != name[places.size()]) break;
      places.push_back(i);
    }
    if (places.size() != name.size()) continue;
    for (auto place = places.rbegin(); place != places.rend(); ++place)
      raw.erase(raw.begin() + static_cast<std::ptrdiff_t>(*place));
    return &command;
  }
  return nullptr;
}

Language wanted_language(const std::vector<std::string>& raw) {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == "--lang=en" || (raw[i] == "--lang" && i + 1 < raw.size() && raw[i + 1] == "en")) return Language::en;
  }
  return Language::id;
}

bool asks_for(const std::vector<std::string>& raw, std::string_view option) {
  return std::find(raw.begin(), raw.end(), option) != raw.end();
}

Exit wrong_use(const Words& words, Language language) {
  return report(Finding{"wrong_use", "prima", 0, words}, language);
}

Exit run_command(const Command& command, const std::vector<std::string>& raw, Language language) {
  std::vector<OptionSpec> options = command.options;
  options.insert(options.end(), common_options().begin(), common_options().end());
  const auto arguments = read_arguments(raw, options);
  if (!arguments) return wrong_use(arguments.error(), language);
  const std::size_t count = arguments->words.size();
  if (count < command.least_words || count > command.most_words) {
    return wrong_use(
        {fmt::format("cara pakai: prima {} {}; lihat prima {} --help", command.name, command.words, command.name),
         fmt::format("usage: prima {} {}; see prima {} --help", command.name, command.words, command.name)},
        language);
  }
  return command.run(*arguments);
}

Exit run_unsafe(std::vector<std::string> raw) {
  const Language language = wanted_language(raw);
  if (asks_for(raw, "--version")) {
    print(version_text);
    return Exit::done;
  }
  const Command* command = take_command(raw);
  if (raw.empty() && command == nullptr) {
    print(help(nullptr, language));
    return Exit::wrong_use;
  }
  if (asks_for(raw, "--help") || asks_for(raw, "-h") || (command == nullptr && raw.front() == "help")) {
    print(help(command, language));
    return Exit::done;
  }
  if (command != nullptr) return run_command(*command, raw, language);
  const auto word = std::find_if(raw.begin(), raw.end(), [](const std::string& one) { return !one.starts_with("-"); });
  const std::string shown = word == raw.end() ? raw.front() : *word;
  std::vector<std::string> known;
  for (const Command& one : commands()) known.push_back(split_words(one.name).front());
  const auto near = closest(shown, known);
  return wrong_use(
      {fmt::format("perintah \"{}\" tidak dikenal{}", shown_to_people(shown),
                   near && *near != shown ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; lihat prima --help"),
       fmt::format("the command \"{}\" is not known{}", shown_to_people(shown),
                   near && *near != shown ? fmt::format("; did you mean \"{}\"?", *near) : "; see prima --help")},
      language);
}

}  // namespace

const std::vector<OptionSpec>& common_options() {
  static const std::vector<OptionSpec> options = {
      {"--lang", "id|en", {"bahasa pesan (bawaan: id)", "language of messages (default: id)"}},
      {"--help", "", {"tampilkan bantuan ini", "show this help"}},
  };
  return options;
}

void print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (written) return;
  std::fputs("prima: keluaran tidak dapat ditulis / the output cannot be written\n", stderr);
  std::_Exit(static_cast<int>(Exit::findings));
}

Exit report(const Finding& finding, Language language) {
  std::fputs((to_text(finding, language) + "\n").c_str(), stderr);
  return Exit::wrong_use;
}

Exit report(const Findings& findings, Language language) {
  PRIMA_ASSERT(!findings.empty());
  Finding first = findings.front();
  if (findings.size() > 1) {
    first.message.id += fmt::format(" (dan {} temuan lain; --json menampilkan semuanya)", findings.size() - 1);
    first.message.en += fmt::format(" (and {} more findings; --json shows them all)", findings.size() - 1);
  }
  return report(first, language);
}

int run(const std::vector<std::string>& raw) {
  try {
    return static_cast<int>(run_unsafe(raw));
  } catch (const std::exception& error) {
    std::fputs(
        fmt::format(
            "prima: kesalahan di dalam program, mohon laporkan / an error inside the program, please report it: {}\n",
            error.what())
            .c_str(),
        stderr);
    return static_cast<int>(Exit::findings);
  }
}

}  // namespace prima::app
