#pragma once

#include <string_view>

namespace prima::html {

// Where a URL in an attribute may lead.
enum class UrlUse {
  link,      // href: a page of ours (path, query or fragment), http, https, mailto or otpauth (an app for sign-in codes)
  resource,  // src, action, formaction, and href of things that are loaded: only a path, query or fragment of ours
};

// Whether `url` may stand in an attribute with that use. Everything that could run as a script or leave the origin
// unseen is refused: other schemes, "//host", a backslash, white space and control characters.
bool is_safe_url(std::string_view url, UrlUse use);

}  // namespace prima::html
