#include "http/form_rules.h"

#include <utility>

#include "base/text.h"

namespace prima::http {

Findings form_finding(std::string code, std::string indonesian, std::string english) {
  return {
      Finding{.code = std::move(code), .file = {}, .line = 0, .message = {std::move(indonesian), std::move(english)}}};
}

Findings too_many_parts() {
  return form_finding("form_too_many_parts", "Formulir memuat terlalu banyak isian.", "The form has too many fields.");
}

Findings too_long_value(std::string_view field, std::size_t limit) {
  const std::string name = shown_to_people(field);
  const std::string bytes = std::to_string(limit);
  return form_finding("form_too_long", "Isian \"" + name + "\" lebih panjang daripada " + bytes + " bita; persingkat.",
                      "The field \"" + name + "\" is longer than " + bytes + " bytes; shorten it.");
}

Findings bad_name() {
  return form_finding("form_name", "Satu isian formulir tidak bernama, atau namanya tidak sah.",
                      "A field of the form has no name, or one that is not valid.");
}

Findings not_text() {
  return form_finding("form_encoding", "Formulir memuat teks yang bukan UTF-8; kirim sebagai UTF-8.",
                      "The form has text that is not UTF-8; send it as UTF-8.");
}

bool is_form_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && !first_invalid_utf8(text);
}

}  // namespace prima::http
