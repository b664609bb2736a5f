#pragma once

#include <string_view>

namespace prima {

// A file that is part of the program (cmake/embed.cmake). All views last as long as the program.
struct EmbeddedFile {
  std::string_view path;          // relative, with "/": "ombudsman/kepatuhan/2023/instrument.yaml"
  std::string_view bytes;         // as in the source tree
  std::string_view content_type;  // "text/css; charset=utf-8"
  std::string_view sha256;        // of `bytes`, 64 hexadecimal digits
  std::string_view gzip;          // `bytes` compressed; empty when that was not asked for or saves little
  std::string_view brotli;

  // The part of the hash that stands in URLs and ETags.
  constexpr std::string_view short_hash() const { return sha256.substr(0, 12); }
};

}  // namespace prima
