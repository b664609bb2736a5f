#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/public_catalogue.h"
#include "catalogue/standard_test_support.h"
#include "directory/calendar_reader.h"
#include "directory/unit_test_support.h"

// Two cities with a registry office each, and three services.
namespace prima::catalogue::test {

inline Uuid uuid(std::uint8_t last) {
  Uuid id;
  id.bytes.back() = last;
  return id;
}

inline directory::Institution city(std::int32_t id, const std::string& code, const std::string& name,
                                   const std::string& region) {
  directory::Institution one;
  one.id = InstitutionId{id};
  one.code = code;
  one.name = name;
  one.region_code = region;
  return one;
}

inline directory::Unit registry_office(std::int32_t institution, std::uint8_t id, const std::string& region) {
  directory::Unit unit = directory::test::civil_registry();
  unit.institution = InstitutionId{institution};
  unit.id = UnitId(uuid(id));
  unit.region_code = region;
  return unit;
}

struct TestPublished {
  std::int32_t institution = 1;
  std::uint8_t id = 1;
  std::uint8_t unit = 101;
  std::string code = {};
  std::string template_key = {};
};

inline PublishedService published(const TestPublished& made, const Standard& standard,
                                  std::string_view valid_from = "2026-01-01") {
  PublishedService one;
  one.service.institution = InstitutionId{made.institution};
  one.service.id = ServiceId(uuid(made.id));
  one.service.unit = UnitId(uuid(made.unit));
  one.service.code = made.code;
  one.service.template_key = made.template_key;
  one.service.title = standard.title;
  one.service.changed_at = parse_instant("2026-01-02T03:04:05Z").value();
  one.edition = published_edition();
  one.edition.valid_from = parse_date(valid_from);
  one.edition.standard = standard;
  return one;
}

inline Standard standard_titled(const std::string& id, const std::string& en = "") {
  Standard standard = whole_standard();
  standard.title = text(id, en);
  return standard;
}

inline Standard dear_standard() {
  Standard standard = standard_titled("Izin mendirikan reklame");
  standard.time = {{"baru", {3, TimeUnit::working_days}, {}, {}}, {"hilang", {14, TimeUnit::working_days}, {}, {}}};
  standard.fees = {FeeState::charged, {}, {{"baru", 50'000, {}, {}, {}}, {"hilang", 1'250'000, {}, {}, {}}}};
  return standard;
}

inline PublicCatalogue::Source two_cities() {
  PublicCatalogue::Source source;
  source.institutions = {city(2, "34.71", "Pemerintah Kota Yogyakarta", "34.71"),
                         city(1, "33.74", "Pemerintah Kota Semarang", "33.74")};
  source.units = {registry_office(1, 101, "33.74"), registry_office(2, 102, "34.71")};
  Standard slow = standard_titled("KTP elektronik", "Electronic identity card");
  slow.time.front().duration = {5, TimeUnit::working_days};
  source.services = {
      published({.institution = 2, .id = 3, .unit = 102, .code = "ktp", .template_key = "ktp-el"}, slow, "2026-05-01"),
      published({.id = 1, .code = "ktp", .template_key = "ktp-el"},
                standard_titled("Penggantian KTP elektronik hilang", "Replacement of a lost identity card")),
      published({.id = 2, .code = "reklame"}, dear_standard(), "2026-03-01")};
  return source;
}

inline const PublicCatalogue& catalogue() {
  static const PublicCatalogue one(two_cities());
  return one;
}

// A Tuesday, ten in the morning in Semarang.
inline Instant now() { return parse_instant("2026-11-24T03:00:00Z").value(); }

inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace prima::catalogue::test
