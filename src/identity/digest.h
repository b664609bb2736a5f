#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace prima::identity {

// Hashes (FIPS 180-4) and keyed hashes (RFC 2104). Any bytes go in. Pure; safe from any thread.
using Sha256 = std::array<std::uint8_t, 32>;
using Sha1 = std::array<std::uint8_t, 20>;

Sha256 sha256(std::string_view bytes);
Sha256 hmac_sha256(std::string_view key, std::string_view message);
// Only for one-time codes (RFC 6238), whose apps know no other.
Sha1 hmac_sha1(std::string_view key, std::string_view message);

// Compares in a time that depends on the lengths alone.
bool same_secret(std::string_view left, std::string_view right);

template <std::size_t size>
std::string_view bytes_of(const std::array<std::uint8_t, size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

}  // namespace prima::identity
