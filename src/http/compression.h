#pragma once

#include <string>
#include <string_view>

namespace prima::http {

// How hard to try: for an answer that is sent once (some ten microseconds a kilobyte), or for one that is kept.
enum class Effort { once, kept };

// The bytes in the coding of that name. Throws std::bad_alloc only.
std::string gzip(std::string_view bytes, Effort effort);
std::string brotli(std::string_view bytes, Effort effort);

// Whether the compressed form saves at least a tenth, and so is worth its Vary and the client's work.
inline bool saves_enough(std::string_view bytes, std::string_view compressed) {
  return compressed.size() < bytes.size() - bytes.size() / 10;
}

}  // namespace prima::http
