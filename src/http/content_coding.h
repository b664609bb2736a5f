#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace prima::http {

enum class Coding : std::uint8_t { identity, gzip, brotli };

// The coding that the client likes best of the three (RFC 9110, section 12.5.3). Of equals: brotli, then gzip. When it
// refuses all, identity. No header, or one that is empty, is identity.
Coding preferred_coding(std::optional<std::string_view> accept_encoding);

// The value of Content-Encoding, and what a coding adds to the ETag: "gzip", "br"; nothing for identity.
std::string_view to_text(Coding coding);

// Whether bodies of that type get smaller by compression.
bool is_compressible(std::string_view content_type);

}  // namespace prima::http
