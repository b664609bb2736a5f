#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace prima::identity {

// Secrets that must be read again (of second factors) are at rest only sealed with the installation's key, so that a
// stolen copy of the database opens nothing: XChaCha20-Poly1305 of libsodium, with a nonce of its own each time.
inline constexpr std::size_t seal_key_bytes = 32;

// `belongs_to` (the account's id) is not stored but must be the same to open it, so a row copied to another account is
// refused. `key` has seal_key_bytes bytes.
std::string seal(std::string_view key, std::string_view belongs_to, std::string_view secret);
std::optional<std::string> open_sealed(std::string_view key, std::string_view belongs_to, std::string_view sealed);

}  // namespace prima::identity
