#include "directory/unit_rules.h"

#include <fmt/format.h>

#include "base/text.h"

namespace prima::directory {

namespace {

constexpr std::int32_t degree = 1'000'000;

// Indonesia with its seas lies between these.
bool is_in_indonesia(const Coordinates& place) {
  return place.latitude >= -12 * degree && place.latitude <= 7 * degree && place.longitude >= 94 * degree &&
         place.longitude <= 142 * degree;
}

bool looks_swapped(const Coordinates& place) {
  return is_in_indonesia({.latitude = place.longitude, .longitude = place.latitude});
}

void check_required(const Unit& unit, std::vector<UnitProblem>& problems) {
  if (unit.code.empty()) {
    problems.push_back(
        {UnitField::code,
         "code_missing",
         {"kode unit wajib ada; tulis kode pendek yang tidak berubah, misalnya DISDUKCAPIL",
          "the code of the unit is required; write a short one that never changes, for example DISDUKCAPIL"}});
  }
  if (unit.name.empty()) {
    problems.push_back(
        {UnitField::name,
         "name_missing",
         {"nama unit wajib ada; tulis nama lengkapnya", "the name of the unit is required; write it in full"}});
  }
}

void check_region(const Unit& unit, const Regions& regions, std::vector<UnitProblem>& problems) {
  if (unit.region_code.empty()) return;
  const auto code = parse_region_code(unit.region_code);
  // Villages are not in the table; their district is.
  const bool known = code && regions.find(code->level == RegionLevel::village ? parent_code(code->text) : code->text);
  if (known) return;
  const std::string shown = shown_to_people(unit.region_code);
  problems.push_back({UnitField::region,
                      "unknown_region",
                      {fmt::format("tidak ada wilayah {}; cari kodenya di daftar wilayah", shown),
                       fmt::format("there is no region {}; look its code up in the list of regions", shown)}});
}

void check_place(const Unit& unit, std::vector<UnitProblem>& problems) {
  if (unit.latitude.has_value() != unit.longitude.has_value()) {
    problems.push_back({unit.latitude ? UnitField::longitude : UnitField::latitude,
                        "half_a_place",
                        {"lintang dan bujur harus diisi keduanya atau dikosongkan keduanya",
                         "latitude and longitude must both be given, or both be left empty"}});
  }
  const auto place = unit.coordinates();
  // A unit without a region may lie abroad, as an embassy does.
  if (!place || unit.region_code.empty() || is_in_indonesia(*place)) return;
  problems.push_back(
      {UnitField::latitude, "place_outside",
       looks_swapped(*place)
           ? Words{"lintang dan bujur tertukar; tukar isinya", "latitude and longitude are swapped; exchange them"}
           : Words{"letak ini di luar Indonesia; periksa tanda minus dan titik desimalnya",
                   "this place lies outside Indonesia; check the minus sign and the decimal point"}});
}

}  // namespace

std::vector<UnitProblem> check(const Unit& unit, const Regions& regions) {
  std::vector<UnitProblem> problems;
  check_required(unit, problems);
  check_region(unit, regions, problems);
  check_place(unit, problems);
  return problems;
}

}  // namespace prima::directory
