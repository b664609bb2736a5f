#include "directory/unit_field_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "directory/directory_text_rules.h"
#include "directory/region_code_rules.h"
#include "directory/unit_hours_rules.h"
#include "directory/unit_value_rules.h"
#include "directory/unit_words.h"

namespace prima::directory {

namespace {

constexpr std::array<UnitColumn, 22> columns = {{
    {UnitField::code, "code", "Kode", "Code"},
    {UnitField::name, "name", "Nama", "Name"},
    {UnitField::kind, "kind", "Jenis", "Kind"},
    {UnitField::region, "region", "Kode wilayah", "Region code"},
    {UnitField::address, "address", "Alamat", "Address"},
    {UnitField::postcode, "postcode", "Kode pos", "Postcode"},
    {UnitField::latitude, "latitude", "Lintang", "Latitude"},
    {UnitField::longitude, "longitude", "Bujur", "Longitude"},
    {UnitField::monday, "monday", "Senin", "Monday"},
    {UnitField::tuesday, "tuesday", "Selasa", "Tuesday"},
    {UnitField::wednesday, "wednesday", "Rabu", "Wednesday"},
    {UnitField::thursday, "thursday", "Kamis", "Thursday"},
    {UnitField::friday, "friday", "Jumat", "Friday"},
    {UnitField::saturday, "saturday", "Sabtu", "Saturday"},
    {UnitField::sunday, "sunday", "Minggu", "Sunday"},
    {UnitField::special_days, "special_days", "Hari khusus", "Special days"},
    {UnitField::channels, "channels", "Saluran", "Channels"},
    {UnitField::access, "access", "Aksesibilitas", "Accessibility"},
    {UnitField::phone, "phone", "Telepon", "Phone"},
    {UnitField::whatsapp, "whatsapp", "WhatsApp", "WhatsApp"},
    {UnitField::email, "email", "Surel", "E-mail"},
    {UnitField::website, "website", "Situs web", "Website"},
}};

// Letters and digits, lower case.
std::string squeezed(std::string_view heading) {
  std::string clean;
  for (const char c : lowered(heading)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) clean += c;
  }
  return clean;
}

std::size_t weekday_of(UnitField field) {
  return static_cast<std::size_t>(field) - static_cast<std::size_t>(UnitField::monday);
}

bool is_weekday(UnitField field) { return field >= UnitField::monday && field <= UnitField::sunday; }

// Keeps what was read, or gives what is wrong.
template <typename Value, typename Target>
std::optional<Words> keep(Result<Value, Words> read, Target& target) {
  if (!read) return std::move(read).error();
  target = *std::move(read);
  return std::nullopt;
}

std::optional<Words> set_code(Unit& unit, std::string_view text) {
  if (text.empty() || is_directory_code(text)) {
    unit.code = text;
    return std::nullopt;
  }
  const std::string shown = shown_to_people(text);
  return Words{
      fmt::format("\"{}\" bukan kode; tulis 1 sampai 40 huruf, angka, titik, atau tanda hubung, misalnya DISDUKCAPIL",
                  shown),
      fmt::format("\"{}\" is no code; write 1 to 40 letters, digits, points or hyphens, for example DISDUKCAPIL",
                  shown)};
}

std::optional<Words> set_kind(Unit& unit, std::string_view text) {
  if (text.empty()) {
    unit.kind = UnitKind::other;
    return std::nullopt;
  }
  if (const auto kind = parse_unit_kind(text)) {
    unit.kind = *kind;
    return std::nullopt;
  }
  Words list;
  for (const auto& one : unit_kinds()) {
    list.id += (list.id.empty() ? "" : ", ") + std::string(one.id);
    list.en += (list.en.empty() ? "" : ", ") + std::string(one.en);
  }
  const std::string shown = shown_to_people(text);
  return Words{fmt::format("jenis unit \"{}\" tidak dikenal; pilih dari: {}", shown, list.id),
               fmt::format("the kind of unit \"{}\" is not known; choose from: {}", shown, list.en)};
}

std::optional<Words> set_region(Unit& unit, std::string_view text) {
  if (text.empty()) {
    unit.region_code.clear();
    return std::nullopt;
  }
  if (const auto code = parse_region_code(text)) {
    unit.region_code = code->text;
    return std::nullopt;
  }
  const std::string shown = shown_to_people(text);
  return Words{fmt::format("\"{}\" bukan kode wilayah; tulis misalnya 33.74 atau 33.74.10", shown),
               fmt::format("\"{}\" is no code of a region; write for example 33.74 or 33.74.10", shown)};
}

std::optional<Words> set_degrees(std::optional<std::int32_t>& degrees, std::string_view text, int limit) {
  if (text.empty()) {
    degrees.reset();
    return std::nullopt;
  }
  return keep(parse_degrees(text, limit), degrees);
}

std::optional<Words> set_weekday(Unit& unit, UnitField field, std::string_view text) {
  auto& day = unit.hours.week[weekday_of(field)];
  if (text.empty()) {
    day.reset();
    return std::nullopt;
  }
  return keep(parse_day_hours(text), day);
}

std::optional<Words> set_contact(std::string& contact, std::string_view text,
                                 Result<std::string, Words> (*parse)(std::string_view)) {
  if (text.empty()) {
    contact.clear();
    return std::nullopt;
  }
  return keep(parse(text), contact);
}

std::string optional_degrees(const std::optional<std::int32_t>& degrees) {
  return degrees ? degrees_text(*degrees) : std::string();
}

std::string weekday_text(const Unit& unit, UnitField field) {
  const auto& day = unit.hours.week[weekday_of(field)];
  return day ? to_text(*day) : std::string();
}

}  // namespace

std::span<const UnitColumn> unit_columns() { return columns; }

const UnitColumn& column_of(UnitField field) { return columns[static_cast<std::size_t>(field)]; }

std::optional<UnitField> parse_unit_column(std::string_view heading) {
  const std::string wanted = squeezed(heading);
  const auto* const found = std::find_if(columns.begin(), columns.end(), [&](const UnitColumn& one) {
    return wanted == squeezed(one.key) || wanted == squeezed(one.id) || wanted == squeezed(one.en);
  });
  return wanted.empty() || found == columns.end() ? std::nullopt : std::optional(found->field);
}

std::string text_of(const Unit& unit, UnitField field) {
  if (is_weekday(field)) return weekday_text(unit, field);
  switch (field) {
    case UnitField::code:
      return unit.code;
    case UnitField::name:
      return unit.name;
    case UnitField::kind:
      return std::string(word_of(unit.kind).id);
    case UnitField::region:
      return unit.region_code;
    case UnitField::address:
      return unit.address;
    case UnitField::postcode:
      return unit.postcode;
    case UnitField::latitude:
      return optional_degrees(unit.latitude);
    case UnitField::longitude:
      return optional_degrees(unit.longitude);
    case UnitField::special_days:
      return to_text(unit.hours.special_days);
    case UnitField::channels:
      return to_text(unit.channels);
    case UnitField::access:
      return to_text(unit.access);
    case UnitField::phone:
      return unit.contacts.phone;
    case UnitField::whatsapp:
      return unit.contacts.whatsapp;
    case UnitField::email:
      return unit.contacts.email;
    case UnitField::website:
      return unit.contacts.website;
    default:
      PRIMA_UNREACHABLE("a weekday");
  }
}

std::optional<Words> set_text(Unit& unit, UnitField field, std::string_view text) {
  const std::string_view clean = trimmed(text);
  if (is_weekday(field)) return set_weekday(unit, field, clean);
  switch (field) {
    case UnitField::code:
      return set_code(unit, clean);
    case UnitField::name:
      return keep(parse_line(clean, 200), unit.name);
    case UnitField::kind:
      return set_kind(unit, clean);
    case UnitField::region:
      return set_region(unit, clean);
    case UnitField::address:
      return keep(parse_line(clean, 300), unit.address);
    case UnitField::postcode:
      return set_contact(unit.postcode, clean, parse_postcode);
    case UnitField::latitude:
      return set_degrees(unit.latitude, clean, 90);
    case UnitField::longitude:
      return set_degrees(unit.longitude, clean, 180);
    case UnitField::special_days:
      return keep(parse_special_days(clean), unit.hours.special_days);
    case UnitField::channels:
      return keep(parse_channels(clean), unit.channels);
    case UnitField::access:
      return keep(parse_access(clean), unit.access);
    case UnitField::phone:
      return set_contact(unit.contacts.phone, clean, parse_phone);
    case UnitField::whatsapp:
      return set_contact(unit.contacts.whatsapp, clean, parse_phone);
    case UnitField::email:
      return set_contact(unit.contacts.email, clean, parse_email);
    case UnitField::website:
      return set_contact(unit.contacts.website, clean, parse_website);
    default:
      PRIMA_UNREACHABLE("a weekday");
  }
}

}  // namespace prima::directory
