#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace prima::http {

// "Sun, 06 Nov 1994 08:49:37 GMT" for seconds since 1970 (RFC 9110, section 5.6.7).
std::string http_date(std::int64_t unix_seconds);

// The same, made once a second in each thread; the view lives until the thread asks for another second.
std::string_view cached_http_date(std::int64_t unix_seconds);

}  // namespace prima::http
