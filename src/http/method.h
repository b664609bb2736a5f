#pragma once

#include <cstdint>
#include <string_view>

namespace prima::http {

// The methods of a request. `other` is every token that no route can have: unknown ones, CONNECT and TRACE. Methods are
// case-sensitive (RFC 9110, section 9.1), so "get" is `other`.
enum class Method : std::uint8_t { get, head, post, put, patch, remove, options, other };

// `remove` is "DELETE"; `other` is "OTHER", which is no method but a word for logs.
std::string_view to_text(Method method);
Method method_of(std::string_view token);

}  // namespace prima::http
