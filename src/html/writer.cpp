#include "html/writer.h"

#include <utility>

#include "html/format.h"

namespace prima::html {

bool Content::empty() const {
  switch (kind_) {
    case Kind::none:
      return true;
    case Kind::text:
      return text_.empty();
    case Kind::words:
      return static_cast<const Words*>(object_)->empty();
    case Kind::html:
      return static_cast<const Html*>(object_)->empty();
    case Kind::key:
    case Kind::sentence:
    case Kind::function:
      return false;
  }
  PRIMA_UNREACHABLE("kind of content");
}

void Writer::add(const Content& content) {
  switch (content.kind_) {
    case Content::Kind::none:
      return;
    case Content::Kind::text:
      return append_escaped(out_, content.text_);
    case Content::Kind::key:
      return append_escaped(out_, plain(content.key_));
    case Content::Kind::words:
      return append_escaped(out_, static_cast<const Words*>(content.object_)->in(language_));
    case Content::Kind::html:
      return raw(static_cast<const Html*>(content.object_)->view());
    case Content::Kind::sentence:
      return sentence(*static_cast<const Sentence*>(content.object_));
    case Content::Kind::function:
      return content.call_(content.object_, *this);
  }
  PRIMA_UNREACHABLE("kind of content");
}

void Writer::open(Tag tag, Attributes attributes) {
  out_.push_back('<');
  out_.append(tag.view());
  for (const Attribute& one : attributes) attribute(one);
  out_.push_back('>');
}

void Writer::close(Tag tag) {
  out_.append("</");
  out_.append(tag.view());
  out_.push_back('>');
}

void Writer::attribute(const Attribute& attribute) {
  using Kind = Attribute::Kind;
  if (attribute.kind_ == Kind::absent) return;
  const auto use = attribute.name_.kind();
  if (use != AttributeName::Kind::plain && attribute.kind_ == Kind::value &&
      !is_safe_url(attribute.value_, use == AttributeName::Kind::link ? UrlUse::link : UrlUse::resource)) {
    return;
  }
  out_.push_back(' ');
  out_.append(attribute.name_.view());
  if (attribute.kind_ == Kind::bare) return;
  out_.append("=\"");
  if (attribute.kind_ == Kind::number) {
    out_.append(std::to_string(attribute.number_));
  } else {
    append_escaped(out_, attribute.kind_ == Kind::text ? plain(attribute.text_) : attribute.value_);
  }
  out_.push_back('"');
}

// Gives the parts of a sentence in turn: text between placeholders, and what fills them.
template <typename OnText, typename OnArgument>
void Writer::for_parts(const Sentence& sentence, const OnText& on_text, const OnArgument& on_argument) const {
  std::string_view rest = plain(sentence.key_);
  for (auto brace = rest.find('{'); brace != std::string_view::npos; brace = rest.find('{')) {
    on_text(rest.substr(0, brace));
    // The generator of html/text.h lets only {digit} pass, with digits below the number of placeholders.
    on_argument(sentence.arguments_[static_cast<std::size_t>(rest[brace + 1] - '0')]);
    rest.remove_prefix(brace + 3);
  }
  on_text(rest);
}

void Writer::sentence(const Sentence& sentence) {
  for_parts(
      sentence, [&](std::string_view part) { append_escaped(out_, part); }, [&](const Content& one) { add(one); });
}

void Writer::textarea(Attributes attributes, std::string_view value) {
  open("textarea", attributes);
  out_.push_back('\n');  // the one line break that HTML drops
  append_escaped(out_, value);
  close("textarea");
}

std::string Writer::decimal(std::string_view exact) const { return format_decimal(language_, exact); }
std::string Writer::count(std::int64_t number) const { return format_count(language_, number); }
std::string Writer::percent(std::string_view exact) const { return format_percent(language_, exact); }
std::string Writer::date(Date day) const { return format_date(language_, day); }

std::string Writer::plain(const Content& content) const {
  switch (content.kind_) {
    case Content::Kind::none:
      return "";
    case Content::Kind::text:
      return std::string(content.text_);
    case Content::Kind::key:
      return std::string(plain(content.key_));
    case Content::Kind::words:
      return static_cast<const Words*>(content.object_)->in(language_);
    case Content::Kind::sentence:
      return filled(*static_cast<const Sentence*>(content.object_));
    case Content::Kind::html:
    case Content::Kind::function:
      PRIMA_UNREACHABLE("markup inside plain text");
  }
  PRIMA_UNREACHABLE("kind of content");
}

std::string Writer::filled(const Sentence& sentence) const {
  std::string text;
  for_parts(
      sentence, [&](std::string_view part) { text.append(part); },
      [&](const Content& one) { text.append(plain(one)); });
  return text;
}

std::string Writer::url(std::string_view path) const { return localized_path(language_, path); }

std::string Writer::unique_id() { return "u" + std::to_string(++ids_); }

Html Writer::take() { return Html(std::exchange(out_, std::string())); }

}  // namespace prima::html
