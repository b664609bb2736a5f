#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "publication/check_page.h"
#include "publication/government_page.h"
#include "publication/home_page.h"
#include "publication/publication_test_support.h"
#include "publication/registry_pages.h"

namespace prima::publication {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<GovernmentPlace> places() {
  return read_government_places(test::file_text("reference/government_provinces.csv"), "p.csv").value();
}

const Registry& registry() {
  static const Registry one(test::published(), places());
  return one;
}

Registry registry_of(const std::string& lines) { return {test::check_of(lines), places()}; }

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::string list(const std::vector<http::Parameter>& parameters, Language language = Language::id) {
  return registry_page(registry(), language, registry_query(parameters));
}

TEST(RegistryPage, ShowsTwentyFiveRowsAPageAndKeepsTheFiltersInItsLinks) {
  const std::string page = list({{"q", "k"}, {"tahun", "2024"}});
  EXPECT_EQ(count_of(page, "<tr role=\"row\">"), 26U);
  EXPECT_THAT(page, HasSubstr("href=\"/hasil?q=k&amp;tahun=2024&amp;halaman=2\""));
  EXPECT_THAT(page, HasSubstr("href=\"/hasil.csv?q=k&amp;tahun=2024\""));
  EXPECT_THAT(page, HasSubstr("href=\"/hasil.json?q=k&amp;tahun=2024\""));
  EXPECT_THAT(page, HasSubstr("href=\"/en/hasil?q=k&amp;tahun=2024\""));
}

TEST(RegistryPage, ShowsTheLastPageForOneBeyondIt) {
  EXPECT_THAT(list({{"halaman", "999999"}}), HasSubstr("Halaman 5 dari 5"));
}

TEST(RegistryPage, MarksAndExplainsTheContradiction) {
  const std::string page = list({{"q", "pangkalpinang 2023"}});
  EXPECT_THAT(page, HasSubstr("Bertentangan"));
  EXPECT_THAT(page, HasSubstr("A (Kualitas Tinggi)"));
  EXPECT_THAT(page, HasSubstr("Menurut aturan 2023, nilai 91,70 adalah"));
  EXPECT_THAT(page, HasSubstr("padahal label itu milik B (78,00 sampai 87,99)."));
  EXPECT_THAT(page, HasSubstr("href=\"/pemerintah/kota-pangkalpinang\""));
  const std::string english = list({{"q", "pangkalpinang 2023"}}, Language::en);
  EXPECT_THAT(english, HasSubstr("but that label belongs to B (78.00 to 87.99)."));
  EXPECT_THAT(english, HasSubstr("<span lang=\"id\">A (Kualitas Tinggi)</span>"));
}

TEST(RegistryPage, LeadsToTheSourceOfEachRow) {
  EXPECT_THAT(list({{"q", "kota sorong"}}), HasSubstr("href=\"https://ombudsman.go.id/perwakilan/news/r/pwk--tiga"));
}

TEST(RegistryPage, SaysWhatToDoWhenNothingMatches) {
  const std::string page = list({{"q", "<script>alert(1)</script>"}});
  EXPECT_THAT(page, HasSubstr("Tidak ada nilai yang cocok"));
  EXPECT_THAT(page, HasSubstr("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""));
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
}

TEST(RegistryPage, NeverMakesALinkOfASourceThatIsNoAddress) {
  const Registry one = registry_of("Kota X,kota,2023,90,,,total,javascript:alert(1)\n");
  EXPECT_THAT(registry_page(one, Language::id, {}), Not(HasSubstr("href=\"javascript")));
}

TEST(RegistryPage, WritesTheSameRowsAsFiles) {
  const RegistryQuery query = registry_query({{"q", "pangkalpinang"}, {"halaman", "7"}});
  EXPECT_EQ(count_of(registry_csv(registry(), Language::id, query), "\n"), 3U);
  EXPECT_EQ(count_of(registry_json(registry(), Language::id, query), "\"institution\""), 2U);
}

TEST(GovernmentPage, OfEachGovernmentNamesAllItsSourcesInBothLanguages) {
  for (const Government& one : registry().governments()) {
    for (const Language language : {Language::id, Language::en}) {
      const std::string page = government_page(registry(), one, language);
      EXPECT_EQ(count_of(page, "<h1>"), 1U) << one.slug;
      EXPECT_THAT(page, HasSubstr(one.name));
      for (const YearResult& year : one.years) {
        EXPECT_THAT(page, HasSubstr("id=\"tahun-" + std::to_string(year.year) + "\"")) << one.slug;
        for (const RowIndex i : year.units) EXPECT_THAT(page, HasSubstr(registry().row(i).subject.name));
      }
    }
  }
}

TEST(GovernmentPage, ExplainsTheContradictionAboveEverythingElse) {
  const std::string page = government_page(registry(), *registry().find("kota-pangkalpinang"), Language::id);
  EXPECT_LT(page.find("Yang tercetak untuk 2023 bertentangan dengan aturan"), page.find("Nilai menurut tahun"));
}

TEST(GovernmentPage, TellsWhatTheUnitsAddUpToInTheFiguresOfTheLanguage) {
  const Government& lombok_timur = *registry().find("kabupaten-lombok-timur");
  EXPECT_THAT(government_page(registry(), lombok_timur, Language::id),
              HasSubstr("Nilai keseluruhan 68,82 sama dengan rata-rata 4 unit yang diumumkan."));
  EXPECT_THAT(government_page(registry(), *registry().find("kota-magelang"), Language::en),
              HasSubstr("The mean of the 4 published units is 62.21, the overall score is 68.27."));
}

TEST(GovernmentPage, WorksWithoutAnyScore) {
  const Registry one = registry_of("Kota X,kota,2025,,,Kualitas Sedang,total,s\n");
  EXPECT_THAT(government_page(one, one.governments()[0], Language::id),
              HasSubstr("Sumber yang kami temukan tidak mencetak nilai keseluruhan."));
}

TEST(HomePage, ShowsThirtyEightProvincesAndTheNewestYearByRank) {
  const std::string page = home_page(registry(), Language::id, {});
  EXPECT_EQ(count_of(page, "class=\"at-"), 38U);
  EXPECT_THAT(page, HasSubstr("Peringkat 2025"));
  EXPECT_THAT(page, HasSubstr("href=\"/hasil?tahun=2024&amp;provinsi=52\""));
  EXPECT_THAT(page, HasSubstr("name=\"q\""));
}

TEST(HomePage, ShowsTheYearThatWasChosen) {
  const std::string page = home_page(registry(), Language::en, {{"tahun", "2022"}});
  EXPECT_THAT(page, HasSubstr("Ranks of 2022"));
  EXPECT_THAT(page, HasSubstr("Scores recorded for the year 2022."));
  EXPECT_THAT(page, HasSubstr("A (Highest quality) · 88.00–100.00"));
  EXPECT_EQ(home_page(registry(), Language::id, {{"tahun", "1999"}}), home_page(registry(), Language::id, {}));
}

TEST(HomePage, LetsEqualScoresShareARank) {
  const Registry one = registry_of(
      "Kota A,kota,2023,90.00,,,total,s\nKota B,kota,2023,90.00,,,total,s\nKota C,kota,2023,80.00,,,total,s\n");
  const std::string page = home_page(one, Language::id, {});
  EXPECT_EQ(count_of(page, "data-label=\"Peringkat\"><div>1</div>"), 2U);
  EXPECT_EQ(count_of(page, "data-label=\"Peringkat\"><div>3</div>"), 1U);
}

std::string check(const std::vector<http::Parameter>& parameters, Language language = Language::id) {
  return check_page(test::rounds(), language, parameters);
}

TEST(CheckPage, FindsTheContradictionOfALabel) {
  const std::string page = check({{"nilai", "91,70"}, {"tahun", "2023"}, {"tercetak", "kategori A (Kualitas Tinggi)"}});
  EXPECT_THAT(page, HasSubstr("Bertentangan dengan aturan"));
  EXPECT_THAT(page, HasSubstr("label itu milik B (78,00 sampai 87,99)"));
}

TEST(CheckPage, ConfirmsWhatAgrees) {
  const std::string page = check({{"nilai", "88.52"}, {"tahun", "2025"}, {"tercetak", "Sangat Baik"}}, Language::en);
  EXPECT_THAT(page, HasSubstr("It agrees with the rule"));
  EXPECT_THAT(page, HasSubstr("Very good"));
}

TEST(CheckPage, AnswersWithoutAPrintedCategory) {
  const std::string page = check({{"nilai", "53.99"}, {"tahun", "2022"}});
  EXPECT_THAT(page, HasSubstr("Kualitas Rendah"));
  EXPECT_THAT(page, Not(HasSubstr("Cocok dengan aturan")));
}

TEST(CheckPage, SaysBesideEachFieldWhatIsWrong) {
  EXPECT_THAT(check({{"nilai", "100.005"}, {"tahun", "2023"}}), HasSubstr("nilai harus antara 0 dan 100"));
  EXPECT_THAT(check({{"nilai", "1e999"}, {"tahun", "2023"}}), HasSubstr("memakai pangkat"));
  EXPECT_THAT(check({{"nilai", ""}, {"tahun", "2023"}}), HasSubstr("nilainya kosong"));
  EXPECT_THAT(check({{"nilai", "90"}, {"tahun", "2020"}}), HasSubstr("pilih tahun yang punya penilaian: 2013-2019"));
  EXPECT_THAT(check({{"nilai", "90"}, {"tahun", "<b>"}}), Not(HasSubstr("<b>")));
}

TEST(CheckPage, IsAnEmptyFormAtFirst) {
  const std::string page = check({});
  EXPECT_THAT(page, Not(HasSubstr("ds-validation-message")));
  EXPECT_THAT(page, Not(HasSubstr("id=\"jawaban\"")));
  EXPECT_THAT(page, StartsWith("<!doctype html>"));
}

}  // namespace
}  // namespace prima::publication
