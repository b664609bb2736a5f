#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace prima::html {

// A finished piece of HTML.
//
// It cannot be made from text except by escaping it, so whatever a person typed stays text. Pieces are made by Writer;
// a value of this type may be kept, copied and written many times.
class Html {
 public:
  Html() = default;
  // The text as HTML: "<" becomes "&lt;".
  static Html escaped(std::string_view text);

  std::string_view view() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

 private:
  friend class Writer;
  explicit Html(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

// Appends `text` to `out` so that it is text between tags and inside a quoted attribute: & < > " ' are escaped; control
// characters that HTML does not allow (NUL among them) become U+FFFD.
void append_escaped(std::string& out, std::string_view text);

}  // namespace prima::html
