#include "app/arguments.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace prima::app {

namespace {

Words unknown_option(std::string_view name, const std::vector<OptionSpec>& options) {
  std::vector<std::string> known;
  for (const OptionSpec& option : options) known.emplace_back(option.name);
  const auto near = closest(name, known);
  const std::string shown = shown_to_people(name);
  return {fmt::format("opsi {} tidak dikenal{}", shown,
                      near ? fmt::format("; mungkin maksudnya {}?", *near) : "; lihat --help"),
          fmt::format("the option {} is not known{}", shown,
                      near ? fmt::format("; did you mean {}?", *near) : "; see --help")};
}

// One option with what stands behind its "=", if anything.
struct Written {
  std::string name;
  std::optional<std::string> value;
};

Written split(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return {text, std::nullopt};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

}  // namespace

Result<Arguments, Words> read_arguments(const std::vector<std::string>& raw, const std::vector<OptionSpec>& options) {
  Arguments arguments;
  bool only_words = false;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (only_words || raw[i].size() < 2 || raw[i].front() != '-' ||
        (raw[i].size() > 1 && raw[i][1] >= '0' && raw[i][1] <= '9')) {
      arguments.words.push_back(raw[i]);
      continue;
    }
    if (raw[i] == "--") {
      only_words = true;
      continue;
    }
    Written written = split(raw[i]);
    const auto option =
        std::find_if(options.begin(), options.end(), [&](const OptionSpec& one) { return one.name == written.name; });
    if (option == options.end()) return failure(unknown_option(written.name, options));
    if (option->value.empty()) {
      if (written.value) {
        return failure(Words{fmt::format("opsi {} tidak memakai nilai", written.name),
                             fmt::format("the option {} takes no value", written.name)});
      }
      arguments.flags.insert(written.name);
      continue;
    }
    if (!written.value && i + 1 == raw.size()) {
      return failure(Words{fmt::format("opsi {} memerlukan nilai {}", written.name, option->value),
                           fmt::format("the option {} needs a value {}", written.name, option->value)});
    }
    arguments.values[written.name] = written.value ? *written.value : raw[++i];
  }
  const std::string language = arguments.value("--lang").value_or("id");
  if (language != "id" && language != "en") {
    return failure(Words{fmt::format("--lang harus id atau en, bukan \"{}\"", shown_to_people(language)),
                         fmt::format("--lang must be id or en, not \"{}\"", shown_to_people(language))});
  }
  arguments.language = language == "en" ? Language::en : Language::id;
  return arguments;
}

}  // namespace prima::app
