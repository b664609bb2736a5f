#include "identity/address_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace prima::identity {

namespace {

template <std::size_t size>
struct Block {
  std::array<std::uint8_t, size> prefix;
  unsigned bits;
};

constexpr std::array<Block<4>, 16> reserved_ipv4 = {{
    {{0, 0, 0, 0}, 8},
    {{10, 0, 0, 0}, 8},
    {{100, 64, 0, 0}, 10},
    {{127, 0, 0, 0}, 8},
    {{169, 254, 0, 0}, 16},
    {{172, 16, 0, 0}, 12},
    {{192, 0, 0, 0}, 24},
    {{192, 0, 2, 0}, 24},
    {{192, 31, 196, 0}, 24},
    {{192, 88, 99, 0}, 24},
    {{192, 168, 0, 0}, 16},
    {{198, 18, 0, 0}, 15},
    {{198, 51, 100, 0}, 24},
    {{203, 0, 113, 0}, 24},
    {{224, 0, 0, 0}, 4},
    {{240, 0, 0, 0}, 4},
}};

// Inside 2000::/3, of which alone addresses of the internet are given. What carries an IPv4 address (Teredo, 6to4) is
// refused as a whole.
constexpr std::array<Block<16>, 4> reserved_ipv6 = {{
    {{0x20, 0x01, 0x00}, 23},
    {{0x20, 0x01, 0x0d, 0xb8}, 32},
    {{0x20, 0x02}, 16},
    {{0x3f, 0xff}, 20},
}};

template <std::size_t size>
bool lies_in(std::span<const std::uint8_t> bytes, const Block<size>& block) {
  for (unsigned bit = 0; bit < block.bits; ++bit) {
    const unsigned shift = 7 - bit % 8;
    if (((bytes[bit / 8] ^ block.prefix.at(bit / 8)) >> shift & 1U) != 0) return false;
  }
  return true;
}

bool is_mapped_ipv4(std::span<const std::uint8_t> bytes) {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; }) &&
         bytes[10] == 0xFF && bytes[11] == 0xFF;
}

// The host of "host", "host:port", "[host]:port"; nothing for another form.
std::optional<std::string> host_of(std::string_view authority) {
  std::string_view host = authority;
  std::string_view rest;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    host = authority.substr(1, end - 1);
    rest = authority.substr(end + 1);
    if (host.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return std::nullopt;
  } else {
    const std::size_t colon = std::min(authority.find(':'), authority.size());
    host = authority.substr(0, colon);
    rest = authority.substr(colon);
    constexpr std::string_view known = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    if (host.find_first_not_of(known) != std::string_view::npos) return std::nullopt;
  }
  const bool has_port = rest.size() >= 2 && rest.size() <= 6 && rest.front() == ':' &&
                        rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (host.empty() || (!rest.empty() && !has_port)) return std::nullopt;
  return lowered(host);
}

}  // namespace

bool is_public_address(std::span<const std::uint8_t> bytes) {
  if (bytes.size() == 4) {
    return std::none_of(reserved_ipv4.begin(), reserved_ipv4.end(),
                        [&](const Block<4>& block) { return lies_in(bytes, block); });
  }
  if (bytes.size() != 16) return false;
  if (is_mapped_ipv4(bytes)) return is_public_address(bytes.subspan(12));
  return (bytes[0] & 0xE0U) == 0x20U && std::none_of(reserved_ipv6.begin(), reserved_ipv6.end(),
                                                     [&](const Block<16>& block) { return lies_in(bytes, block); });
}

bool is_loopback_address(std::span<const std::uint8_t> bytes) {
  if (bytes.size() == 4) return bytes[0] == 127;
  if (bytes.size() != 16) return false;
  if (is_mapped_ipv4(bytes)) return bytes[12] == 127;
  return std::all_of(bytes.begin(), bytes.begin() + 15, [](std::uint8_t byte) { return byte == 0; }) && bytes[15] == 1;
}

std::optional<WebAddress> read_web_address(std::string_view text) {
  constexpr std::size_t longest = 2000;
  WebAddress address;
  if (text.starts_with("https://")) {
    address.secure = true;
    text.remove_prefix(8);
  } else if (text.starts_with("http://")) {
    text.remove_prefix(7);
  } else {
    return std::nullopt;
  }
  const bool printable = std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte <= '~'; });
  if (!printable || text.size() > longest || text.find_first_of("\\#\"<>") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t end = std::min(text.find_first_of("/?"), text.size());
  const auto host = host_of(text.substr(0, end));
  if (!host) return std::nullopt;
  address.host = *host;
  address.path = text.substr(end);
  return address;
}

bool is_loopback_host(std::string_view host) { return host == "localhost" || host == "127.0.0.1" || host == "::1"; }

}  // namespace prima::identity
