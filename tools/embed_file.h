#pragma once

#include <string>
#include <vector>

// What tools/embed.cpp makes of each file. Apart from main(), so that tests reach it.
namespace prima::embed {

struct File {
  std::string path;  // as the program will know it
  std::string bytes;
};

// "text/css; charset=utf-8" for "site.css"; "application/octet-stream" for a name it does not know.
std::string content_type(const std::string& path);
// 64 hexadecimal digits.
std::string sha256(const std::string& bytes);
std::string gzip(const std::string& bytes);
std::string brotli(const std::string& bytes);
// A C++ string literal, on several lines, that stands for exactly these bytes.
std::string literal(const std::string& bytes);

struct Options {
  std::string name;            // of the header: embedded/<name>.h
  std::string namespace_name;  // prima::web
  bool compress = false;
};

std::string header(const Options& options);
// `files` sorted by path, no path twice.
std::string source(const Options& options, const std::vector<File>& files);

}  // namespace prima::embed
