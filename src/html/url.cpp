#include "html/url.h"

#include <algorithm>
#include <cctype>

namespace prima::html {
namespace {

// Browsers drop tabs and line breaks inside a URL and read "\" as "/", so "java<tab>script:" and "/\host" are traps.
bool has_trap(std::string_view url) {
  return std::any_of(url.begin(), url.end(),
                     [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '\\'; });
}

bool has_scheme(std::string_view url) {
  const auto colon = url.find(':');
  return colon != std::string_view::npos && colon < url.find_first_of("/?#");
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

}  // namespace

bool is_safe_url(std::string_view url, UrlUse use) {
  if (has_trap(url) || url.starts_with("//")) return false;
  if (!has_scheme(url)) return true;
  if (use == UrlUse::resource) return false;
  return starts_with_ignoring_case(url, "https://") || starts_with_ignoring_case(url, "http://") ||
         starts_with_ignoring_case(url, "mailto:") || starts_with_ignoring_case(url, "otpauth://");
}

}  // namespace prima::html
