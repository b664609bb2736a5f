#include "identity/encoding.h"

#include <cstdint>

namespace prima::identity {

namespace {

constexpr std::string_view standard_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view url_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view base32_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// Bits of `bytes`, from the highest, in groups as the alphabet is large: 64 digits take 6 bits, 32 take 5.
std::string encoded(std::string_view bytes, std::string_view digits, unsigned bits_each) {
  std::string text;
  text.reserve(bytes.size() * 8 / bits_each + 1);
  std::uint32_t waiting = 0;
  unsigned count = 0;
  for (const char byte : bytes) {
    waiting = (waiting << 8U) | static_cast<unsigned char>(byte);
    count += 8;
    while (count >= bits_each) {
      count -= bits_each;
      text += digits[(waiting >> count) & ((1U << bits_each) - 1U)];
    }
    waiting &= (1U << count) - 1U;
  }
  if (count > 0) text += digits[(waiting << (bits_each - count)) & ((1U << bits_each) - 1U)];
  return text;
}

// Nothing for a foreign digit, for a length that no bytes give, and for bits that stand for no byte but are not zero.
std::optional<std::string> decoded(std::string_view text, std::string_view digits, unsigned bits_each) {
  std::string bytes;
  std::uint32_t waiting = 0;
  unsigned count = 0;
  for (const char digit : text) {
    const std::size_t value = digits.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    waiting = (waiting << bits_each) | static_cast<std::uint32_t>(value);
    count += bits_each;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>((waiting >> count) & 0xFFU);
    }
    waiting &= (1U << count) - 1U;
  }
  if (count >= bits_each || waiting != 0) return std::nullopt;
  return bytes;
}

}  // namespace

std::string base64(std::string_view bytes) {
  std::string text = encoded(bytes, standard_digits, 6);
  while (text.size() % 4 != 0) text += '=';
  return text;
}

std::string base64url(std::string_view bytes) { return encoded(bytes, url_digits, 6); }

std::optional<std::string> read_base64url(std::string_view text) { return decoded(text, url_digits, 6); }

std::string base32(std::string_view bytes) { return encoded(bytes, base32_digits, 5); }

std::optional<std::string> read_base32(std::string_view text) {
  std::string cleaned;
  for (const char letter : text) {
    if (letter == ' ' || letter == '-') continue;
    cleaned += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  while (!cleaned.empty() && cleaned.back() == '=') cleaned.pop_back();
  return decoded(cleaned, base32_digits, 5);
}

}  // namespace prima::identity
