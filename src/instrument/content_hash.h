#pragma once

#include <string>
#include <string_view>

namespace prima::instrument {

// "sha256:" and the SHA-256 (FIPS 180-4) of the bytes in 64 lower-case hex digits; the same value that `sha256sum`
// prints for the file.
std::string content_hash(std::string_view bytes);

}  // namespace prima::instrument
