#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/words.h"

namespace prima::journal {

// A JSON value that has exactly one text: the canonical form of RFC 8785 (JCS). There are no floating numbers by type;
// a decimal is a string. Integers stay within +-(2^53 - 1), so that every other program reads the same number
// (RFC 7493). Strings are valid UTF-8. Whoever makes a value outside these limits has a bug; text from outside goes
// through parse_json, which refuses it.
class Json {
 public:
  struct Member;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;  // in canonical order, every name once

  Json() = default;  // null
  Json(std::nullptr_t) {}
  Json(bool value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::int64_t value);
  Json(const char* value);
  Json(std::string_view value);
  Json(std::string value);
  Json(Array value);
  template <typename T>
  Json(const T*) = delete;  // a pointer is not a flag

  // A value that is canonical text already, kept as it is and never taken apart: find() and as_...() know nothing of
  // it. For large values that were written canonically elsewhere; that the text is canonical is the caller's promise.
  static Json canonical(std::string text) { return Json(Value(Canonical{std::move(text)})); }
  static Json object() { return Json(Value(Object{})); }
  static Json object(std::initializer_list<Member> members);
  static Json array() { return Json(Value(Array{})); }

  // The value of this object's member, set or replaced; this must be an object.
  Json& set(std::string_view name, Json value);
  // Adds to this array.
  Json& add(Json value);

  // The member, or nullptr when there is none or this is no object.
  const Json* find(std::string_view name) const;

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  const bool* as_bool() const { return std::get_if<bool>(&value_); }
  const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* as_string() const { return std::get_if<std::string>(&value_); }
  const Array* as_array() const { return std::get_if<Array>(&value_); }
  const Object* as_object() const { return std::get_if<Object>(&value_); }
  // The text of a value made by canonical(); nullptr for any other.
  const std::string* as_canonical() const {
    const Canonical* canonical = std::get_if<Canonical>(&value_);
    return canonical ? &canonical->text : nullptr;
  }

  bool operator==(const Json& other) const;

 private:
  struct Canonical {
    std::string text;
    bool operator==(const Canonical&) const = default;
  };
  using Value = std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object, Canonical>;
  explicit Json(Value value) : value_(std::move(value)) {}

  Value value_ = nullptr;
};

struct Json::Member {
  std::string name;
  Json value;

  bool operator==(const Member&) const = default;
};

constexpr std::int64_t greatest_json_integer = 9'007'199'254'740'991;
constexpr int greatest_json_depth = 64;

// Whether member name `a` stands before `b`: by UTF-16 code units (RFC 8785, 3.2.3), which differs from the order of
// the UTF-8 bytes where characters above U+FFFF meet U+E000 .. U+FFFF.
bool stands_before(std::string_view a, std::string_view b);

// The canonical text: no white space, members in order, the shortest escapes.
std::string to_text(const Json& json);

struct JsonProblem {
  std::size_t position = 0;  // of the first byte that cannot stand where it does
  Words message;
};

// Reads any JSON text (RFC 8259) made of what Json can hold. Refused besides bad grammar: a name twice in one object, a
// fraction, an exponent, -0, an integer beyond greatest_json_integer, half of a surrogate pair, bytes that are not
// UTF-8, a byte order mark, and more than greatest_json_depth objects and arrays in one another.
Result<Json, JsonProblem> parse_json(std::string_view text);

}  // namespace prima::journal
