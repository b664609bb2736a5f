#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "directory/directory_standing.h"

namespace prima::directory {

// What a service unit is, as citizens know it. unit_words.h has the words.
enum class UnitKind : std::uint8_t {
  office,           // dinas
  agency,           // badan
  bureau,           // biro, bagian
  district_office,  // kecamatan
  village_office,   // kelurahan, desa
  service_mall,     // mal pelayanan publik
  health_centre,    // puskesmas
  hospital,
  school,
  branch,   // UPT, UPTD
  police,   // polres, polsek
  land,     // kantor pertanahan
  company,  // state or regional company
  other,
};

// Minutes after midnight, from < to <= 1440.
struct MinuteSpan {
  int from = 0;
  int to = 0;

  bool operator==(const MinuteSpan&) const = default;
};

// When a unit serves on one day: spans in order that do not touch, so that a gap is a break. Empty: closed.
using DayHours = std::vector<MinuteSpan>;

// A day on which the unit serves at other times than its weekday says.
struct SpecialDay {
  Date date;
  DayHours hours;
  std::string note;  // why; may be empty

  bool operator==(const SpecialDay&) const = default;
};

struct OpeningHours {
  std::array<std::optional<DayHours>, 7> week;  // from Monday; nothing: not stated
  std::vector<SpecialDay> special_days;         // by date

  bool operator==(const OpeningHours&) const = default;
};

// The hours of one day: those of a special day, otherwise those of its weekday; nothing when they are not stated.
std::optional<DayHours> hours_on(const OpeningHours& hours, Date date);

// A way to ask for a service.
enum class ChannelKind : std::uint8_t { counter, mobile, kiosk, web, app, email, phone, whatsapp, post };
struct Channel {
  ChannelKind kind = ChannelKind::counter;
  std::string address;  // URL, number or name; may be empty

  bool operator==(const Channel&) const = default;
};

// What makes a building and its service usable for everybody.
enum class AccessFeature : std::uint8_t {
  ramp,
  lift,
  toilet,
  guiding_path,
  braille,
  sign_language,
  audio,
  wheelchair,
  priority_queue,
  nursing_room,
  parking,
};

// A place in millionths of a degree, so that it is exact.
struct Coordinates {
  std::int32_t latitude = 0;
  std::int32_t longitude = 0;

  bool operator==(const Coordinates&) const = default;
};

// How to reach the unit. Numbers and addresses of the office, never of a person.
struct Contacts {
  std::string phone = {};
  std::string whatsapp = {};
  std::string email = {};
  std::string website = {};

  bool operator==(const Contacts&) const = default;
};

// A place of an institution that serves people.
struct Unit {
  UnitId id = {};
  InstitutionId institution{};
  std::string code = {};  // short, unique within the institution, given once: "DISDUKCAPIL"
  std::string name = {};
  UnitKind kind = UnitKind::office;
  std::string region_code = {};  // where it lies, with points; may be empty
  std::string address = {};
  std::string postcode = {};
  std::optional<std::int32_t> latitude = {};  // millionths of a degree; both or none in a valid unit
  std::optional<std::int32_t> longitude = {};
  OpeningHours hours = {};
  std::vector<Channel> channels = {};
  std::vector<AccessFeature> access = {};  // in the order of the enumeration, each once
  Contacts contacts = {};
  Standing standing = {};

  std::optional<Coordinates> coordinates() const {
    return latitude && longitude ? std::optional(Coordinates{*latitude, *longitude}) : std::nullopt;
  }
  bool operator==(const Unit&) const = default;
};

}  // namespace prima::directory
