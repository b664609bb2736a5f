#include "journal/canonical_json.h"

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"

namespace prima::journal {

namespace {

// The lead bytes of U+E000 .. U+FFFF (0xEE, 0xEF) move behind those of U+10000 and above (0xF0 .. 0xF4), where UTF-16
// has them. Continuation bytes are smaller than all of these.
int rank_in_utf16(char c) {
  const int byte = static_cast<unsigned char>(c);
  return byte == 0xee || byte == 0xef ? byte + 0x10 : byte;
}

void require_text(std::string_view text) { PRIMA_ASSERT(!first_invalid_utf8(text)); }

auto place_of(Json::Object& members, std::string_view name) {
  return std::lower_bound(members.begin(), members.end(), name, [](const Json::Member& member, std::string_view key) {
    return stands_before(member.name, key);
  });
}

void write(const Json& json, std::string& out);

void write_control(unsigned char c, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[c >> 4];
  out += digits[c & 15];
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void write_character(char c, std::string& out) {
  constexpr std::string_view written = "\"\\\b\t\n\f\r";
  constexpr std::string_view letters = "\"\\btnfr";
  if (const std::size_t place = written.find(c); place != std::string_view::npos) {
    out += '\\';
    out += letters[place];
  } else if (static_cast<unsigned char>(c) < 0x20) {
    write_control(static_cast<unsigned char>(c), out);
  } else {
    out += c;
  }
}

void write_string(std::string_view text, std::string& out) {
  out += '"';
  // Mostly nothing is to be escaped: whole runs are copied.
  for (auto at = text.begin(); at != text.end();) {
    const auto run = std::find_if(at, text.end(), needs_escape);
    out.append(at, run);
    at = run;
    if (at != text.end()) write_character(*at++, out);
  }
  out += '"';
}

void write_array(const Json::Array& items, std::string& out) {
  out += '[';
  for (const Json& item : items) {
    if (&item != &items.front()) out += ',';
    write(item, out);
  }
  out += ']';
}

void write_object(const Json::Object& members, std::string& out) {
  out += '{';
  for (const Json::Member& member : members) {
    if (&member != &members.front()) out += ',';
    write_string(member.name, out);
    out += ':';
    write(member.value, out);
  }
  out += '}';
}

void write(const Json& json, std::string& out) {
  if (json.is_null()) out += "null";
  if (const bool* value = json.as_bool()) out += *value ? "true" : "false";
  if (const std::int64_t* value = json.as_integer()) out += std::to_string(*value);
  if (const std::string* value = json.as_string()) write_string(*value, out);
  if (const Json::Array* value = json.as_array()) write_array(*value, out);
  if (const Json::Object* value = json.as_object()) write_object(*value, out);
  if (const std::string* value = json.as_canonical()) out += *value;
}

}  // namespace

Json::Json(std::int64_t value) : value_(value) {
  PRIMA_ASSERT(-greatest_json_integer <= value && value <= greatest_json_integer);
}

Json::Json(std::string value) : value_(std::move(value)) { require_text(std::get<std::string>(value_)); }
Json::Json(std::string_view value) : Json(std::string(value)) {}
Json::Json(const char* value) : Json(std::string(value)) {}
Json::Json(Array value) : value_(std::move(value)) {}

Json Json::object(std::initializer_list<Member> members) {
  Json json = object();
  for (const Member& member : members) json.set(member.name, member.value);
  return json;
}

Json& Json::set(std::string_view name, Json value) {
  require_text(name);
  Object* members = std::get_if<Object>(&value_);
  PRIMA_ASSERT(members != nullptr);
  const auto place = place_of(*members, name);
  if (place != members->end() && place->name == name) {
    place->value = std::move(value);
  } else {
    members->insert(place, {std::string(name), std::move(value)});
  }
  return *this;
}

Json& Json::add(Json value) {
  Array* items = std::get_if<Array>(&value_);
  PRIMA_ASSERT(items != nullptr);
  items->push_back(std::move(value));
  return *this;
}

const Json* Json::find(std::string_view name) const {
  const Object* members = as_object();
  if (!members) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(), [&](const Member& m) { return m.name == name; });
  return found == members->end() ? nullptr : &found->value;
}

bool Json::operator==(const Json& other) const {
  if (as_canonical() || other.as_canonical()) return to_text(*this) == to_text(other);
  return value_ == other.value_;
}

bool stands_before(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char x, char y) { return rank_in_utf16(x) < rank_in_utf16(y); });
}

std::string to_text(const Json& json) {
  std::string out;
  write(json, out);
  return out;
}

}  // namespace prima::journal
