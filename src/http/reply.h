#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/content_coding.h"
#include "http/request.h"
#include "http/response.h"

namespace prima::http {

// What a reply depends on beyond request and response.
struct ReplySettings {
  std::int64_t unix_seconds = 0;  // for Date
  bool cacheable = false;         // of the route
  bool secure = false;            // over TLS
  bool keep_alive = true;
  int minor_version = 1;  // of the request
};

// The bytes that go out for one response: conditions, ranges and compression are decided here. Made again and again in
// one object, so that its memory is reused.
class Reply {
 public:
  // Throws Bug when the response breaks the rules of response.h; then the reply must be made anew.
  void make(const Request& request, Response response, const ReplySettings& settings);

  int status() const { return status_; }
  // Views that live until make() is called again. `body` is empty for HEAD.
  std::string_view head() const { return head_; }
  std::string_view body() const { return body_; }

  // Lets go of the response and of large memory; the views end.
  void release();

 private:
  void choose_coding(const Request& request);
  void apply_conditions(const Request& request);
  void apply_range(const Request& request);
  std::string_view coded_body();
  void write_head(const ReplySettings& settings);
  void write_cache_lines();

  Response response_;
  int status_ = 200;
  Coding coding_ = Coding::identity;
  bool varies_ = false;     // the coding depends on the request
  std::string tag_;         // with its quotes; empty: no ETag
  std::string part_;        // the value of Content-Range; empty: none
  std::string_view body_;   // what is sent
  std::size_t length_ = 0;  // what Content-Length says
  std::string compressed_;  // owns body_ when it was compressed for this reply
  std::string head_;
};

// The lines of an answer before there is one.
inline constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace prima::http
