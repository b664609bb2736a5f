#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/assert.h"
#include "base/words.h"
#include "html/html.h"
#include "html/text.h"

namespace prima::html {

class Content;
class Writer;

// A text of the locale files with its {0}, {1} ... filled in; made by say(). Use it inside the call that writes it.
class Sentence;

// What stands inside an element or a part of a component: text (escaped), a text of the locale files, Words (in the
// writer's language), finished Html, a filled-in sentence, or a function that writes it.
//
//   card(w, Text::home_latest, [&] { w.p(government.name); });
//
// Holds no copy: it lives only inside the call it is passed to. A function may take no argument or the Writer.
class Content {
 public:
  Content() = default;
  // NOLINTBEGIN(google-explicit-constructor): that a text is content is the point
  Content(std::string_view text) : kind_(Kind::text), text_(text) {}
  Content(const std::string& text) : kind_(Kind::text), text_(text) {}
  Content(const char* text) : kind_(Kind::text), text_(text) {}
  Content(Text key) : kind_(Kind::key), key_(key) {}
  Content(const Words& words) : kind_(Kind::words), object_(&words) {}
  Content(const Html& html) : kind_(Kind::html), object_(&html) {}
  Content(const Sentence& sentence) : kind_(Kind::sentence), object_(&sentence) {}
  template <typename Function>
  requires std::is_class_v<Function> &&
      (std::invocable<const Function&> || std::invocable<const Function&, Writer&>)Content(const Function& function)
      : kind_(Kind::function), object_(&function), call_(&call<Function>) {}
  // NOLINTEND(google-explicit-constructor)

  // Whether nothing was given, or an empty text.
  bool empty() const;

 private:
  friend class Writer;
  enum class Kind { none, text, key, words, html, sentence, function };

  template <typename Function>
  static void call(const void* function, Writer& writer) {
    if constexpr (std::invocable<const Function&>) {
      (*static_cast<const Function*>(function))();
    } else {
      (*static_cast<const Function*>(function))(writer);
    }
  }

  Kind kind_ = Kind::none;
  Text key_{};
  std::string_view text_;
  const void* object_ = nullptr;
  void (*call_)(const void*, Writer&) = nullptr;
};

class Sentence {
 public:
  static constexpr std::size_t max_arguments = 6;

  template <typename... Arguments>
  explicit Sentence(Text key, const Arguments&... arguments)
      : key_(key), arguments_{Content(arguments)...}, size_(sizeof...(arguments)) {
    static_assert(sizeof...(arguments) <= max_arguments);
    PRIMA_ASSERT(size_ == placeholders(key));
  }

 private:
  friend class Writer;
  Text key_;
  std::array<Content, max_arguments> arguments_;
  std::size_t size_;
};

// say(Text::registry_found, w.count(12)): the text with its placeholders filled by content. The number of arguments
// must be that of the text.
template <typename... Arguments>
Sentence say(Text key, const Arguments&... arguments) {
  return Sentence(key, arguments...);
}

}  // namespace prima::html
