#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/method.h"

namespace prima::http {

// A decoded pair of a query or a form.
struct Parameter {
  std::string name;
  std::string value;

  bool operator==(const Parameter&) const = default;
};

// A line of the head. The views live as long as the bytes they were read from: in a handler, until it returns.
struct HeaderField {
  std::string_view name;
  std::string_view value;  // without white space at both ends; no control character but tab
};

// Who is at the other end. Behind a server that forwards to us on the same machine, everybody is `loopback`.
enum class Peer : std::uint8_t { loopback, network };

// One request that a handler may trust: its syntax was checked, its length is within the limit of its route.
//
// It is a value; a test makes one by itself, or with parse_request() of http/request_reader.h.
struct Request {
  Method method = Method::get;

  // Decoded; begins with "/"; valid UTF-8 without control characters, backslashes, and segments "." or "..". What came
  // as "%2F" is a "/" here, as in the pattern of a route.
  std::string path = "/";
  // In the order of the address, also names that come twice. Decoded as a form is: "+" is a space.
  std::vector<Parameter> parameters;
  std::vector<HeaderField> headers;
  std::string_view
      host;  // of the address or the Host line, with its port; empty only in HTTP/1.0. Chosen by the client.
  std::string body;

  Peer peer = Peer::loopback;
  std::string_view source;  // the address at the other end, "192.0.2.7" or "2001:db8::7"; as long-lived as `headers`
  bool secure = false;      // came over TLS

  // The first value of that name; an empty value is not the same as none.
  std::optional<std::string_view> query(std::string_view name) const;
  // The first line of that name, whatever its case.
  std::optional<std::string_view> header(std::string_view name) const;
  // What "{name}" of the route's pattern stands for. The name must be in the pattern.
  std::string_view capture(std::string_view name) const;

  // Where a capture lies in `path`; filled by the router.
  struct Capture {
    std::string_view name;
    std::size_t begin;
    std::size_t size;
  };
  std::vector<Capture> captures;
};

// Two names of header fields, or two tokens, that differ at most in the case of ASCII letters.
bool same_token(std::string_view left, std::string_view right);

}  // namespace prima::http
