#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/date.h"
#include "base/words.h"
#include "html/attribute.h"
#include "html/content.h"
#include "html/html.h"
#include "html/tag.h"

namespace prima::html {

// Writes HTML in one language into one growing buffer.
//
// There is a function for each element; what goes in is always escaped, or is Html already. Tags and attribute names
// are literals that the compiler checks; attribute values are quoted and escaped; URLs are checked (url.h). So a page
// cannot be made to contain a tag, an attribute or a script that its author did not write.
//
//   w.article({{"class", "card"}}, [&] {
//     w.h2(Text::registry_title);                                   // from web/locale/*.yaml
//     w.p(say(Text::registry_found, w.count(587)));                 // "587 pemerintah ditemukan"
//     w.a({{"href", w.url("/hasil")}}, government.name);            // escaped
//     w.p({{"class", "score"}}, w.decimal("91.70"));                // 91,70 in Indonesian, 91.70 in English
//   });
//
// Every element takes attributes, content, or both. Content is anything content.h names. Not for several threads.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Language language() const { return language_; }

  // Writes content where the writer stands.
  void add(const Content& content);
  template <typename What>
  void text(const What& what) {
    write(what);
  }

  // Any element; `tag` must be a literal. The named functions below read better.
  template <typename What>
  void element(Tag tag, Attributes attributes, const What& content) {
    open(tag, attributes);
    write(content);
    close(tag);
  }
  // An element without content and without an end tag, such as <br>.
  void void_element(Tag tag, Attributes attributes) { open(tag, attributes); }

#define PRIMA_HTML_ELEMENT(name, tag)                     \
  template <typename What>                                \
  void name(Attributes attributes, const What& content) { \
    element(tag, attributes, content);                    \
  }                                                       \
  template <typename What>                                \
  void name(const What& content) {                        \
    element(tag, {}, content);                            \
  }                                                       \
  void name(Attributes attributes) { element(tag, attributes, Content()); }
#define PRIMA_HTML_VOID(name, tag) \
  void name(Attributes attributes = {}) { void_element(tag, attributes); }
#include "html/elements.inc"
#undef PRIMA_HTML_ELEMENT
#undef PRIMA_HTML_VOID

  // A textarea with its text; a leading line break in it survives.
  void textarea(Attributes attributes, std::string_view value);

  // Numbers and dates in the writer's language (format.h has the rules).
  std::string decimal(std::string_view exact) const;
  std::string count(std::int64_t number) const;
  std::string percent(std::string_view exact) const;
  std::string date(Date day) const;
  // A text of the locale files; with placeholders filled in; both as plain text, for attributes and titles.
  std::string_view plain(Text key) const { return html::text(language_, key); }
  std::string plain(const Sentence& sentence) const { return plain(Content(sentence)); }
  // Content that is text of some kind; markup inside it is a bug of the caller.
  std::string plain(const Content& content) const;
  // The path of a page of ours in the writer's language: "/hasil" or "/en/hasil"; "/" or "/en/".
  std::string url(std::string_view path) const;
  // An id that no other call of this writer returns, for labels: "u1", "u2" ...
  std::string unique_id();

  std::size_t size() const { return out_.size(); }
  // What was written so far, as a piece for later use; the writer is empty afterwards.
  Html take();

 private:
  friend class Document;

  void open(Tag tag, Attributes attributes);
  void close(Tag tag);
  void attribute(const Attribute& attribute);
  void sentence(const Sentence& sentence);
  std::string filled(const Sentence& sentence) const;
  template <typename OnText, typename OnArgument>
  void for_parts(const Sentence& sentence, const OnText& on_text, const OnArgument& on_argument) const;
  void raw(std::string_view html) { out_.append(html); }

  template <typename What>
  void write(const What& what) {
    if constexpr (std::invocable<const What&>) {
      what();
    } else if constexpr (std::invocable<const What&, Writer&>) {
      what(*this);
    } else if constexpr (std::convertible_to<const What&, std::string_view>) {
      append_escaped(out_, what);
    } else {
      add(Content(what));
    }
  }

  Language language_;
  std::string out_;
  unsigned ids_ = 0;
};

}  // namespace prima::html
