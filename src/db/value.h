#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/id.h"
#include "base/instant.h"

namespace prima::db {

// Any bytes, for a column of type `bytes`.
struct Bytes {
  std::string data;

  bool operator==(const Bytes&) const = default;
};

// What stands for $1, $2, ... in a statement. Made without a word from what the house keeps: whole numbers, texts,
// bytes, flags, ids, instants, days (as "YYYY-MM-DD"), and std::optional of each (nothing is NULL). There is none from
// floating point.
class Value {
 public:
  using Held = std::variant<std::monostate, std::int64_t, bool, std::string, Bytes, Uuid>;

  Value(std::nullopt_t) {}
  template <std::same_as<bool> T>
  Value(T flag) : held_(flag) {}
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T number) : held_(static_cast<std::int64_t>(number)) {}
  Value(InstitutionId institution) : held_(static_cast<std::int64_t>(institution)) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  Value(Bytes bytes) : held_(std::move(bytes)) {}
  Value(const Uuid& uuid) : held_(uuid) {}
  template <typename Tag>
  Value(const Id<Tag>& id) : held_(id.uuid()) {}
  Value(Instant instant) : held_(unix_ms(instant)) {}
  Value(Date day) : held_(iso(day)) {}
  template <typename T>
  Value(const std::optional<T>& value) {
    if (value) held_ = Value(*value).held_;
  }

  const Held& held() const { return held_; }

 private:
  Held held_;
};

}  // namespace prima::db
