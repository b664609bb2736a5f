#include "directory/institution.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "directory/directory_text_rules.h"

namespace prima::directory {

namespace {

constexpr std::array<InstitutionKind, 5> kinds = {InstitutionKind::ministry, InstitutionKind::agency,
                                                  InstitutionKind::province, InstitutionKind::city,
                                                  InstitutionKind::regency};

// The level that the region of a regional government must have; nothing for a central body.
std::optional<RegionLevel> level_of(InstitutionKind kind) {
  switch (kind) {
    case InstitutionKind::province:
      return RegionLevel::province;
    case InstitutionKind::city:
      return RegionLevel::city;
    case InstitutionKind::regency:
      return RegionLevel::regency;
    case InstitutionKind::ministry:
    case InstitutionKind::agency:
      break;
  }
  return std::nullopt;
}

class Checker {
 public:
  Checker(const Institution& institution, const Regions& regions) : one_(institution), regions_(regions) {}

  Findings check() {
    check_code();
    check_name();
    check_region();
    check_parent();
    check_standing();
    return std::move(findings_);
  }

 private:
  void add(std::string code, std::string field, Words message) {
    findings_.push_back({std::move(code), std::move(field), 0, std::move(message)});
  }

  void check_code() {
    if (is_directory_code(one_.code)) return;
    add("institution_code", "code",
        {"kode instansi terdiri atas 1 sampai 40 huruf, angka, titik, atau tanda hubung; tulis misalnya 33.74",
         "the code of an institution has 1 to 40 letters, digits, points or hyphens; write for example 33.74"});
  }

  void check_name() {
    const bool fits =
        !trimmed(one_.name).empty() && !has_hidden_characters(one_.name) && characters_of(one_.name) <= 200;
    if (!fits)
      add("institution_name", "name",
          {"nama instansi wajib ada, satu baris, paling panjang 200 karakter",
           "the name of an institution is required: one line, at most 200 characters"});
  }

  void check_region() {
    const auto level = level_of(one_.kind);
    if (one_.region_code.empty()) {
      if (level)
        add("institution_region_missing", "region_code",
            {"pemerintah daerah memerlukan kode wilayah; tulis misalnya 33.74",
             "a regional government needs the code of its region; write for example 33.74"});
      return;
    }
    const Region* region = regions_.find(one_.region_code);
    if (region == nullptr || region->code != one_.region_code) {
      return add(
          "unknown_region", "region_code",
          {fmt::format("tidak ada wilayah \"{}\"; cari kodenya di daftar wilayah", shown_to_people(one_.region_code)),
           fmt::format("there is no region \"{}\"; look its code up in the list of regions",
                       shown_to_people(one_.region_code))});
    }
    if (level && region->level != *level) {
      const Words kind = words_of(one_.kind);
      add("institution_region_level", "region_code",
          {fmt::format("{} bukan wilayah {}; periksa kode atau jenisnya", region->name, lowered(kind.id)),
           fmt::format("{} is not the region of a {}; check the code or the kind", region->name, lowered(kind.en))});
    }
    if (region->zone != one_.zone) {
      add("institution_time_zone", "time_zone",
          {fmt::format("{} memakai {}; pilih zona waktu itu", region->name, to_text(region->zone)),
           fmt::format("{} is on {}; choose that time zone", region->name, to_text(region->zone))});
    }
  }

  void check_parent() {
    if (one_.parent_code.empty() || (is_directory_code(one_.parent_code) && one_.parent_code != one_.code)) return;
    add("institution_parent", "parent_code",
        {"instansi induk harus instansi lain; tulis kodenya atau kosongkan",
         "the institution above must be another one; write its code or leave it empty"});
  }

  void check_standing() {
    if ((one_.standing.status == Status::merged) == is_directory_code(one_.standing.merged_into) &&
        one_.standing.merged_into != one_.code)
      return;
    add("merged_into", "merged_into",
        {"instansi yang digabung harus menyebut kode instansi lain yang menerimanya",
         "a merged institution must name the code of the other one that took over"});
  }

  const Institution& one_;
  const Regions& regions_;
  Findings findings_;
};

}  // namespace

std::string_view to_text(InstitutionKind kind) {
  switch (kind) {
    case InstitutionKind::ministry:
      return "ministry";
    case InstitutionKind::agency:
      return "agency";
    case InstitutionKind::province:
      return "province";
    case InstitutionKind::city:
      return "city";
    case InstitutionKind::regency:
      return "regency";
  }
  return {};
}

std::optional<InstitutionKind> parse_institution_kind(std::string_view text) {
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [&](InstitutionKind one) { return to_text(one) == text; });
  return found == kinds.end() ? std::nullopt : std::optional(*found);
}

Words words_of(InstitutionKind kind) {
  switch (kind) {
    case InstitutionKind::ministry:
      return {"Kementerian", "Ministry"};
    case InstitutionKind::agency:
      return {"Lembaga", "Agency"};
    case InstitutionKind::province:
      return {"Provinsi", "Province"};
    case InstitutionKind::city:
      return {"Kota", "City"};
    case InstitutionKind::regency:
      return {"Kabupaten", "Regency"};
  }
  return {};
}

std::optional<Institution> government_of(const Region& region) {
  if (region.level == RegionLevel::district || region.name.find(" Administrasi ") != std::string::npos)
    return std::nullopt;
  Institution one;
  std::int32_t number = 0;
  for (const char c : region.code) {
    if (c != '.') number = number * 10 + (c - '0');
  }
  one.id = static_cast<InstitutionId>(number);
  one.code = region.code;
  one.region_code = region.code;
  one.zone = region.zone;
  one.parent_code = parent_code(region.code);
  const bool is_province = region.level == RegionLevel::province;
  one.kind = is_province                         ? InstitutionKind::province
             : region.level == RegionLevel::city ? InstitutionKind::city
                                                 : InstitutionKind::regency;
  one.name = is_province ? "Pemerintah Provinsi " + region.name : "Pemerintah " + region.name;
  return one;
}

Findings check(const Institution& institution, const Regions& regions) { return Checker(institution, regions).check(); }

}  // namespace prima::directory
