#include "directory/institution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Institution semarang() {
  Institution one;
  one.code = "33.74";
  one.name = "Pemerintah Kota Semarang";
  one.kind = InstitutionKind::city;
  one.region_code = "33.74";
  return one;
}

std::vector<std::string> codes(const Institution& institution) {
  std::vector<std::string> list;
  for (const Finding& finding : check(institution, regions())) {
    EXPECT_FALSE(finding.message.id.empty() || finding.message.en.empty());
    list.push_back(finding.code);
  }
  return list;
}

TEST(Institution, IsValidWithTheRegionOfItsKindAndTheTimeOfItsRegion) {
  EXPECT_THAT(codes(semarang()), IsEmpty());
  Institution regency = semarang();
  regency.kind = InstitutionKind::regency;
  EXPECT_THAT(codes(regency), ElementsAre("institution_region_level"));
  Institution eastern = semarang();
  eastern.zone = TimeZone::wit;
  EXPECT_THAT(codes(eastern), ElementsAre("institution_time_zone"));
  Institution nowhere = semarang();
  nowhere.region_code = std::string();
  EXPECT_THAT(codes(nowhere), ElementsAre("institution_region_missing"));
  nowhere.kind = InstitutionKind::ministry;
  EXPECT_THAT(codes(nowhere), IsEmpty());
}

TEST(Institution, AllThatIsWrongIsSaidAtOnce) {
  const Institution one{.code = "a b",
                        .region_code = "Kota Atlantis di Laut",
                        .parent_code = "?",
                        .standing = {.status = Status::merged}};
  EXPECT_THAT(codes(one), ElementsAre("institution_code", "institution_name", "unknown_region", "institution_parent",
                                      "merged_into"));
}

TEST(Institution, EveryRegionalGovernmentFollowsFromItsRegion) {
  std::size_t count = 0;
  for (const Region& region : regions().all()) {
    const auto government = government_of(region);
    if (!government) continue;
    ++count;
    EXPECT_THAT(codes(*government), IsEmpty()) << region.code;
  }
  EXPECT_EQ(count, 38U + 508U);  // 415 regencies and 93 cities govern themselves
  const auto city = government_of(*regions().find("33.74"));
  EXPECT_EQ(city->name, "Pemerintah Kota Semarang");
  EXPECT_EQ(city->id, InstitutionId{3374});
  EXPECT_EQ(city->parent_code, "33");
  EXPECT_EQ(government_of(*regions().find("31.71")), std::nullopt);
}

TEST(Institution, KindsAndStatusesReadBack) {
  for (const auto kind : {InstitutionKind::ministry, InstitutionKind::agency, InstitutionKind::province,
                          InstitutionKind::city, InstitutionKind::regency}) {
    EXPECT_EQ(parse_institution_kind(to_text(kind)), kind);
    EXPECT_FALSE(words_of(kind).id.empty());
  }
  for (const auto status : {Status::active, Status::merged, Status::closed})
    EXPECT_EQ(parse_status(to_text(status)), status);
  EXPECT_EQ(parse_status("x"), std::nullopt);
}

}  // namespace
}  // namespace prima::directory
