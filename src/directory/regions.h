#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/embedded_file.h"
#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"
#include "directory/region_code_rules.h"
#include "directory/region_name_rules.h"

namespace prima::directory {

// A province, regency, city or district of Indonesia.
struct Region {
  std::string code;  // with points: "33.74"
  std::string name;  // in full: "Kota Semarang"; a district without the word Kecamatan
  RegionLevel level = RegionLevel::province;
  TimeZone zone = TimeZone::wib;  // the legal time of its province
};

// All regions of one version of the codes. Immutable; may be read by several threads.
class Regions {
 public:
  // Reads the table that tools/make_regions.mjs makes: code,name,time_zone,aliases; sorted by code, parents first.
  static Result<Regions, Findings> read(std::string_view csv, const std::string& file);

  std::span<const Region> all() const { return regions_; }

  // The region with that code, with or without points; nullptr when there is none. Villages are not in the table.
  const Region* find(std::string_view code) const;

  // The region one level up; nullptr for a province.
  const Region* parent(const Region& region) const;

  std::vector<const Region*> provinces() const;
  // The regencies and cities of a province or the districts of a regency or city, by code.
  std::vector<const Region*> children(const Region& region) const;

  // The regions that a person may mean: "kab. sleman", "Kota Pangkalpinang", "DKI Jakarta". The words before the name
  // limit the level; without them a province comes before a regency before a city ("Bandung" gives two, the regency
  // first). Districts are given only when the name says so or nothing else has that name. By code within one level.
  std::vector<const Region*> named(std::string_view text) const;

  // The name of a province, regency or city that `text` may be a misspelling of.
  std::optional<std::string> closest_name(std::string_view text) const;

  // "Kecamatan Tembalang, Kota Semarang, Jawa Tengah".
  std::string full_name(const Region& region) const;

 private:
  Regions() = default;
  std::optional<Finding> add(std::span<const std::string_view> fields);
  void add_name(std::string_view name, std::size_t index);
  std::vector<const Region*> with_name(const RegionName& name) const;

  std::vector<Region> regions_;                                        // by code
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;  // key of region_name_rules.h -> indices
};

// The regions that are built into the program (reference/regions/SOURCES.md). Read once, at the first call.
const Regions& regions();

// The same as a file to pass on, under the licence that region_notice() names.
const EmbeddedFile& region_file();

// Source and licence of the table, which must be shown wherever it is (ODbL 1.0, 4.2 and 4.3).
Words region_notice();

}  // namespace prima::directory
