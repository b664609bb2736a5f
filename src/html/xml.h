#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace prima::html {

// The name of an XML element or attribute, with or without a prefix: "xhtml:link". Only a literal, checked by the
// compiler.
class XmlName {
 public:
  template <std::size_t N>
  consteval XmlName(const char (&name)[N]) : name_(name, N - 1) {  // NOLINT(google-explicit-constructor)
    if (!is_allowed(name_)) throw "this is no name of an XML element";
  }

  std::string_view view() const { return name_; }

 private:
  static consteval bool is_allowed(std::string_view name) {
    if (name.empty() || !is_letter(name.front()) || !is_letter(name.back())) return false;
    for (const char c : name) {
      if (!is_letter(c) && c != ':' && c != '-') return false;
    }
    return true;
  }
  static consteval bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view name_;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};
using XmlAttributes = std::initializer_list<XmlAttribute>;

// Writes an XML 1.0 document in UTF-8 that is well-formed whatever text goes in: tags close themselves, text and values
// are escaped, and what XML does not allow (control characters, bytes that are not UTF-8) becomes U+FFFD.
//
//   XmlWriter xml;
//   xml.element("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}}, [&] { xml.element("title", {}, feed.title); });
//   return xml.take();
//
// Content is text or a function that writes elements. Whether there is exactly one outermost element is the caller's
// part. Not for several threads.
class XmlWriter {
 public:
  XmlWriter();

  template <typename What>
  void element(XmlName name, XmlAttributes attributes, const What& content) {
    open(name, attributes);
    out_ += '>';
    if constexpr (std::invocable<const What&>) {
      content();
    } else {
      text(content);
    }
    out_.append("</").append(name.view()) += '>';
  }
  // An element without content.
  void element(XmlName name, XmlAttributes attributes);

  std::size_t size() const { return out_.size(); }
  // The document; the writer is empty afterwards.
  std::string take();

 private:
  void open(XmlName name, XmlAttributes attributes);
  void text(std::string_view text);

  std::string out_;
};

}  // namespace prima::html
