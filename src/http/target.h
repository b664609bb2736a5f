#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/method.h"
#include "http/refusal.h"
#include "http/request.h"

namespace prima::http {

// What stands behind the method (RFC 9112, section 3.2).
struct Target {
  std::string path;  // as in Request; "*" for the whole server, which only OPTIONS may ask
  std::vector<Parameter> parameters;
  std::string_view host;  // of "http://host/path", a view into the text; else empty
};

// Most parameters of one address.
inline constexpr std::size_t max_parameters = 100;

// "/path?query", "http://host/path?query", or "*". Refuses what Request promises not to hold, whether it comes encoded
// or not, and every byte that RFC 3986 does not let stand there, but for "[]^`{|}", which browsers send as they are.
Result<Target, Refusal> read_target(std::string_view text, Method method);

// What follows "?". Refuses what is not UTF-8, a NUL, and a "%" without two hexadecimal digits.
Result<std::vector<Parameter>, Refusal> read_query(std::string_view text);

// Whether the text is a host with an optional port: a name, an address of IPv4, or one of IPv6 in brackets.
bool is_host(std::string_view text);

}  // namespace prima::http
