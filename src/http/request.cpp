#include "http/request.h"

#include <algorithm>

#include "base/assert.h"

namespace prima::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool same_token(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<std::string_view> Request::query(std::string_view name) const {
  for (const Parameter& parameter : parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return std::nullopt;
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  for (const HeaderField& field : headers) {
    if (same_token(field.name, name)) return field.value;
  }
  return std::nullopt;
}

std::string_view Request::capture(std::string_view name) const {
  for (const Capture& capture : captures) {
    if (capture.name == name) return std::string_view(path).substr(capture.begin, capture.size);
  }
  PRIMA_UNREACHABLE("the pattern of this route has no such name in braces");
}

}  // namespace prima::http
