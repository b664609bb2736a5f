#pragma once

#include <array>
#include <string>
#include <string_view>

namespace prima::http {

// The heart of a strong ETag: 32 hexadecimal digits of the SHA-256 of the bytes. The same bytes have the same tag on
// every machine.
std::string tag_of(std::string_view bytes);

}  // namespace prima::http
