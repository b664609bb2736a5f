#include "publication/registry_query.h"

#include <gtest/gtest.h>

namespace prima::publication {
namespace {

TEST(RegistryQuery, ReadsWhatStandsInTheAddress) {
  const RegistryQuery query = registry_query({{"q", " Pangkal "},
                                              {"tahun", "2023"},
                                              {"tingkat", "unit-vertikal"},
                                              {"zona", "hijau"},
                                              {"provinsi", "19"},
                                              {"bertentangan", "1"},
                                              {"halaman", "3"}});
  EXPECT_EQ(query.filter.words, "Pangkal");
  EXPECT_EQ(query.filter.year, 2023);
  EXPECT_EQ(query.filter.level, Level::vertical_unit);
  EXPECT_EQ(query.filter.zone, instrument::Zone::green);
  EXPECT_EQ(query.filter.province, "19");
  EXPECT_TRUE(query.filter.contradictions_only);
  EXPECT_EQ(query.page, 3);
}

TEST(RegistryQuery, TakesWhatItCannotReadAsNotGiven) {
  EXPECT_EQ(registry_query({{"q", ""},
                            {"tahun", "dua ribu"},
                            {"tahun", "2023"},
                            {"tingkat", "desa"},
                            {"zona", "biru"},
                            {"provinsi", "99"},
                            {"bertentangan", "ya"},
                            {"halaman", "-1"},
                            {"lain", "x"}}),
            RegistryQuery{});
  EXPECT_EQ(registry_query({{"halaman", "0"}}).page, 1);
  EXPECT_EQ(registry_query({{"halaman", "99999999999999999999"}}).page, 1);
}

TEST(RegistryQuery, CutsALongSearchBetweenCharacters) {
  const std::string words = registry_query({{"q", std::string(199, 'a') + "éé"}}).filter.words;
  EXPECT_EQ(words, std::string(199, 'a'));
}

TEST(RegistryQuery, ComesBackFromItsAddress) {
  EXPECT_EQ(address_of("/hasil", {}), "/hasil");
  RegistryQuery query;
  query.filter.words = "a&b=c d";
  query.filter.zone = instrument::Zone::red;
  query.page = 2;
  EXPECT_EQ(address_of("/hasil", query), "/hasil?q=a%26b%3Dc%20d&zona=merah&halaman=2");
}

}  // namespace
}  // namespace prima::publication
