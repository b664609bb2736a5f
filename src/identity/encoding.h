#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prima::identity {

// The encodings of RFC 4648. Each reader accepts only what its writer could have made (no white space, no stray bits),
// but for base32, which people type: there case, spaces and hyphens do not matter, and padding may be missing.
std::string base64(std::string_view bytes);
std::string base64url(std::string_view bytes);  // without padding
std::optional<std::string> read_base64url(std::string_view text);
std::string base32(std::string_view bytes);  // without padding
std::optional<std::string> read_base32(std::string_view text);

}  // namespace prima::identity
