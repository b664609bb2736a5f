#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace prima::journal {

// A SHA-256 digest (FIPS 180-4), or an HMAC made with it: 32 raw bytes.
using Hash = std::array<std::uint8_t, 32>;

// The secret of one record's commitments; 32 random bytes.
using CommitmentKey = std::array<std::uint8_t, 32>;

Hash sha256(std::string_view bytes);

// RFC 2104 with SHA-256.
Hash hmac_sha256(const CommitmentKey& key, std::string_view message);

// The digest's bytes as a view; valid as long as `hash`.
std::string_view bytes_of(const Hash& hash);

// A digest out of exactly 32 bytes; nothing for any other length.
std::optional<Hash> hash_from(std::string_view bytes);

// 64 lower-case digits.
std::string hex(const Hash& hash);

// Reads what `hex` writes, and nothing else: no upper case.
std::optional<Hash> parse_hex(std::string_view text);

// RFC 4648, section 4, with padding.
std::string base64(std::string_view bytes);

// Reads only what `base64` writes: whole groups of four, padded, unused bits zero, no white space.
std::optional<std::string> parse_base64(std::string_view text);

}  // namespace prima::journal
