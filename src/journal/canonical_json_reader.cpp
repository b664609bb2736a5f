// Reads JSON (RFC 8259) by recursive descent:
//
//   value  = object | array | string | integer | "true" | "false" | "null"
//   object = "{" [ string ":" value *( "," string ":" value ) ] "}"
//   array  = "[" [ value *( "," value ) ] "]"
#include <algorithm>
#include <optional>

#include "base/text.h"
#include "journal/canonical_json.h"

namespace prima::journal {

namespace {

struct Stop {
  std::size_t position;
  Words message;
};

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

void append_utf8(std::uint32_t point, std::string& out) {
  const auto add = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (point < 0x80) {
    add(point);
  } else if (point < 0x800) {
    add(0xc0 | point >> 6);
    add(0x80 | (point & 63));
  } else if (point < 0x10000) {
    add(0xe0 | point >> 12);
    add(0x80 | (point >> 6 & 63));
    add(0x80 | (point & 63));
  } else {
    add(0xf0 | point >> 18);
    add(0x80 | (point >> 12 & 63));
    add(0x80 | (point >> 6 & 63));
    add(0x80 | (point & 63));
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Json document() {
    Json json = value(0);
    skip_space();
    if (at_ < text_.size()) stop({"teks berlanjut setelah nilai JSON berakhir", "text goes on after the JSON value"});
    return json;
  }

 private:
  [[noreturn]] void stop(Words message) const { throw Stop{at_, std::move(message)}; }
  [[noreturn]] void stop_at(std::size_t position, Words message) const { throw Stop{position, std::move(message)}; }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\n\r", at_), text_.size()); }

  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  Json value(int depth) {
    skip_space();
    if (take("null")) return {};
    if (take("true")) return true;
    if (take("false")) return false;
    const char c = peek();
    if (c == '"') return string();
    if (c == '-' || is_digit(c)) return integer();
    if (c == '{' || c == '[') {
      if (depth == greatest_json_depth)
        stop({"terlalu banyak lapisan JSON", "too many objects and arrays in one another"});
      ++at_;
      return c == '{' ? object(depth + 1) : array(depth + 1);
    }
    stop({"di sini harus ada nilai JSON", "a JSON value must stand here"});
  }

  Json object(int depth) {
    Json json = Json::object();
    skip_space();
    if (take("}")) return json;
    do {
      skip_space();
      const std::size_t begin = at_;
      const std::string name = string();
      if (json.find(name))
        stop_at(begin, {"nama ini muncul dua kali dalam satu objek", "this name stands twice in one object"});
      skip_space();
      if (!take(":")) stop({"di sini harus ada titik dua", "a colon must stand here"});
      json.set(name, value(depth));
      skip_space();
    } while (take(","));
    if (!take("}"))
      stop({"di sini harus ada koma atau kurung kurawal tutup", "a comma or a closing brace must stand here"});
    return json;
  }

  Json array(int depth) {
    Json json = Json::array();
    skip_space();
    if (take("]")) return json;
    do {
      json.add(value(depth));
      skip_space();
    } while (take(","));
    if (!take("]"))
      stop({"di sini harus ada koma atau kurung siku tutup", "a comma or a closing bracket must stand here"});
    return json;
  }

  Json integer() {
    const std::size_t begin = at_;
    const bool negative = take("-");
    const std::size_t first = at_;
    std::int64_t number = 0;
    while (is_digit(peek())) {
      number = number * 10 + (text_[at_++] - '0');
      if (number > greatest_json_integer)
        stop_at(begin,
                {"bilangan ini terlalu besar; tulis sebagai teks", "this number is too large; write it as text"});
    }
    const char next = peek();
    if (next == '.' || next == 'e' || next == 'E')
      stop_at(begin, {"pecahan harus ditulis sebagai teks",
                      "a number with a fraction or an exponent must be written as text"});
    const bool leading_zero = text_[first == text_.size() ? begin : first] == '0' && at_ - first > 1;
    if (at_ == first || leading_zero || (negative && number == 0))
      stop_at(begin, {"ini bukan bilangan bulat yang sah", "this is not a valid integer"});
    return negative ? -number : number;
  }

  std::string string() {
    if (!take("\"")) stop({"di sini harus ada teks dalam tanda petik", "a string in quotes must stand here"});
    std::string out;
    while (true) {
      if (at_ == text_.size()) stop({"tanda petik penutup tidak ada", "the closing quote is missing"});
      const char c = text_[at_];
      if (static_cast<unsigned char>(c) < 0x20)
        stop({"karakter kendali harus ditulis dengan \\u", "a control character must be written with \\u"});
      ++at_;
      if (c == '"') return out;
      if (c == '\\') {
        escape(out);
      } else {
        out += c;
      }
    }
  }

  void escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char c = peek();
    if (c == 'u') {
      append_utf8(escaped_character(), out);
      return;
    }
    const std::size_t place = letters.find(c);
    if (place == std::string_view::npos || c == '\0') stop({"tanda \\ ini tidak dikenal", "this escape is unknown"});
    ++at_;
    out += meanings[place];
  }

  std::uint32_t escaped_character() {
    const std::size_t begin = at_ - 1;
    const std::uint32_t first = code_unit();
    if (first < 0xd800 || first > 0xdfff) return first;
    const bool has_second = first < 0xdc00 && text_.substr(at_, 2) == "\\u";
    if (has_second) ++at_;
    const std::uint32_t second = has_second ? code_unit() : 0;
    if (second < 0xdc00 || second > 0xdfff)
      stop_at(begin, {"separuh pasangan surrogate", "half of a surrogate pair is not a character"});
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
  }

  // Four hexadecimal digits after the letter u.
  std::uint32_t code_unit() {
    constexpr std::string_view digits = "0123456789abcdef";
    ++at_;
    std::uint32_t unit = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const std::size_t value = digits.find('A' <= c && c <= 'F' ? static_cast<char>(c + 32) : c);
      if (value == std::string_view::npos)
        stop({"setelah \\u harus ada empat digit heksadesimal", "\\u needs four hexadecimal digits"});
      unit = unit << 4 | static_cast<std::uint32_t>(value);
    }
    return unit;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Json, JsonProblem> parse_json(std::string_view text) {
  if (const auto invalid = first_invalid_utf8(text))
    return failure(JsonProblem{*invalid, {"teks ini bukan UTF-8", "this text is not UTF-8"}});
  try {
    return Reader(text).document();
  } catch (const Stop& stop) {
    return failure(JsonProblem{stop.position, stop.message});
  }
}

}  // namespace prima::journal
