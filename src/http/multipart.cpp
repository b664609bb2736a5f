#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "http/form.h"
#include "http/form_rules.h"
#include "http/media_type.h"
#include "http/percent.h"

// multipart/form-data (RFC 7578, RFC 2046 section 5.1):
//
//   body      = ["preamble" CRLF] delimiter part *(CRLF delimiter part) CRLF "--" boundary "--" ["epilogue"]
//   delimiter = "--" boundary *(SP / TAB) CRLF
//   part      = *(header CRLF) CRLF content
//
// Preamble and epilogue are passed over. A part has exactly one Content-Disposition, which is form-data with a name.
namespace prima::http {
namespace {

constexpr std::size_t longest_boundary = 70;
constexpr std::size_t longest_file_name = 200;

bool is_boundary_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
}

bool is_boundary(std::string_view text) {
  return !text.empty() && text.size() <= longest_boundary && !text.ends_with(' ') &&
         std::all_of(text.begin(), text.end(), is_boundary_char);
}

Findings bad_boundary() {
  return form_finding("form_boundary", "Pembatas (boundary) formulir tidak sah.",
                      "The boundary of the form is not valid.");
}
Findings incomplete() {
  return form_finding("form_incomplete", "Formulir terputus sebelum selesai; kirim sekali lagi.",
                      "The form ends before it is complete; send it again.");
}
Findings bad_part() {
  return form_finding("form_part", "Satu bagian formulir tidak dapat dibaca.", "A part of the form cannot be read.");
}

// Cuts the body at its delimiters.
class Parts {
 public:
  Parts(std::string_view body, std::string_view boundary) : body_(body), delimiter_("\r\n--") {
    delimiter_ += boundary;
  }

  // Goes to the first part. The first delimiter may stand at the very beginning, without CR LF before it.
  std::optional<Findings> begin() {
    const std::string_view first = std::string_view(delimiter_).substr(2);
    std::size_t at = body_.starts_with(first) ? 0 : body_.find(delimiter_);
    if (at == std::string_view::npos) return incomplete();
    return go_behind_delimiter(at == 0 && body_.starts_with(first) ? first.size() : at + delimiter_.size());
  }
  bool at_end() const { return at_end_; }

  // The headers and content of the part, and on to the next one.
  Result<std::string_view, Findings> next() {
    const std::string_view rest = body_.substr(position_);
    // A part without headers may end right away: its CR LF belongs to the delimiter then.
    const std::size_t end = rest.find(delimiter_);
    if (end == std::string_view::npos) return failure(incomplete());
    if (auto bad = go_behind_delimiter(position_ + end + delimiter_.size())) return failure(*std::move(bad));
    return rest.substr(0, end);
  }

 private:
  std::optional<Findings> go_behind_delimiter(std::size_t position) {
    std::string_view rest = body_.substr(position);
    if (rest.starts_with("--")) {
      at_end_ = true;
      return std::nullopt;
    }
    while (rest.starts_with(' ') || rest.starts_with('\t')) rest.remove_prefix(1);
    if (!rest.starts_with("\r\n")) return rest.size() < 2 ? incomplete() : bad_part();
    position_ = body_.size() - rest.size() + 2;
    return std::nullopt;
  }

  std::string_view body_;
  std::string delimiter_;
  std::size_t position_ = 0;
  bool at_end_ = false;
};

struct PartHeaders {
  std::optional<ParameterisedValue> disposition;
  std::string content_type;
};

// One line of a part. False when it is wrong or comes a second time.
bool read_header(std::string_view line, PartHeaders& headers) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || line.starts_with(' ') || line.starts_with('\t')) return false;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = line.substr(colon + 1);
  if (same_token(name, "content-disposition")) {
    if (headers.disposition) return false;
    headers.disposition = read_parameterised(value);
    return headers.disposition.has_value();
  }
  if (same_token(name, "content-type")) {
    const auto type = read_parameterised(value);
    if (!type || !headers.content_type.empty()) return false;
    headers.content_type = type->value;
  }
  // Bytes in another coding would be taken for the content itself (RFC 7578, section 4.7).
  if (same_token(name, "content-transfer-encoding")) {
    const std::string coding = lowered(trimmed(value));
    return coding == "binary" || coding == "8bit" || coding == "7bit";
  }
  return true;
}

std::optional<PartHeaders> read_headers(std::string_view text) {
  PartHeaders headers;
  while (!text.empty()) {
    const std::size_t end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return std::nullopt;
    if (!read_header(line, headers)) return std::nullopt;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  const bool good = headers.disposition && headers.disposition->value == "form-data";
  return good ? std::optional(std::move(headers)) : std::nullopt;
}

// Browsers encode quotes and line ends of names with % (HTML standard, "multipart form data").
std::string plain_name(std::string_view name) {
  std::string plain;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string code = lowered(name.substr(i, 3));
    if (code == "%22" || code == "%0d" || code == "%0a") {
      plain += code == "%22" ? '"' : code == "%0d" ? '\r' : '\n';
      i += 2;
    } else {
      plain += name[i];
    }
  }
  return plain;
}

// What may be shown of the name that a browser gave a file.
std::string clean_file_name(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string clean = plain_name(name);
  std::erase_if(clean,
                [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\'; });
  if (first_invalid_utf8(clean)) return {};
  while (clean.size() > longest_file_name || first_invalid_utf8(clean)) clean.pop_back();
  return clean == "." || clean == ".." ? std::string() : clean;
}

std::optional<Findings> add_part(const PartHeaders& headers, std::string_view content, const FormLimits& limits,
                                 Form& form) {
  const auto quoted_name = headers.disposition->parameter("name");
  if (!quoted_name) return bad_name();
  std::string name = plain_name(*quoted_name);
  if (name.empty() || name.size() > limits.name_bytes) return bad_name();
  if (!is_form_text(name)) return not_text();
  if (const auto file_name = headers.disposition->parameter("filename")) {
    // A browser sends a file without name and content when none was chosen.
    if (file_name->empty() && content.empty()) return std::nullopt;
    form.files.push_back({std::move(name), clean_file_name(*file_name), headers.content_type, content});
    return std::nullopt;
  }
  if (content.size() > limits.value_bytes) return too_long_value(name, limits.value_bytes);
  if (!is_form_text(content)) return not_text();
  form.fields.push_back({std::move(name), std::string(content)});
  return std::nullopt;
}

std::optional<Findings> read_part(std::string_view part, const FormLimits& limits, Form& form) {
  const std::size_t end = part.substr(0, limits.part_header_bytes).find("\r\n\r\n");
  if (end == std::string_view::npos) return bad_part();
  const auto headers = read_headers(part.substr(0, end));
  if (!headers) return bad_part();
  return add_part(*headers, part.substr(end + 4), limits, form);
}

}  // namespace

Result<Form, Findings> read_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits) {
  if (!is_boundary(boundary)) return failure(bad_boundary());
  Parts parts(body, boundary);
  if (auto bad = parts.begin()) return failure(*std::move(bad));
  Form form;
  for (std::size_t count = 0; !parts.at_end(); ++count) {
    if (count == limits.parts) return failure(too_many_parts());
    const auto part = parts.next();
    if (!part) return failure(part.error());
    if (auto bad = read_part(*part, limits, form)) return failure(*std::move(bad));
  }
  return form;
}

}  // namespace prima::http
