#include "app/instruments.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/text.h"
#include "embedded/instrument_files.h"
#include "files/input_file.h"
#include "instrument/lint.h"
#include "instrument/reader.h"

namespace prima::app {

using instrument::Instrument;

namespace {

Library& own_library() {
  static Library library = [] {
    std::vector<LibraryFile> files;
    for (const EmbeddedFile& file : instrument_data::files()) files.push_back({std::string(file.path), file.bytes});
    return Library(std::move(files));
  }();
  return library;
}

Findings add_file(const std::string& path) {
  const auto file = files::InputFile::open(path);
  if (!file) return {file.error()};
  return own_library().add(std::string(file->bytes()), path);
}

Finding unknown_instrument(const std::string& word) {
  const auto near = library().nearest(word);
  const std::string shown = shown_to_people(word);
  return Finding{
      "unknown_instrument",
      "",
      0,
      {fmt::format("instrumen \"{}\" tidak ada{}", shown,
                   near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; lihat prima instrument list"),
       fmt::format("there is no instrument \"{}\"{}", shown,
                   near ? fmt::format("; did you mean \"{}\"?", *near) : "; see prima instrument list")}};
}

}  // namespace

const Library& library() { return own_library(); }

Findings add_instruments_of(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path root = fs::path(folder) / "instruments";
  fs::create_directories(root, error);
  if (error)
    return {Finding{"folder_not_writable",
                    folder,
                    0,
                    {"folder data ini tidak dapat dibuat; periksa hak aksesnya",
                     "this data folder cannot be made; check its permissions"}}};
  std::vector<std::string> paths;
  for (fs::recursive_directory_iterator entry(root, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename() == "instrument.yaml") paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  Findings findings;
  for (const std::string& path : paths) {
    const Findings more = add_file(path);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  return findings;
}

Result<const Instrument*, Findings> find_instrument(const std::string& word) {
  if (!word.ends_with(".yaml")) {
    const Instrument* known = library().find(word);
    if (known != nullptr) return known;
    return failure(Findings{unknown_instrument(word)});
  }
  const auto file = files::InputFile::open(word);
  if (!file) return failure(Findings{file.error()});
  auto read = instrument::read_instrument(file->bytes(), word);
  if (!read) return failure(read.error());
  Findings findings = instrument::lint(*read, library().family(*read));
  if (!findings.empty()) return failure(std::move(findings));
  static std::vector<std::unique_ptr<const Instrument>> tried;  // they live as long as the command
  tried.push_back(std::make_unique<const Instrument>(std::move(*read)));
  return tried.back().get();
}

}  // namespace prima::app
