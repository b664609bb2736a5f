#include "app/first_start.h"

#include <fmt/format.h>

#include "app/data_place.h"
#include "base/text.h"
#include "directory/directory_store.h"
#include "directory/regions.h"

namespace prima::app {

namespace {

using directory::Institution;
using directory::InstitutionKind;
using directory::RegionLevel;

constexpr InstitutionId first{1};

std::optional<InstitutionKind> kind_of(const directory::Region& region) {
  switch (region.level) {
    case RegionLevel::province:
      return InstitutionKind::province;
    case RegionLevel::regency:
      return InstitutionKind::regency;
    case RegionLevel::city:
      return InstitutionKind::city;
    case RegionLevel::district:
    case RegionLevel::village:
      return std::nullopt;
  }
  return std::nullopt;
}

Finding no_such_region(const std::string& code) {
  return {"no_such_region",
          "--institution",
          0,
          {fmt::format("\"{}\" bukan kode provinsi, kabupaten, atau kota; lihat /wilayah, misalnya 19.71",
                       shown_to_people(code)),
           fmt::format("\"{}\" is no code of a province, regency or city; see /wilayah, such as 19.71",
                       shown_to_people(code))}};
}

Institution without_region() {
  return {.id = first,
          .code = "INSTANSI-1",
          .name = "Instansi baru (ubah namanya)",
          .kind = InstitutionKind::agency,
          .zone = TimeZone::wib};
}

Institution government_of(const directory::Region& region, InstitutionKind kind) {
  const std::string title = kind == InstitutionKind::province ? "Pemerintah Provinsi " : "Pemerintah ";
  return {.id = first,
          .code = region.code,
          .name = title + region.name,
          .kind = kind,
          .region_code = region.code,
          .zone = region.zone};
}

}  // namespace

std::optional<Finding> make_first_institution(db::Database& database, const std::string& region_code, Instant now) {
  {
    db::Snapshot snapshot = database.read();
    if (!directory::list_institutions(snapshot, "", 1).empty()) return std::nullopt;
  }
  Institution institution = without_region();
  if (!region_code.empty()) {
    const directory::Region* region = directory::regions().find(region_code);
    const auto kind = region ? kind_of(*region) : std::nullopt;
    if (!kind) return no_such_region(region_code);
    institution = government_of(*region, *kind);
  }
  const auto made = database.write([&](db::Transaction& transaction) {
    return directory::create_institution(transaction, institution, day_in(institution.zone, now), {Uuid{}, now});
  });
  if (!made) return made.error().findings.front();
  return std::nullopt;
}

}  // namespace prima::app
