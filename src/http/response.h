#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/embedded_file.h"
#include "http/prepared_body.h"

namespace prima::http {

// What a handler answers. The server adds the rest: Content-Length, Date, ETag and the answer 304, compression with its
// Vary, ranges, the body of HEAD, the security headers.
struct Response {
  struct Field {
    std::string name;
    std::string value;
  };
  // Owned bytes, bytes shared with later answers, or a file that is part of the program.
  using Body = std::variant<std::string, SharedBody, const EmbeddedFile*>;

  int status = 200;
  std::string_view content_type = {};  // a literal, or of an EmbeddedFile: it must outlive the answer
  // A literal. Empty: "no-cache" (keep, but ask before each use) on a route that is cacheable, "no-store" elsewhere.
  std::string_view cache_control = {};
  // Anything else. A name that is no token, a value with a line break, and what the server writes itself (see above)
  // are bugs, which end the request with 500.
  std::vector<Field> headers = {};
  Body body = {};
  bool ranges = false;  // parts of the body may be asked for, to go on with a broken download

  // The whole body, before compression.
  std::string_view bytes() const;
  Response&& with(std::string name, std::string value) &&;
};

// Never changes under its address: for files with a hash in their name.
inline constexpr std::string_view kept_for_ever = "public, max-age=31536000, immutable";
inline constexpr std::string_view kept_for_a_minute = "public, max-age=60";

// Answers with UTF-8 text of a kind.
Response html(Response::Body body, int status = 200);
Response text(Response::Body body, int status = 200);
Response json(Response::Body body, int status = 200);

// A file of the program, with its own content type. `cache_control` must be a literal.
Response embedded(const EmbeddedFile& file, std::string_view cache_control = kept_for_ever);

// A file to keep. `content_type` is a literal; `file_name` is any UTF-8, and is cleaned.
Response download(Response::Body body, std::string_view content_type, std::string_view file_name);

// Leads to another address of this site. `path` begins with one "/" and may have a query; bytes that may not stand in
// an address are encoded. 303 after a form, 301 and 308 for what has moved for good (308 keeps the method). That a path
// leads elsewhere ("//", a scheme, a backslash) is a bug.
Response redirect(int status, std::string_view path);

// 204.
Response no_content();

// The phrase of a status in the head, "Not Found"; "Unknown" for one that nobody defined.
std::string_view reason_phrase(int status);

}  // namespace prima::http
