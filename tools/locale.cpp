// Turns web/locale/id.yaml and en.yaml into C++:
//
//   locale ID.yaml EN.yaml OUT.h OUT.cpp
//
// Writes only what changed, so rewording a text compiles one file and nothing else. When something is wrong with the
// texts it prints every problem as "file:line: what" and the build stops with exit code 1.

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "host_files.h"
#include "locale_texts.h"

namespace {

int run(const std::vector<std::string>& arguments) {
  using namespace prima;
  if (arguments.size() != 4) {
    std::fprintf(stderr, "use: locale ID.yaml EN.yaml OUT.h OUT.cpp\n");
    return 2;
  }
  std::vector<std::string> problems;
  const auto id = locale::read(arguments[0], host::read_file(arguments[0]), problems);
  const auto en = locale::read(arguments[1], host::read_file(arguments[1]), problems);
  locale::compare(id, en, problems);
  for (const std::string& problem : problems) std::fprintf(stderr, "%s\n", problem.c_str());
  if (!problems.empty()) return 1;
  host::write_if_changed(arguments[2], locale::header(id));
  host::write_if_changed(arguments[3], locale::source(id, en));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "locale: %s\n", error.what());
    return 2;
  }
}
