#include "base/tokens.h"

namespace prima {

namespace {

// The letters without marks of U+00C0 to U+017F, in order; "?" where there is no single letter.
constexpr std::string_view plain_letters =
    "aaaaaaaceeeeiiiidnooooo?ouuuuyts"   // U+00C0 À to U+00DF ß
    "aaaaaaaceeeeiiiidnooooo?ouuuuyty"   // U+00E0 à to U+00FF ÿ
    "aaaaaaccccccccddddeeeeeeeeeegggg"   // U+0100 to U+011F
    "gggghhhhiiiiiiiiiiiijjkkklllllll"   // U+0120 to U+013F
    "lllnnnnnnnnnoooooooorrrrrrssssss"   // U+0140 to U+015F
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";  // U+0160 to U+017F
static_assert(plain_letters.size() == 0x180 - 0xC0);

bool is_ascii_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

bool is_letter_or_digit(char byte) { return is_ascii_word(byte) || static_cast<unsigned char>(byte) >= 0x80; }

// The letter for the two bytes at the start of `text`, or 0 when they are not one of plain_letters.
char plain_letter(std::string_view text) {
  if (text.size() < 2) return 0;
  const unsigned lead = static_cast<unsigned char>(text[0]);
  const unsigned tail = static_cast<unsigned char>(text[1]);
  if (lead < 0xC3 || lead > 0xC5 || (tail & 0xC0U) != 0x80U) return 0;
  const char letter = plain_letters[(((lead & 0x1FU) << 6U) | (tail & 0x3FU)) - 0xC0];
  return letter == '?' ? '\0' : letter;
}

// The length of the space or mark outside ASCII at the start of `text` that separates words, or 0: no-break space and
// the general punctuation U+2000 to U+206F (dashes, quotes, spaces).
std::size_t separator_length(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.size() >= 3 && text[0] == '\xE2' && (text[1] == '\x80' || text[1] == '\x81') ? 3 : 0;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const char letter = plain_letter(text.substr(i)); letter != 0) {
      result += letter;
      ++i;
    } else {
      result += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
  }
  return result;
}

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> found;
  std::size_t at = 0;
  while (at < text.size()) {
    if (const std::size_t length = separator_length(text.substr(at)); length > 0) {
      at += length;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_letter_or_digit(text[end]) && separator_length(text.substr(end)) == 0) ++end;
    if (end == at) {
      ++at;
      continue;
    }
    if (end == at + 1 && end < text.size() && text[end] == '+') ++end;
    found.push_back({folded(text.substr(at, end - at)), at, end});
    at = end;
  }
  return found;
}

}  // namespace prima
