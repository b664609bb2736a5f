#include "html/xml.h"

#include <utility>

#include "base/text.h"
#include "html/html.h"

namespace prima::html {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Appends valid UTF-8, with U+FFFE and U+FFFF replaced, which XML does not allow.
void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find("\xEF\xBF", at);
    if (found == std::string_view::npos || found + 2 >= text.size()) return append_escaped(out, text.substr(at));
    const auto last = static_cast<unsigned char>(text[found + 2]);
    append_escaped(out, text.substr(at, found - at));
    out += last == 0xBE || last == 0xBF ? replacement : text.substr(found, 3);
    at = found + 3;
  }
}

}  // namespace

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

void XmlWriter::element(XmlName name, XmlAttributes attributes) {
  open(name, attributes);
  out_ += "/>";
}

std::string XmlWriter::take() { return std::exchange(out_, {}) + "\n"; }

void XmlWriter::open(XmlName name, XmlAttributes attributes) {
  (out_ += '<').append(name.view());
  for (const XmlAttribute& one : attributes) {
    (out_ += ' ').append(one.name.view()).append("=\"");
    text(one.value);
    out_ += '"';
  }
}

void XmlWriter::text(std::string_view text) {
  while (const auto invalid = first_invalid_utf8(text)) {
    append_valid(out_, text.substr(0, *invalid));
    out_ += replacement;
    text.remove_prefix(*invalid + 1);
  }
  append_valid(out_, text);
}

}  // namespace prima::html
