#pragma once

#include <cstddef>
#include <string_view>

namespace prima::html {

// The name of an element. Only a literal, checked by the compiler. Elements whose content is not escaped text, or that
// bring in other documents, do not compile: script, style, iframe, object, embed, base, template, noscript.
class Tag {
 public:
  template <std::size_t N>
  consteval Tag(const char (&name)[N]) : name_(name, N - 1) {  // NOLINT(google-explicit-constructor)
    if (!is_allowed(name_)) throw "this element is not allowed";
  }

  std::string_view view() const { return name_; }

 private:
  static consteval bool is_allowed(std::string_view name) {
    for (const std::string_view bad : {"", "script", "style", "iframe", "frame", "object", "embed", "base", "template",
                                       "noscript", "plaintext", "xmp", "foreignObject", "animate", "set"}) {
      if (name == bad) return false;
    }
    for (const char c : name) {
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != 'P' && c != 'G') return false;
    }
    return true;
  }

  std::string_view name_;
};

}  // namespace prima::html
