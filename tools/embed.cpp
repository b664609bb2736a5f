// Turns files into one C++ source; cmake/embed.cmake calls it:
//
//   embed [--compress] --namespace NAMESPACE --name NAME --root FOLDER --out FOLDER LIST
//
// LIST is a file with one path a line. Writes FOLDER/NAME.h and FOLDER/NAME.cpp, only when they change.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "embed_file.h"
#include "host_files.h"

namespace {

namespace fs = std::filesystem;
using namespace prima;

struct Arguments {
  embed::Options options;
  fs::path root;
  fs::path out;
  fs::path list;
};

Arguments parse(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == "--compress") {
      arguments.options.compress = true;
    } else if (word.starts_with("--") && at + 1 < words.size()) {
      const std::string& value = words[++at];
      if (word == "--namespace") arguments.options.namespace_name = value;
      if (word == "--name") arguments.options.name = value;
      if (word == "--root") arguments.root = value;
      if (word == "--out") arguments.out = value;
    } else {
      arguments.list = word;
    }
  }
  return arguments;
}

std::string path_below(const fs::path& root, const fs::path& file) {
  const std::string relative = file.lexically_relative(root).generic_string();
  if (relative.empty() || relative.starts_with(".."))
    throw std::runtime_error(file.string() + ": not below " + root.string());
  return relative;
}

std::vector<embed::File> read_files(const Arguments& arguments) {
  std::vector<embed::File> files;
  std::istringstream lines(host::read_file(arguments.list));
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) files.push_back({path_below(arguments.root, line), host::read_file(line)});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Arguments arguments = parse({argv + 1, argv + argc});
    if (arguments.list.empty() || arguments.options.name.empty() || arguments.options.namespace_name.empty()) {
      std::fprintf(stderr,
                   "use: embed [--compress] --namespace NAMESPACE --name NAME --root FOLDER --out FOLDER LIST\n");
      return 2;
    }
    const auto base = arguments.out / arguments.options.name;
    host::write_if_changed(base.string() + ".h", embed::header(arguments.options));
    host::write_if_changed(base.string() + ".cpp", embed::source(arguments.options, read_files(arguments)));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "embed: %s\n", error.what());
    return 2;
  }
}
