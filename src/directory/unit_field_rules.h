#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/words.h"
#include "directory/unit.h"

namespace prima::directory {

// The fields of a unit that people fill in. Tables, forms, comparisons and what is kept all go through these, so that a
// value has one text everywhere.
enum class UnitField : std::uint8_t {
  code,
  name,
  kind,
  region,
  address,
  postcode,
  latitude,
  longitude,
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday,
  special_days,
  channels,
  access,
  phone,
  whatsapp,
  email,
  website,
};

struct UnitColumn {
  UnitField field = UnitField::code;
  std::string_view key;  // for programs: "special_days"
  std::string_view id;   // heading of a column: "Hari khusus"
  std::string_view en;   // "Special days"

  Words words() const { return {std::string(id), std::string(en)}; }
};

// All fields, in the order of the enumeration, which is that of the columns.
std::span<const UnitColumn> unit_columns();
const UnitColumn& column_of(UnitField field);

// The field whose key or heading, in either language, this is; case, spaces, "_" and "-" do not matter.
std::optional<UnitField> parse_unit_column(std::string_view heading);

// The value as text; empty when nothing is stated. What set_text reads gives this text again.
std::string text_of(const Unit& unit, UnitField field);

// Sets the field to what a person wrote; blank text takes the value away. Gives what is wrong with the text and how to
// write it, and then leaves the unit as it was. Whether a value must be there is asked by check() (unit_rules.h).
std::optional<Words> set_text(Unit& unit, UnitField field, std::string_view text);

}  // namespace prima::directory
