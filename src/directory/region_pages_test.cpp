#include "directory/region_pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima::directory {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(RegionsPage, ShowsAllProvincesWithSourceAndLicence) {
  const std::string page = regions_page(Language::id, regions(), "");
  for (const Region* province : regions().provinces()) EXPECT_THAT(page, HasSubstr(">" + province->name + "<"));
  for (const char* text :
       {"idn-area-data 4.0.1", "opendatacommons.org/licenses/odbl/1-0/", "href=\"/wilayah.csv\"", "WITA"})
    EXPECT_THAT(page, HasSubstr(text));
}

TEST(RegionsPage, FindsByNameAndByCode) {
  EXPECT_THAT(regions_page(Language::en, regions(), "Kota Pangkalpinang"), HasSubstr("/en/wilayah/19.71"));
  EXPECT_THAT(regions_page(Language::en, regions(), "3374"), HasSubstr("Kota Semarang"));
  EXPECT_THAT(regions_page(Language::en, regions(), "Bandung"), HasSubstr("Kabupaten Bandung"));
}

TEST(RegionsPage, SuggestsWhatWasMeant) {
  const std::string page = regions_page(Language::id, regions(), "Kota Semrang<b>");
  EXPECT_THAT(page, HasSubstr("Kota Semarang"));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(regions_page(Language::id, regions(), "qqqqqqqqqqqq"), HasSubstr("Periksa ejaannya"));
}

TEST(RegionPage, ShowsWhereItLiesAndWhatLiesInIt) {
  const std::string page = region_page(Language::id, regions(), *regions().find("33.74"));
  for (const char* text : {"Tembalang", "href=\"/wilayah/33\"", "33.74.10", "WIB"}) EXPECT_THAT(page, HasSubstr(text));
  EXPECT_THAT(region_page(Language::id, regions(), *regions().find("33")), HasSubstr("Indonesia"));
  EXPECT_THAT(region_page(Language::id, regions(), *regions().find("33.74.10")), Not(HasSubstr("Bagian wilayah")));
}

}  // namespace
}  // namespace prima::directory
