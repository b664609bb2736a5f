#include "directory/regions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "directory/region_name_rules.h"

namespace prima::directory {
namespace {

std::vector<std::string> codes(const std::vector<const Region*>& found) {
  std::vector<std::string> list;
  for (const Region* region : found) list.push_back(region->code);
  return list;
}

using Codes = std::vector<std::string>;

TEST(RegionCode, ReadsCodesWithAndWithoutPoints) {
  const std::map<std::string, RegionCode> known = {
      {"33", {"33", RegionLevel::province}},
      {"3374", {"33.74", RegionLevel::city}},
      {"33.74", {"33.74", RegionLevel::city}},
      {"33.69", {"33.69", RegionLevel::regency}},
      {"3301", {"33.01", RegionLevel::regency}},
      {"33.71", {"33.71", RegionLevel::city}},
      {"337401", {"33.74.01", RegionLevel::district}},
      {"33.74.01.1001", {"33.74.01.1001", RegionLevel::village}},
      {"3374013001", {"33.74.01.3001", RegionLevel::village}},
  };
  for (const auto& [text, code] : known) EXPECT_EQ(parse_region_code(text), code) << text;
}

TEST(RegionCode, RefusesWhatIsNeverGivenOut) {
  for (const char* text :
       {"", "3", "333", "33.7", "33.70", "33.00", "00", "10", "33,74", "33.74.", "33.74.00", "3374.01", "33.7401",
        "33.74.01.4001", "33.74.01.1000", "33.74.01.100", "ab", " 33", "33.74.01.10011"})
    EXPECT_FALSE(parse_region_code(text)) << text;
}

TEST(RegionName, TakesOffTheWordsForTheKind) {
  const std::map<std::string, RegionName> known = {
      {"Kota Pangkalpinang", {"pangkalpinang", RegionLevel::city}},
      {"PEMERINTAH KOTA PANGKAL PINANG", {"pangkalpinang", RegionLevel::city}},
      {"kab. sleman", {"sleman", RegionLevel::regency}},
      {"Kab.Adm. Kepulauan Seribu", {"kepulauanseribu", RegionLevel::regency}},
      {"Provinsi Daerah Istimewa Yogyakarta", {"daerahistimewayogyakarta", RegionLevel::province}},
      {"Pemerintah Daerah Kabupaten Garut", {"garut", RegionLevel::regency}},
      {"Bau-Bau", {"baubau", std::nullopt}},
      {"Kota", {"kota", std::nullopt}},
      {"Kec. Kota", {"kota", RegionLevel::district}},
      {"Kabupaten Kota Baru", {"kotabaru", RegionLevel::regency}},
      {"", {"", std::nullopt}},
  };
  for (const auto& [text, name] : known) EXPECT_EQ(parse_region_name(text), name) << text;
}

TEST(Regions, AreThoseOfTheLaw) {
  std::map<RegionLevel, int> counts;
  for (const Region& region : regions().all()) ++counts[region.level];
  EXPECT_EQ(counts[RegionLevel::province], 38);
  EXPECT_EQ(counts[RegionLevel::regency], 416);
  EXPECT_EQ(counts[RegionLevel::city], 98);
  EXPECT_EQ(counts[RegionLevel::district], 7285);
}

TEST(Regions, AreFoundByCode) {
  const std::map<std::string, std::string> known = {
      {"31", "Daerah Khusus Jakarta"},  {"33.74", "Kota Semarang"}, {"3404", "Kabupaten Sleman"},
      {"19.71", "Kota Pangkal Pinang"}, {"96.71", "Kota Sorong"},   {"11.01.01", "Bakongan"},
  };
  for (const auto& [code, name] : known) {
    const Region* region = regions().find(code);
    ASSERT_NE(region, nullptr) << code;
    EXPECT_EQ(region->name, name);
  }
  for (const char* code : {"99", "33.99", "33.74.99", "33.74.01.1001", "x"})
    EXPECT_EQ(regions().find(code), nullptr) << code;
}

TEST(Regions, AreFoundByNameInManySpellings) {
  const std::map<std::string, Codes> known = {
      {"Kota Pangkalpinang", {"19.71"}},
      {"kab. sleman", {"34.04"}},
      {"Bandung", {"32.04", "32.73"}},
      {"Kota Bandung", {"32.73"}},
      {"DKI Jakarta", {"31"}},
      {"Pemprov DKI Jakarta", {"31"}},
      {"Yogyakarta", {"34", "34.71"}},
      {"Kota Yogyakarta", {"34.71"}},
      {"palangka raya", {"62.71"}},
      {"Kota Bau-Bau", {"74.72"}},
      {"Jakarta Selatan", {"31.74"}},
      {"Pangkep", {"73.10"}},
      {"Provinsi Sleman", {}},
      {"Atlantis", {}},
      {"", {}},
      {"kecamatan tembalang", {"33.74.10"}},
  };
  for (const auto& [text, expected] : known) EXPECT_EQ(codes(regions().named(text)), expected) << text;
}

TEST(Regions, EveryNameLeadsBackToItsRegion) {
  for (const Region& region : regions().all()) {
    const auto found = regions().named(regions().full_name(region).substr(0, regions().full_name(region).find(',')));
    EXPECT_NE(std::find(found.begin(), found.end(), &region), found.end()) << region.code << " " << region.name;
  }
}

TEST(Regions, KnowTheirParentAndChildren) {
  const Region& semarang = *regions().find("33.74");
  EXPECT_EQ(regions().parent(semarang)->code, "33");
  EXPECT_EQ(regions().parent(*regions().find("33")), nullptr);
  EXPECT_EQ(regions().children(*regions().find("33")).size(), 35U);
  EXPECT_EQ(regions().children(semarang).size(), 16U);
  EXPECT_TRUE(regions().children(*regions().find("33.74.01")).empty());
  EXPECT_EQ(regions().provinces().size(), 38U);
  EXPECT_EQ(regions().full_name(*regions().find("33.74.10")), "Kecamatan Tembalang, Kota Semarang, Jawa Tengah");
}

TEST(Regions, HaveTheTimeOfTheirProvince) {
  const std::map<std::string, TimeZone> known = {
      {"11", TimeZone::wib},     {"61.71", TimeZone::wib}, {"62", TimeZone::wib},
      {"63.71", TimeZone::wita}, {"65", TimeZone::wita},   {"51.71", TimeZone::wita},
      {"73.71", TimeZone::wita}, {"81.71", TimeZone::wit}, {"96", TimeZone::wit},
  };
  for (const auto& [code, zone] : known) EXPECT_EQ(regions().find(code)->zone, zone) << code;
  std::map<TimeZone, int> counts;
  for (const Region* province : regions().provinces()) ++counts[province->zone];
  EXPECT_EQ(counts[TimeZone::wib], 18);
  EXPECT_EQ(counts[TimeZone::wita], 12);
  EXPECT_EQ(counts[TimeZone::wit], 8);
}

TEST(Regions, SuggestTheNameThatWasMeant) {
  EXPECT_EQ(regions().closest_name("Kota Semrang"), "Kota Semarang");
  EXPECT_EQ(regions().closest_name("qqqqqqqq"), std::nullopt);
}

TEST(Regions, RefuseATableThatIsNotOne) {
  const std::string head = "code,name,time_zone,aliases\n";
  EXPECT_TRUE(Regions::read(head + "33,Jawa Tengah,WIB,Jateng;Central Java\n33.74,Kota Semarang,,\n", "r.csv"));
  for (const std::string body : {"33,Jawa Tengah,,\n", "33,,WIB,\n", "33.74,Kota Semarang,,\n",
                                 "33,A,WIB,\n32,B,WIB,\n", "33,A,WIB,\n33,B,WIB,\n", "33,A,WIB\n", "x,A,WIB,\n"}) {
    const auto read = Regions::read(head + body, "r.csv");
    ASSERT_FALSE(read) << body;
    EXPECT_GE(read.error().front().line, 2);
  }
  EXPECT_FALSE(Regions::read("code,name\n", "r.csv"));
  EXPECT_FALSE(Regions::read("", "r.csv"));
}

}  // namespace
}  // namespace prima::directory
