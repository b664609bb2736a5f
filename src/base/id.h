#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace prima {

// 128 bits that name one thing for ever (RFC 9562). As text: 36 characters, lower case, with four hyphens.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Uuid&) const = default;
};

// What makes an id unique besides its moment: 10 bytes from the system's source of randomness.
using IdRandom = std::array<std::uint8_t, 10>;

// A version 7 UUID (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits, so that later ids sort later. Ids
// of the same millisecond are in no particular order.
Uuid make_uuid(Instant now, const IdRandom& random);

std::string to_text(const Uuid& uuid);

// Reads the 36-character form in either case; nothing for any other.
std::optional<Uuid> parse_uuid(std::string_view text);

// An id of one kind of thing: Id<struct UnitTag> does not compare with an id of a service.
template <typename Tag>
class Id {
 public:
  Id() = default;  // all zero: no thing
  explicit Id(const Uuid& uuid) : uuid_(uuid) {}

  const Uuid& uuid() const { return uuid_; }
  auto operator<=>(const Id&) const = default;

 private:
  Uuid uuid_;
};

template <typename Tag>
std::string to_text(const Id<Tag>& id) {
  return to_text(id.uuid());
}

template <typename Tag>
std::optional<Id<Tag>> parse_id(std::string_view text) {
  const auto uuid = parse_uuid(text);
  return uuid ? std::optional(Id<Tag>(*uuid)) : std::nullopt;
}

// The tenant: a number given once by an administrator, never changed; first in every key. 0 is none.
enum class InstitutionId : std::int32_t {};

// A service unit of an institution: what people have roles in, and what gives services.
using UnitId = Id<struct UnitTag>;

}  // namespace prima

template <>
struct std::hash<prima::Uuid> {
  std::size_t operator()(const prima::Uuid& uuid) const noexcept {
    return std::hash<std::string_view>{}(
        std::string_view(reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()));
  }
};

template <typename Tag>
struct std::hash<prima::Id<Tag>> {
  std::size_t operator()(const prima::Id<Tag>& id) const noexcept { return std::hash<prima::Uuid>{}(id.uuid()); }
};
