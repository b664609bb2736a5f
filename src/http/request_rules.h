#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "http/message_parser.h"
#include "http/refusal.h"
#include "http/request.h"

namespace prima::http {

// How the end of a body is known (RFC 9112, section 6).
struct Framing {
  enum class Kind : std::uint8_t { none, length, chunked };
  Kind kind = Kind::none;
  std::uint64_t length = 0;  // with Kind::length, never 0
};

// A request whose head was accepted; its body is still to be read.
struct Message {
  Request request;  // peer and secure are for the caller to fill
  Framing framing;
  bool expects_continue = false;  // the sender waits for "100 Continue" before it sends the body
  bool keep_alive = true;
  int minor_version = 1;
};

// What RFC 9112 and 9110 ask of a server beyond syntax. Refused are: not exactly one valid Host (400), a
// Transfer-Encoding in HTTP/1.0 or beside a Content-Length (400), codings of which chunked is not the last or not the
// only one (400), unknown codings (501), a Content-Length that is not one number (400), an expectation but
// "100-continue" (417), a compressed body (415), CONNECT and TRACE (501), and what read_target() refuses.
Result<Message, Refusal> check_request(const Head& head);

}  // namespace prima::http
