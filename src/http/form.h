#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "http/request.h"

namespace prima::http {

// A file in a form. `bytes` is a view into the body of the request.
struct UploadedFile {
  std::string field;
  // The last part of what the browser calls it, for messages: valid UTF-8, no control character, no "/" or "\", at most
  // 200 bytes; may be empty. Never a name to write to.
  std::string name;
  std::string content_type;  // as claimed; lower-case, without parameters; may be empty
  std::string_view bytes;
};

// What a form sent. All names and values are valid UTF-8 without NUL.
struct Form {
  std::vector<Parameter> fields;
  std::vector<UploadedFile> files;  // without those where no file was chosen

  std::optional<std::string_view> value(std::string_view name) const;
  const UploadedFile* file(std::string_view field) const;
};

struct FormLimits {
  std::size_t parts = 64;
  std::size_t name_bytes = 200;
  std::size_t value_bytes = 64 * 1024;       // of a field; a file may be as large as the body
  std::size_t part_header_bytes = 4 * 1024;  // the lines above one part
};

// Reads the body by its Content-Type: application/x-www-form-urlencoded or multipart/form-data (RFC 7578). The findings
// say in both languages what is wrong with what was sent; their codes: form_type, form_encoding, form_boundary,
// form_part, form_name, form_too_many_parts, form_too_long, form_incomplete. The views of the form point into
// `request.body`.
Result<Form, Findings> read_form(const Request& request, const FormLimits& limits = {});

// The two readers by themselves. The text of the first is what stands behind "?" in an address, too.
Result<Form, Findings> read_urlencoded(std::string_view body, const FormLimits& limits = {});
Result<Form, Findings> read_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits = {});

}  // namespace prima::http
