#include "publication/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "publication/publication_test_support.h"

namespace prima::publication {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<GovernmentPlace> places() {
  return read_government_places(test::file_text("reference/government_provinces.csv"), "p.csv").value();
}

const Registry& registry() {
  static const Registry one(test::published(), places());
  return one;
}

Registry registry_of(const std::string& lines) { return {test::check_of(lines), places()}; }

// "Kota A 91.70" of each row.
std::vector<std::string> shown(const Registry& of, const std::vector<RowIndex>& rows) {
  std::vector<std::string> all;
  for (const RowIndex i : rows) {
    all.push_back(of.row(i).institution + " " + std::to_string(of.row(i).year) + " " + of.row(i).score_text);
  }
  return all;
}

std::vector<std::string> shown(const Registry& of, const std::vector<Ranked>& ranking) {
  std::vector<std::string> all;
  for (const Ranked& one : ranking) {
    all.push_back(std::to_string(one.rank) + " " + of.row(one.row).institution + " " + of.row(one.row).score_text);
  }
  return all;
}

TEST(Registry, KnowsThePlaceOfEveryInstitutionOfTheHouse) {
  std::set<std::string> known;
  for (const GovernmentPlace& place : places()) known.insert(place.institution);
  std::set<std::string> used;
  for (const PublishedRow& row : registry().rows()) {
    used.insert(row.institution);
    EXPECT_NE(row.level, Level::other) << row.line;
  }
  EXPECT_EQ(used, known);
  for (const Government& one : registry().governments()) {
    const bool is_central = one.level == Level::agency || one.level == Level::national;
    EXPECT_EQ(one.province.empty(), is_central) << one.name;
  }
}

TEST(Registry, GroupsTheResultsOfAGovernmentByYearTheNewestFirst) {
  const Government* magelang = registry().find("kota-magelang");
  ASSERT_NE(magelang, nullptr);
  EXPECT_EQ(magelang->name, "Kota Magelang");
  EXPECT_EQ(magelang->level, Level::city);
  EXPECT_EQ(magelang->province, "33");
  ASSERT_THAT(magelang->years, SizeIs(3));
  EXPECT_EQ(magelang->years[0].year, 2023);
  EXPECT_THAT(shown(registry(), magelang->years[1].totals),
              ElementsAre("Kota Magelang 2022 95.10", "Kota Magelang 2022 93.28"));
  EXPECT_THAT(magelang->years[1].units, SizeIs(4));
  EXPECT_THAT(shown(registry(), magelang->years[2].units),
              ElementsAre("Kota Magelang 2021 23.15", "Kota Magelang 2021 75.58", "Kota Magelang 2021 62.17",
                          "Kota Magelang 2021 87.95"));
  EXPECT_EQ(registry().row(*registry().latest(*magelang)).score_text, "98.17");
  EXPECT_EQ(registry().find("kota-tidak-ada"), nullptr);
}

TEST(Registry, TakesTheNewestScoreWhereTheNewestYearPrintsNone) {
  const Government* batu = registry().find("kota-batu");
  ASSERT_NE(batu, nullptr);
  EXPECT_EQ(batu->years[0].year, 2025);
  EXPECT_EQ(registry().row(*registry().latest(*batu)).score_text, "82.28");
}

TEST(Registry, KnowsAGovernmentByItsAbbreviationAndInFull) {
  const Registry one = registry_of(
      "Provinsi NTB,provinsi,2023,84.51,,,total,a\nProvinsi Nusa Tenggara Barat,provinsi,2024,85.00,,,total,b\n"
      "PROVINSI NTB,provinsi,2022,80.00,,,total,b\n");
  ASSERT_THAT(one.governments(), SizeIs(1));
  EXPECT_EQ(one.governments()[0].slug, "provinsi-nusa-tenggara-barat");
  EXPECT_EQ(one.governments()[0].name, "Provinsi Nusa Tenggara Barat");
  EXPECT_EQ(one.governments()[0].province, "52");
  EXPECT_THAT(one.governments()[0].years, SizeIs(3));
}

TEST(Registry, CountsTheOmbudsmansOwnPublicationFirst) {
  const Registry one = registry_of(
      "Kota X,kota,2023,91.00,,,total,https://a.example\n"
      "Kota X,kota,2023,92.00,,,total,https://ombudsman.go.id/n\n"
      "Kota X,kota,2023 pra-evaluasi,99.00,,,total,https://ombudsman.go.id/n\n");
  EXPECT_THAT(shown(one, one.governments()[0].years[0].totals),
              ElementsAre("Kota X 2023 92.00", "Kota X 2023 91.00", "Kota X 2023 99.00"));
  EXPECT_THAT(shown(one, one.ranking(2023)), ElementsAre("1 Kota X 92.00"));
}

TEST(Search, FindsRowsByTheBeginningsOfTheirWords) {
  EXPECT_THAT(shown(registry(), registry().search({.words = "pangkal"})),
              ElementsAre("Kota Pangkalpinang 2025 85.04", "Kota Pangkalpinang 2023 91.70"));
  EXPECT_THAT(registry().search({.words = "PANGKAL 2023"}), SizeIs(1));
  EXPECT_THAT(registry().search({.words = "belitung 2025"}), SizeIs(3));      // by the province
  EXPECT_THAT(registry().search({.words = "ntb provinsi 2023"}), SizeIs(1));  // abbreviation and level
  EXPECT_THAT(registry().search({.words = "bangka belitung islands city 2023"}), SizeIs(1));
  EXPECT_THAT(registry().search({.words = "puskesmas denggen"}), SizeIs(1));
  EXPECT_THAT(registry().search({.words = "pinang"}), IsEmpty());
  EXPECT_THAT(registry().search({.words = " "}), SizeIs(125));
}

TEST(Search, KeepsOnlyWhatEachFilterAsksFor) {
  for (const RowIndex i : registry().search({.words = "", .year = 2024, .level = Level::city})) {
    EXPECT_EQ(registry().row(i).year, 2024);
    EXPECT_EQ(registry().row(i).level, Level::city);
  }
  const auto red = registry().search({.words = "", .zone = instrument::Zone::red});
  EXPECT_THAT(red, SizeIs(8));
  for (const RowIndex i : red) EXPECT_EQ(registry().verdict(i).classification->band->zone, instrument::Zone::red);
  for (const RowIndex i : registry().search({.province = "19"})) {
    EXPECT_EQ(registry().government_of(i).province, "19");
  }
  EXPECT_THAT(registry().search({.province = "19"}), SizeIs(4));
  EXPECT_THAT(registry().search({.province = "99"}), IsEmpty());
  EXPECT_THAT(shown(registry(), registry().search({.words = "", .contradictions_only = true})),
              ElementsAre("Kota Pangkalpinang 2023 91.70"));
}

TEST(Ranking, LetsEqualScoresShareARank) {
  const Registry one = registry_of(
      "Kota D,kota,2023,80.00,,,total,s\nKota B,kota,2023,90.00,,,total,s\nKota A,kota,2023,95.00,,,total,s\n"
      "Kota C,kota,2023,90.0,,,total,s\nKota E,kota,2023,80.001,,,total,s\nKota F,kota,2022,99.00,,,total,s\n"
      "Kabupaten G,kabupaten,2023,85.00,,,total,s\nNasional,nasional,2023,99.00,,,average,s\n"
      "Polres H,unit vertikal,2023,98.00,,,total,s\nKota A,kota,2023,99.00,,,unit:Y,s\n");
  EXPECT_THAT(shown(one, one.ranking(2023)), ElementsAre("1 Kota A 95.00", "2 Kota B 90.00", "2 Kota C 90.0",
                                                         "4 Kabupaten G 85.00", "5 Kota D 80.00", "5 Kota E 80.001"));
  EXPECT_THAT(shown(one, one.ranking(2023, Level::city)),
              ElementsAre("1 Kota A 95.00", "2 Kota B 90.00", "2 Kota C 90.0", "4 Kota D 80.00", "4 Kota E 80.001"));
  EXPECT_THAT(shown(one, one.ranking(2023, Level::vertical_unit)), ElementsAre("1 Polres H 98.00"));
  EXPECT_THAT(one.ranking(2023, Level::national), IsEmpty());
  EXPECT_THAT(one.ranking(2021), IsEmpty());
}

TEST(Ranking, LeavesOutAnEvaluationByTheMethodBefore) {
  const Registry one = registry_of("Kota A,kota,2022 pra-evaluasi,95.00,,Kepatuhan Tinggi,total,s\n");
  EXPECT_THAT(one.ranking(2022), IsEmpty());
}

TEST(Provinces, ShowTheProvincialGovernmentAndTheMeanOfCitiesAndRegencies) {
  const Registry one = registry_of(
      "Provinsi NTB,provinsi,2023,84.51,,,total,s\nKota Bima,kota,2023,83.90,,,total,s\n"
      "Kabupaten Dompu,kabupaten,2023,72.79,,,total,s\nKabupaten Lombok Barat,kabupaten,2023,90.34,,,unit:X,s\n"
      "Kota Batu,kota,2023,79.19,,,total,s\nKantor Pertanahan Kota Batam,unit vertikal,2023,90.00,,,total,s\n");
  const auto all = one.provinces(2023);
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].code, "35");
  EXPECT_FALSE(all[0].own);
  EXPECT_EQ(all[0].mean->score, "79.19");
  EXPECT_EQ(all[1].code, "52");
  EXPECT_EQ(one.row(*all[1].own).score_text, "84.51");
  EXPECT_EQ(all[1].mean->exact, Rational::ratio(15669, 200));  // (83.90 + 72.79) / 2
  EXPECT_THAT(shown(one, all[1].governments),
              ElementsAre("Provinsi NTB 2023 84.51", "Kota Bima 2023 83.90", "Kabupaten Dompu 2023 72.79"));
}

TEST(Provinces, HaveNoMeanWhereOnlyTheProvinceIsPublished) {
  const auto all = registry_of("Provinsi NTB,provinsi,2023,84.51,,,total,s\n").provinces(2023);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_FALSE(all[0].mean);
}

TEST(Provinces, TakeTheNewestYearOfEach) {
  std::vector<std::string> newest;
  for (const ProvinceSummary& one : registry().newest_provinces()) {
    newest.push_back(one.code + ":" + std::to_string(one.year));
  }
  EXPECT_THAT(newest, ElementsAre("12:2023", "13:2024", "18:2025", "19:2025", "32:2022", "33:2023", "34:2022",
                                  "35:2024", "52:2024", "53:2024", "71:2023", "73:2021", "74:2022", "81:2024",
                                  "91:2022", "92:2022", "94:2023", "96:2024"));
}

TEST(Registry, ListsItsYearsAndLevels) {
  EXPECT_THAT(registry().years(), ElementsAre(2025, 2024, 2023, 2022, 2021, 2019, 2017));
  EXPECT_THAT(registry().levels(), ElementsAre(Level::province, Level::city, Level::regency, Level::agency,
                                               Level::vertical_unit, Level::national));
}

TEST(Registry, IsTheSameInAnyOrderOfTheRows) {
  std::vector<PublishedRow> rows = test::published().rows;
  const auto picture = [](const Registry& one) {
    std::vector<std::string> all = shown(one, one.search({}));
    for (const int year : one.years()) {
      for (const auto& text : shown(one, one.ranking(year))) all.push_back(text);
      for (const auto& province : one.provinces(year)) {
        all.push_back(province.code + (province.mean ? province.mean->score : "-"));
      }
    }
    for (const Government& government : one.governments()) {
      all.push_back(government.slug + government.province);
      for (const YearResult& year : government.years) {
        for (const auto& text : shown(one, year.totals)) all.push_back(text);
        for (const auto& text : shown(one, year.units)) all.push_back(text);
      }
    }
    return all;
  };
  const auto expected = picture(registry());
  std::mt19937 random(11);
  for (int i = 0; i < 10; ++i) {
    std::shuffle(rows.begin(), rows.end(), random);
    EXPECT_EQ(picture(Registry(check_registry(rows, test::rounds()), places())), expected);
  }
}

TEST(GovernmentPlaces, RefuseACodeThatIsNoProvinceAndATwin) {
  const auto read = read_government_places("institution,province,name\nKota A,99,\nKota B,19,\nKOTA B,19,\n", "p.csv");
  ASSERT_FALSE(read);
  ASSERT_THAT(read.error(), SizeIs(2));
  EXPECT_EQ(read.error()[0].code, "unknown_province");
  EXPECT_EQ(read.error()[0].line, 2);
  EXPECT_EQ(read.error()[1].code, "repeated_institution");
  EXPECT_EQ(read.error()[1].line, 4);
}

}  // namespace
}  // namespace prima::publication
