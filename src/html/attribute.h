#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "html/text.h"
#include "html/url.h"

namespace prima::html {

// The name of an attribute. Only a literal, checked by the compiler: lower-case letters and "-", plus the few
// camel-case names of SVG. `style`, `srcdoc`, `srcset` and event handlers (on...) do not compile: the site's content
// policy forbids them, and an escaped value would not make them safe.
class AttributeName {
 public:
  enum class Kind { plain, link, resource };

  template <std::size_t N>
  consteval AttributeName(const char (&name)[N])  // NOLINT(google-explicit-constructor): reads {"class", "card"}
      : name_(name, N - 1), kind_(kind_of(name_)) {
    if (!is_allowed(name_)) throw "this attribute is not allowed";
  }

  std::string_view view() const { return name_; }
  Kind kind() const { return kind_; }

 private:
  static consteval Kind kind_of(std::string_view name) {
    if (name == "href") return Kind::link;
    if (name == "src" || name == "action" || name == "formaction" || name == "poster" || name == "data") {
      return Kind::resource;
    }
    return Kind::plain;
  }
  static consteval bool is_allowed(std::string_view name) {
    if (name.empty() || name.starts_with("on")) return false;
    if (name == "style" || name == "srcdoc" || name == "srcset" || name == "ping") return false;
    for (const char c : name) {
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != 'A' && c != 'B' && c != 'R')
        return false;
    }
    return true;
  }

  std::string_view name_;
  Kind kind_;
};

// A name with its value: {"class", "card"}, {"colspan", 2}, {"checked", is_chosen}, {"aria-label", Text::nav_main}.
//
// A bool writes the bare name or nothing; an empty optional writes nothing; a Text is written in the writer's language.
// An unsafe URL (see url.h) is left out together with its attribute, so such a link is no link. Holds views: use it
// only inside the call that writes it.
class Attribute {
 public:
  Attribute(AttributeName name, std::string_view value) : name_(name), value_(value) {}
  Attribute(AttributeName name, const std::string& value) : name_(name), value_(value) {}
  Attribute(AttributeName name, const char* value) : name_(name), value_(value) {}
  Attribute(AttributeName name, Text value) : name_(name), kind_(Kind::text), text_(value) {}
  Attribute(AttributeName name, std::optional<std::string_view> value)
      : name_(name), kind_(value ? Kind::value : Kind::absent), value_(value.value_or("")) {}
  template <std::same_as<bool> Bool>
  Attribute(AttributeName name, Bool present) : name_(name), kind_(present ? Kind::bare : Kind::absent) {}
  template <std::integral Number>
  requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Attribute(AttributeName name, Number number)
      : name_(name), kind_(Kind::number), number_(static_cast<std::int64_t>(number)) {}

 private:
  friend class Writer;
  enum class Kind { value, text, number, bare, absent };

  AttributeName name_;
  Kind kind_ = Kind::value;
  Text text_{};
  std::string_view value_;
  std::int64_t number_ = 0;
};

using Attributes = std::initializer_list<Attribute>;

// For an attribute that is there only sometimes: {"aria-current", when(is_here, "page")}.
inline std::optional<std::string_view> when(bool condition, std::string_view value) {
  return condition ? std::optional(value) : std::nullopt;
}

// For an attribute that is there only when it has something to say: {"id", unless_empty(id)}.
inline std::optional<std::string_view> unless_empty(std::string_view value) { return when(!value.empty(), value); }

}  // namespace prima::html
