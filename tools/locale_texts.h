#pragma once

#include <string>
#include <vector>

// What tools/locale.cpp reads from web/locale/*.yaml, and the C++ it writes. Apart from main(), so that tests reach it.
namespace prima::locale {

struct Entry {
  std::string key;  // "registry.found"
  std::string text;
  int line = 0;          // of the file, from 1
  int placeholders = 0;  // {0} up to {placeholders - 1} stand in the text
};

struct File {
  std::string name;  // as it is shown in a message
  std::vector<Entry> entries;
};

// Reads one file: a flat map `section.key: text`. Every problem is added to `problems` as "file:line: what is wrong".
File read(const std::string& name, const std::string& yaml, std::vector<std::string>& problems);

// What is in one file and not in the other, or has other placeholders there.
void compare(const File& id, const File& en, std::vector<std::string>& problems);

// The header with `enum class Text`, in the order of the keys in `id`.
std::string header(const File& id);
// The tables behind it. `id` and `en` must have passed compare().
std::string source(const File& id, const File& en);

}  // namespace prima::locale
