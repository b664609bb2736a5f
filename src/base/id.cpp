#include "base/id.h"

namespace prima {

namespace {

constexpr std::string_view hex = "0123456789abcdef";

bool hyphen_at(std::size_t place) { return place == 8 || place == 13 || place == 18 || place == 23; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Uuid make_uuid(Instant now, const IdRandom& random) {
  Uuid uuid;
  const auto ms = static_cast<std::uint64_t>(unix_ms(now));
  for (std::size_t i = 0; i < 6; ++i) uuid.bytes[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  for (std::size_t i = 0; i < random.size(); ++i) uuid.bytes[6 + i] = random[i];
  uuid.bytes[6] = static_cast<std::uint8_t>(0x70 | (uuid.bytes[6] & 0x0f));
  uuid.bytes[8] = static_cast<std::uint8_t>(0x80 | (uuid.bytes[8] & 0x3f));
  return uuid;
}

std::string to_text(const Uuid& uuid) {
  std::string text;
  text.reserve(36);
  for (const std::uint8_t byte : uuid.bytes) {
    if (hyphen_at(text.size())) text += '-';
    text += hex[byte >> 4];
    text += hex[byte & 15];
  }
  return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != 36) return std::nullopt;
  Uuid uuid;
  std::size_t digit = 0;
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (hyphen_at(place)) {
      if (text[place] != '-') return std::nullopt;
      continue;
    }
    const int value = hex_value(text[place]);
    if (value < 0) return std::nullopt;
    uuid.bytes[digit / 2] = static_cast<std::uint8_t>(uuid.bytes[digit / 2] << 4 | value);
    ++digit;
  }
  return uuid;
}

}  // namespace prima
