#include "catalogue/public_catalogue.h"

#include <gtest/gtest.h>

#include "catalogue/portal_paths.h"
#include "catalogue/portal_query.h"
#include "catalogue/public_catalogue_test_support.h"
#include "catalogue/standard_summary.h"

namespace prima::catalogue {
namespace {

using test::catalogue;

std::vector<std::string> paths(const PublicCatalogue::Found& services) {
  std::vector<std::string> all;
  for (const PublicService* one : services) all.push_back(service_path(*one));
  return all;
}

using Paths = std::vector<std::string>;

TEST(PublicCatalogue, OrdersServicesByTheCodesOfTheirAddresses) {
  Paths all;
  for (const PublicService& one : catalogue().services()) all.push_back(service_path(one));
  EXPECT_EQ(all, (Paths{"/layanan/33.74/ktp", "/layanan/33.74/reklame", "/layanan/34.71/ktp"}));
}

TEST(PublicCatalogue, FindsAServiceByItsCodesAndItsId) {
  const PublicService* one = catalogue().find("34.71", "ktp");
  ASSERT_NE(one, nullptr);
  EXPECT_EQ(one->institution->name, "Pemerintah Kota Yogyakarta");
  EXPECT_EQ(one->region, "34.71");
  EXPECT_EQ(catalogue().find(test::uuid(3)), one);
  EXPECT_EQ(catalogue().find("33.74", "tidak-ada"), nullptr);
  EXPECT_EQ(catalogue().find("", ""), nullptr);
}

TEST(PublicCatalogue, ListsByUnitTemplateAndNovelty) {
  EXPECT_EQ(paths(catalogue().of_unit(*catalogue().find_unit("33.74", "DISDUKCAPIL"))),
            (Paths{"/layanan/33.74/ktp", "/layanan/33.74/reklame"}));
  EXPECT_EQ(paths(catalogue().made_from("ktp-el")), (Paths{"/layanan/33.74/ktp", "/layanan/34.71/ktp"}));
  EXPECT_EQ(paths(catalogue().made_from("")), Paths{});
  EXPECT_EQ(paths(catalogue().latest(2)), (Paths{"/layanan/34.71/ktp", "/layanan/33.74/reklame"}));
  EXPECT_EQ(catalogue().count_in_region("33"), 2U);
  EXPECT_EQ(catalogue().count_in_region("34.71"), 1U);
}

TEST(PublicCatalogue, GoesOnAfterACodeThatIsGone) {
  EXPECT_EQ(catalogue().services_after("33.74", "lama").size(), 2U);
  EXPECT_EQ(catalogue().services_after("33.74", "reklame").size(), 1U);
  EXPECT_TRUE(catalogue().services_after("99", "").empty());
}

TEST(PublicCatalogue, KnowsTheLifeEventsThatAStandardDoesNotName) {
  const auto found = paths(catalogue().of_life_event("losing-documents"));
  EXPECT_EQ(found, (Paths{"/layanan/33.74/ktp"}));
}

TEST(PublicCatalogue, LeavesOutWhatNoUnitGivesAnyMore) {
  PublicCatalogue::Source source = test::two_cities();
  source.units[0].standing.status = directory::Status::closed;
  source.services[0].service.unit = UnitId(test::uuid(77));
  const PublicCatalogue left(std::move(source));
  EXPECT_TRUE(left.services().empty());
  EXPECT_TRUE(left.units_of(*left.find_institution("33.74")).empty());
}

TEST(PublicCatalogue, SearchesByTheNameOfThePlaceToo) {
  const SearchResult found = catalogue().index().search({.text = "ktp yogyakarta"});
  ASSERT_FALSE(found.hits.empty());
  EXPECT_EQ(catalogue().find(found.hits.front().id), catalogue().find("34.71", "ktp"));
}

TEST(PortalQuery, ReadsWhatItWrites) {
  const PortalQuery query{
      .words = "ktp & kk", .institution = "33.74", .unit = "A B", .region = "33", .life_event = "birth", .page = 3};
  EXPECT_EQ(address_of(query),
            "/layanan?q=ktp%20%26%20kk&instansi=33.74&unit=A%20B&wilayah=33&peristiwa=birth&halaman=3");
  EXPECT_EQ(portal_query({{"q", " ktp & kk "},
                          {"instansi", "33.74"},
                          {"unit", "A B"},
                          {"wilayah", "33"},
                          {"peristiwa", "birth"},
                          {"halaman", "3"}}),
            query);
}

TEST(PortalQuery, TakesWhatItCannotReadAsNotGiven) {
  EXPECT_TRUE(portal_query({{"halaman", "-1"}, {"unit", "tanpa-instansi"}, {"asing", "x"}}).is_bare());
  EXPECT_EQ(portal_query({{"q", std::string(199, 'a') + "é"}}).words, std::string(199, 'a'));
  EXPECT_EQ(portal_query({{"q", "a\xFF"}}).words, "a");
}

TEST(StandardSummary, SaysTimeAndCostInAFewWords) {
  const Standard whole = test::whole_standard();
  EXPECT_EQ(time_summary(whole), (Words{"1 hari kerja", "1 working day"}));
  EXPECT_EQ(fee_summary(whole), (Words{"gratis", "free"}));
  const Standard dear = test::dear_standard();
  EXPECT_EQ(time_summary(dear), (Words{"3 hari kerja sampai 14 hari kerja", "3 working days to 14 working days"}));
  EXPECT_EQ(fee_summary(dear), (Words{"Rp 50.000 sampai Rp 1.250.000", "IDR 50,000 to IDR 1,250,000"}));
  EXPECT_EQ(time_summary({}), (Words{"belum dinyatakan", "not stated"}));
  EXPECT_EQ(fee_summary({}), (Words{"belum dinyatakan", "not stated"}));
  EXPECT_EQ(requirement_count(whole, "baru"), 1U);
  EXPECT_EQ(requirement_count(whole, "hilang"), 2U);
}

}  // namespace
}  // namespace prima::catalogue
