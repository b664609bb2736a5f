#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/id.h"
#include "base/instant.h"
#include "directory/directory_standing.h"
#include "directory/regions.h"

namespace prima::directory {

enum class InstitutionKind : std::uint8_t { ministry, agency, province, city, regency };

// "ministry", "agency", "province", "city", "regency": as it is kept.
std::string_view to_text(InstitutionKind kind);
std::optional<InstitutionKind> parse_institution_kind(std::string_view text);
Words words_of(InstitutionKind kind);

// A body that serves people through its units: one tenant.
struct Institution {
  InstitutionId id{};
  std::string code = {};  // unique among all, given once: "33.74", "KEMENKES"
  std::string name = {};  // "Pemerintah Kota Semarang"
  InstitutionKind kind = InstitutionKind::city;
  std::string region_code =
      {};  // with points: that of a regional government; of a central body where it sits, or empty
  TimeZone zone = TimeZone::wib;
  std::string parent_code = {};  // of the institution above; may be empty
  Standing standing = {};

  bool operator==(const Institution&) const = default;
};

// The government of a province, regency or city as an institution to begin with: "Pemerintah Kota Semarang" with code
// 33.74, number 3374, and its province above it. Nothing for districts, and for the administrative cities and regency
// of Jakarta, which have no government of their own.
std::optional<Institution> government_of(const Region& region);

// Everything that is wrong with it, each with what to do; none when it may be kept. Finding::file names the field:
// code, name, region_code, time_zone, parent_code.
Findings check(const Institution& institution, const Regions& regions);

}  // namespace prima::directory
