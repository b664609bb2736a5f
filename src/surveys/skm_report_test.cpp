#include "surveys/skm_report.h"

#include <gtest/gtest.h>

#include "surveys/skm_text.h"

namespace prima::surveys {
namespace {

constexpr Tally sekadau{{138, 139, 150, 177, 159, 163, 161, 143, 159}, 49};

Responses one_unit(const Tally& tally) { return {.groups = {{"Disdukcapil", "2019", tally, 0}}, .findings = {}}; }

Tally at_the_limit_of_a() {
  Tally tally;
  tally.n = 2500;
  tally.sums.fill(8831);
  return tally;
}

TEST(SkmReport, ComputesByTheChosenConvention) {
  const SkmReport report =
      skm_report(one_unit(at_the_limit_of_a()), {.convention = Convention::w_0_111, .population = {}});
  ASSERT_EQ(report.results.size(), 1U);
  EXPECT_EQ(report.results[0].index->convention, Convention::w_0_111);
  EXPECT_EQ(report.results[0].index->grade, Grade::b);
  EXPECT_EQ(report.results[0].by_convention.front().grade, Grade::a);
  EXPECT_TRUE(report.results[0].grade_depends_on_convention);
}

TEST(SkmReport, SaysWhenMorePeopleAnsweredThanThereAre) {
  const SkmReport report = skm_report(one_unit(sekadau), {.convention = Convention::exact_1_9, .population = 40});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].code, "population_too_small");
  EXPECT_EQ(report.results[0].margin, "0.0000");
  EXPECT_TRUE(skm_report(one_unit(sekadau), {.convention = Convention::exact_1_9, .population = 49}).findings.empty());
}

TEST(SkmText, ShowsOneBlockForEachUnit) {
  EXPECT_EQ(to_text(skm_report(one_unit(sekadau), {}), Language::id),
            "Disdukcapil · 2019\n"
            "  Indeks (SKM)             78,74  B  Baik\n"
            "  Nilai tepat              11575/147\n"
            "  Konvensi                 exact_1_9 (bobot tepat 1/9, dibulatkan sekali di akhir)\n"
            "  Kuesioner lengkap        49\n"
            "  Sampel yang diperlukan   384\n"
            "  Batas kesalahan (95%)    ± 0,1400\n"
            "  U1  Persyaratan                                2,8163\n"
            "  U2  Sistem, mekanisme, dan prosedur            2,8367\n"
            "  U3  Waktu penyelesaian                         3,0612\n"
            "  U4  Biaya atau tarif                           3,6122\n"
            "  U5  Produk layanan                             3,2449\n"
            "  U6  Kompetensi pelaksana                       3,3265\n"
            "  U7  Perilaku pelaksana                         3,2857\n"
            "  U8  Penanganan pengaduan dan saran             2,9184\n"
            "  U9  Sarana dan prasarana                       3,2449\n");
}

TEST(SkmText, SaysWhenTheConventionDecidesTheGrade) {
  const std::string text = to_text(skm_report(one_unit(at_the_limit_of_a()), {}), Language::en);
  EXPECT_NE(text.find("The grade depends on the convention in use:\n"
                      "    exact_1_9       88.31  A  Very good\n"
                      "    w_0.111         88.22  B  Good\n"),
            std::string::npos)
      << text;
}

TEST(SkmText, ShowsWhatIsMissing) {
  Responses responses{.groups = {{"", "", {}, 3}, {"A\x1b[31m", "", sekadau, 1}},
                      .findings = {{"incomplete_response", "r.csv", 7, {"tidak lengkap", "incomplete"}}}};
  const std::string text = to_text(
      skm_report(std::move(responses), {.convention = Convention::exact_1_9, .population = 1000}), Language::en);
  EXPECT_EQ(text.substr(0, text.find("  U1")),
            "All respondents\n"
            "  Index (SKM)              none: no questionnaire is complete\n"
            "  Complete questionnaires  0\n"
            "  Incomplete               3\n"
            "  Population               1000\n"
            "  Sample required          278\n"
            "\n"
            "A?[31m\n"
            "  Index (SKM)              78.74  B  Good\n"
            "  Exact value              11575/147\n"
            "  Convention               exact_1_9 (weight exactly 1/9, rounded once at the end)\n"
            "  Complete questionnaires  49\n"
            "  Incomplete               1\n"
            "  Population               1000\n"
            "  Sample required          278\n"
            "  Margin of error (95%)    ± 0.1366\n");
  EXPECT_EQ(text.substr(text.rfind("\n\n")), "\n\nr.csv:7: incomplete\n");
}

TEST(SkmText, OfNothingIsEmpty) { EXPECT_EQ(to_text(SkmReport{}, Language::id), ""); }

}  // namespace
}  // namespace prima::surveys
