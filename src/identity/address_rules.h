#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace prima::identity {

// Where outgoing calls may go. Pure.

// Whether an address is one of the open internet: not loopback, private, link-local, shared, multicast, for
// documentation or reserved (the special-purpose registries of IANA, RFC 6890), and not an IPv6 address that carries
// such an IPv4 one. 4 bytes for IPv4, 16 for IPv6; any other number is not public.
bool is_public_address(std::span<const std::uint8_t> bytes);
bool is_loopback_address(std::span<const std::uint8_t> bytes);

// An absolute address of a page, taken apart as far as we need it.
struct WebAddress {
  bool secure = false;  // https
  std::string host;     // lower case, without brackets
  std::string path;     // with its query

  bool operator==(const WebAddress&) const = default;
};

// Reads "https://host[:port]/..." and "http://...". Refuses user names, control characters, spaces, backslashes and
// fragments, with which a reader and the one who connects could mean different hosts.
std::optional<WebAddress> read_web_address(std::string_view text);

bool is_loopback_host(std::string_view host);  // "localhost", "127.0.0.1", "::1"

}  // namespace prima::identity
