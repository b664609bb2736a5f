#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "instrument/reader.h"

// What the tests of instruments share: files of the source tree, and the minimal instrument with a part rewritten.
namespace prima::instrument::test {

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot open " + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// All files called `name` (or, when it begins with a dot, ending in it) below a folder of the source tree, sorted.
inline std::vector<std::string> files_below(const std::string& folder, const std::string& name) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PRIMA_SOURCE_DIR "/" + folder)) {
    const auto& path = entry.path();
    if (path.filename() == name || path.extension() == name) paths.push_back(path.string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline std::string minimal_text() { return read_file(PRIMA_SOURCE_DIR "/tests/instruments/good/minimal.yaml"); }

// `text` with its first `from` replaced; a `from` that is not there is a mistake of the test.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t place = text.find(from);
  if (place == std::string::npos) throw std::runtime_error("not in the text: " + from);
  return text.replace(place, from.size(), to);
}

inline Instrument read(const std::string& text, const std::string& file = "instrument.yaml") {
  auto instrument = read_instrument(text, file);
  if (!instrument) throw std::runtime_error(to_text(instrument.error().front(), Language::en));
  return std::move(*instrument);
}

inline Instrument minimal() { return read(minimal_text(), "minimal.yaml"); }

}  // namespace prima::instrument::test
