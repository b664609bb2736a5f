#include "html/html.h"

#include <array>
#include <cstddef>

namespace prima::html {
namespace {

// 0: the byte stands for itself. 1: it is escaped. 2: HTML does not allow it.
constexpr std::array<unsigned char, 256> kinds() {
  std::array<unsigned char, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 2;
  table['\t'] = table['\n'] = table['\r'] = 0;
  table[0x7F] = 2;
  table['&'] = table['<'] = table['>'] = table['"'] = table['\''] = 1;
  return table;
}

constexpr auto kKinds = kinds();

std::string_view replacement(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "\xEF\xBF\xBD";
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kKinds[static_cast<unsigned char>(text[at])] == 0) continue;
    out.append(text, copied, at - copied);
    out.append(replacement(text[at]));
    copied = at + 1;
  }
  out.append(text, copied);
}

Html Html::escaped(std::string_view text) {
  std::string bytes;
  append_escaped(bytes, text);
  return Html(std::move(bytes));
}

}  // namespace prima::html
