#include "http/method.h"

#include <array>

#include "base/assert.h"

namespace prima::http {

std::string_view to_text(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::patch:
      return "PATCH";
    case Method::remove:
      return "DELETE";
    case Method::options:
      return "OPTIONS";
    case Method::other:
      return "OTHER";
  }
  PRIMA_UNREACHABLE("a method without a name");
}

Method method_of(std::string_view token) {
  constexpr std::array known = {Method::get,   Method::head,   Method::post,   Method::put,
                                Method::patch, Method::remove, Method::options};
  for (const Method method : known) {
    if (to_text(method) == token) return method;
  }
  return Method::other;
}

}  // namespace prima::http
