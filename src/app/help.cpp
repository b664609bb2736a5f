#include <fmt/format.h>

#include <algorithm>

#include "app/command.h"

namespace prima::app {

namespace {

std::string shown(const OptionSpec& option) {
  return option.value.empty() ? std::string(option.name) : fmt::format("{} {}", option.name, option.value);
}

std::string usage(const Command& command) {
  std::string line = fmt::format("prima {} {}", command.name, command.words);
  while (line.ends_with(' ')) line.pop_back();
  for (const OptionSpec& option : command.options) line += " [" + shown(option) + "]";
  return line;
}

std::string option_lines(const std::vector<OptionSpec>& options, Language language) {
  std::string text;
  for (const OptionSpec& option : options)
    text += fmt::format("  {:<26} {}\n", shown(option), option.help.in(language));
  return text;
}

std::string program_help(Language language) {
  const bool id = language == Language::id;
  std::string text = id ? "Prima menghitung dan menjelaskan nilai kepatuhan pelayanan publik.\n\nPerintah:\n"
                        : "Prima computes and explains scores of public-service compliance.\n\nCommands:\n";
  for (const Command& command : commands())
    text += fmt::format("  {:<18} {}\n", command.name, command.summary.in(language));
  text += id ? "\nOpsi semua perintah:\n" : "\nOptions of all commands:\n";
  text += option_lines(common_options(), language);
  text += id ? "\nKode keluar: 0 selesai, 1 ada temuan, 2 salah pakai atau masukan tidak terbaca.\n"
             : "\nExit codes: 0 done, 1 findings, 2 wrong use or unreadable input.\n";
  return text;
}

// roff takes "-", "\" and a leading "." or "'" for its own.
std::string roff(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\' || c == '-') safe += '\\';
    safe += c;
  }
  return safe.starts_with(".") || safe.starts_with("'") ? "\\&" + safe : safe;
}

std::string roff_options(const std::vector<OptionSpec>& options, Language language) {
  std::string text;
  for (const OptionSpec& option : options)
    text += fmt::format(".TP\n.B {}\n{}\n", roff(shown(option)), roff(option.help.in(language)));
  return text;
}

}  // namespace

std::string help(const Command* command, Language language) {
  if (command == nullptr) return program_help(language);
  const bool id = language == Language::id;
  std::string text = fmt::format("{}\n\n{}.\n", usage(*command), command->summary.in(language));
  if (!command->description.empty()) text += "\n" + command->description.in(language) + "\n";
  text += id ? "\nOpsi:\n" : "\nOptions:\n";
  return text + option_lines(command->options, language) + option_lines(common_options(), language);
}

std::string manual_page(Language language) {
  const bool id = language == Language::id;
  std::string text = ".TH PRIMA 1\n";
  text += id ? ".SH NAMA\nprima \\- nilai kepatuhan pelayanan publik yang persis dan dapat dijelaskan\n.SH PERINTAH\n"
             : ".SH NAME\nprima \\- exact and explained scores of public-service compliance\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    text += fmt::format(".SS {}\n{}.\n", roff(usage(command)), roff(command.summary.in(language)));
    if (!command.description.empty()) text += ".PP\n" + roff(command.description.in(language)) + "\n";
    text += roff_options(command.options, language);
  }
  text += id ? ".SH OPSI SEMUA PERINTAH\n" : ".SH OPTIONS OF ALL COMMANDS\n";
  text += roff_options(common_options(), language);
  text += id ? ".SH KODE KELUAR\n0 selesai, 1 ada temuan atau pemeriksaan gagal, 2 salah pakai atau masukan tidak "
               "terbaca.\n"
             : ".SH EXIT STATUS\n0 done, 1 findings or a check that failed, 2 wrong use or unreadable input.\n";
  return text;
}

}  // namespace prima::app
