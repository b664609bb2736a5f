#include "http/response.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "http/percent.h"

namespace prima::http {
namespace {

constexpr std::size_t longest_file_name = 150;

struct Viewer {
  std::string_view operator()(const std::string& bytes) const { return bytes; }
  std::string_view operator()(const SharedBody& body) const { return body ? body->bytes() : std::string_view(); }
  std::string_view operator()(const EmbeddedFile* file) const { return file ? file->bytes : std::string_view(); }
};

bool may_stand_in_file_name(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f &&
         std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos;
}

// A name that every file system takes, and that names no folder.
std::string clean_file_name(std::string_view name) {
  std::string clean;
  if (!first_invalid_utf8(name)) {
    std::copy_if(name.begin(), name.end(), std::back_inserter(clean), may_stand_in_file_name);
  }
  while (!clean.empty() && (clean.front() == '.' || clean.front() == ' ')) clean.erase(0, 1);
  while (clean.size() > longest_file_name || first_invalid_utf8(clean)) clean.pop_back();
  return clean.empty() ? "prima" : clean;
}

// The name without what only RFC 8187 can spell, for programs that do not know it.
std::string ascii_only(std::string_view name) {
  std::string ascii(name);
  std::replace_if(
      ascii.begin(), ascii.end(), [](char c) { return static_cast<signed char>(c) < 0; }, '_');
  return ascii;
}

bool stands_in_address(char c) {
  return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7f &&
         std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

std::string address_encoded(std::string_view path) {
  std::string out;
  for (const char& c : path) {
    if (stands_in_address(c)) {
      out += c;
    } else {
      out += percent_encoded({&c, 1});
    }
  }
  return out;
}

Response of_type(std::string_view content_type, Response::Body body, int status) {
  return {.status = status, .content_type = content_type, .body = std::move(body)};
}

}  // namespace

std::string_view Response::bytes() const { return std::visit(Viewer{}, body); }

Response&& Response::with(std::string name, std::string value) && {
  headers.push_back({std::move(name), std::move(value)});
  return std::move(*this);
}

Response html(Response::Body body, int status) { return of_type("text/html; charset=utf-8", std::move(body), status); }
Response text(Response::Body body, int status) { return of_type("text/plain; charset=utf-8", std::move(body), status); }
Response json(Response::Body body, int status) { return of_type("application/json", std::move(body), status); }

Response embedded(const EmbeddedFile& file, std::string_view cache_control) {
  return {.content_type = file.content_type, .cache_control = cache_control, .body = &file, .ranges = true};
}

Response download(Response::Body body, std::string_view content_type, std::string_view file_name) {
  const std::string name = clean_file_name(file_name);
  Response response{.content_type = content_type, .body = std::move(body), .ranges = true};
  return std::move(response).with("Content-Disposition", "attachment; filename=\"" + ascii_only(name) +
                                                             "\"; filename*=UTF-8''" + percent_encoded(name));
}

Response redirect(int status, std::string_view path) {
  PRIMA_ASSERT(status == 301 || status == 303 || status == 307 || status == 308);
  PRIMA_ASSERT(path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string_view::npos);
  return Response{.status = status}.with("Location", address_encoded(path));
}

Response no_content() { return {.status = 204}; }

std::string_view reason_phrase(int status) {
  static constexpr std::pair<int, std::string_view> phrases[] = {
      {100, "Continue"},
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {206, "Partial Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {406, "Not Acceptable"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {411, "Length Required"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Range Not Satisfiable"},
      {417, "Expectation Failed"},
      {421, "Misdirected Request"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  };
  const auto* found =
      std::find_if(std::begin(phrases), std::end(phrases), [&](const auto& p) { return p.first == status; });
  return found == std::end(phrases) ? "Unknown" : found->second;
}

}  // namespace prima::http
