#include "http/reply.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/assert.h"
#include "http/compression.h"
#include "http/conditions.h"
#include "http/entity_tag.h"
#include "http/http_date.h"
#include "http/security_headers.h"

namespace prima::http {
namespace {

// Below this size compression saves less than a packet.
constexpr std::size_t smallest_compressed = 1024;

bool reads(Method method) { return method == Method::get || method == Method::head; }
bool has_no_body(int status) { return status == 204 || status == 304; }

std::string_view tag_text(const Response::Body& body, std::string& made) {
  if (const auto* shared = std::get_if<SharedBody>(&body); shared && *shared) return (*shared)->tag();
  if (const auto* file = std::get_if<const EmbeddedFile*>(&body); file && *file) return (*file)->sha256.substr(0, 32);
  if (const auto* bytes = std::get_if<std::string>(&body)) made = tag_of(*bytes);
  return made;
}

std::string quoted_tag(const Response::Body& body, Coding coding) {
  std::string made;
  std::string tag = "\"";
  tag += tag_text(body, made);
  if (coding != Coding::identity) tag.append("-").append(to_text(coding));
  return tag += '"';
}

// The form of a kept body in that coding; empty when it has none.
std::string_view kept_form(const Response::Body& body, Coding coding) {
  if (const auto* shared = std::get_if<SharedBody>(&body)) {
    return coding == Coding::brotli ? (*shared)->brotli() : (*shared)->gzip();
  }
  const EmbeddedFile* file = std::get<const EmbeddedFile*>(body);
  return coding == Coding::brotli ? file->brotli : file->gzip;
}

// Of what the client accepts, the coding that this body has.
Coding available_coding(const Response::Body& body, Coding wanted) {
  if (wanted == Coding::identity || std::holds_alternative<std::string>(body)) return wanted;
  return kept_form(body, wanted).empty() ? Coding::identity : wanted;
}

bool is_token(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_field_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

bool is_written_by_us(std::string_view name) {
  static constexpr std::array<std::string_view, 17> names = {"Accept-Ranges",
                                                             "Cache-Control",
                                                             "Connection",
                                                             "Content-Encoding",
                                                             "Content-Length",
                                                             "Content-Range",
                                                             "Content-Security-Policy",
                                                             "Content-Type",
                                                             "Cross-Origin-Opener-Policy",
                                                             "Cross-Origin-Resource-Policy",
                                                             "Date",
                                                             "ETag",
                                                             "Permissions-Policy",
                                                             "Referrer-Policy",
                                                             "Transfer-Encoding",
                                                             "Vary",
                                                             "X-Content-Type-Options"};
  return std::any_of(names.begin(), names.end(), [&](std::string_view n) { return same_token(n, name); });
}

void append_line(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

void append_number(std::string& text, std::uint64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  text.append(digits.data(), end);
}

void append_status_line(std::string& head, int status) {
  if (status == 200) {
    head += "HTTP/1.1 200 OK\r\n";
    return;
  }
  PRIMA_ASSERT(status >= 200 && status <= 599);
  head += "HTTP/1.1 ";
  append_number(head, static_cast<std::uint64_t>(status));
  head.append(" ").append(reason_phrase(status)).append("\r\n");
}

}  // namespace

void Reply::make(const Request& request, Response response, const ReplySettings& settings) {
  response_ = std::move(response);
  if (response_.cache_control.empty()) response_.cache_control = settings.cacheable ? "no-cache" : "no-store";
  status_ = response_.status;
  tag_.clear();
  part_.clear();
  compressed_.clear();
  choose_coding(request);
  if (status_ == 200 && reads(request.method)) apply_conditions(request);
  if (status_ == 200 && request.method == Method::get && response_.ranges) apply_range(request);
  const bool whole = status_ != 206 && status_ != 304 && status_ != 412 && status_ != 416;
  if (whole) body_ = coded_body();
  if (status_ != 206 && !whole) body_ = {};
  length_ = body_.size();
  write_head(settings);
  if (request.method == Method::head || has_no_body(status_)) body_ = {};
}

void Reply::release() {
  constexpr std::size_t kept_memory = 64 * 1024;
  response_ = {};
  body_ = {};
  if (compressed_.capacity() > kept_memory) compressed_ = {};
}

void Reply::choose_coding(const Request& request) {
  coding_ = Coding::identity;
  varies_ = response_.bytes().size() >= smallest_compressed && is_compressible(response_.content_type);
  // Parts are counted in the bytes of the file itself.
  if (!varies_ || (response_.ranges && request.header("range"))) return;
  coding_ = available_coding(response_.body, preferred_coding(request.header("accept-encoding")));
}

void Reply::apply_conditions(const Request& request) {
  if (response_.cache_control == "no-store") return;
  tag_ = quoted_tag(response_.body, coding_);
  if (const auto list = request.header("if-match"); list && !matches_tag(*list, tag_, Comparison::strong)) {
    status_ = 412;
  } else if (const auto known = request.header("if-none-match"); known && matches_tag(*known, tag_, Comparison::weak)) {
    status_ = 304;
  }
}

void Reply::apply_range(const Request& request) {
  const auto range = request.header("range");
  const auto on_condition = request.header("if-range");
  if (!range || (on_condition && *on_condition != tag_)) return;
  const std::string_view whole = response_.bytes();
  const RangeAnswer answer = read_range(*range, whole.size());
  switch (answer.kind) {
    case RangeAnswer::Kind::whole:
      return;
    case RangeAnswer::Kind::none:
      status_ = 416;
      part_ = fmt::format("bytes */{}", whole.size());
      return;
    case RangeAnswer::Kind::part:
      status_ = 206;
      body_ = whole.substr(answer.part.first, answer.part.size);
      part_ = fmt::format("bytes {}-{}/{}", answer.part.first, answer.part.first + answer.part.size - 1, whole.size());
      return;
  }
}

std::string_view Reply::coded_body() {
  if (coding_ == Coding::identity) return response_.bytes();
  if (!std::holds_alternative<std::string>(response_.body)) return kept_form(response_.body, coding_);
  const auto compress = coding_ == Coding::brotli ? brotli : gzip;
  compressed_ = compress(response_.bytes(), Effort::once);
  return compressed_;
}

void Reply::write_head(const ReplySettings& settings) {
  head_.clear();
  append_status_line(head_, status_);
  append_line(head_, "Date", cached_http_date(settings.unix_seconds));
  const bool describes_body = status_ != 304 && status_ != 412 && status_ != 416 && !response_.content_type.empty();
  if (describes_body) append_line(head_, "Content-Type", response_.content_type);
  if (!has_no_body(status_)) {
    head_ += "Content-Length: ";
    append_number(head_, length_);
    head_ += "\r\n";
  }
  if (describes_body && coding_ != Coding::identity) append_line(head_, "Content-Encoding", to_text(coding_));
  write_cache_lines();
  for (const Response::Field& field : response_.headers) {
    PRIMA_ASSERT(is_token(field.name) && is_field_value(field.value) && !is_written_by_us(field.name));
    append_line(head_, field.name, field.value);
  }
  head_ += security_headers;
  if (settings.secure) head_ += transport_security_header;
  if (!settings.keep_alive) {
    head_ += "Connection: close\r\n";
  } else if (settings.minor_version == 0) {
    head_ += "Connection: keep-alive\r\n";
  }
  head_ += "\r\n";
}

void Reply::write_cache_lines() {
  append_line(head_, "Cache-Control", response_.cache_control);
  if (!tag_.empty()) append_line(head_, "ETag", tag_);
  if (varies_) append_line(head_, "Vary", "Accept-Encoding");
  if (response_.ranges) append_line(head_, "Accept-Ranges", "bytes");
  if (!part_.empty()) append_line(head_, "Content-Range", part_);
}

}  // namespace prima::http
