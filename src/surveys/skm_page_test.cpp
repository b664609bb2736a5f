#include "surveys/skm_page.h"

#include <gtest/gtest.h>

#include "surveys/responses.h"

namespace prima::surveys {
namespace {

std::string page_of(Language language, const std::string& rows, std::size_t chosen = 0) {
  if (rows.empty()) return skm_page(language, SkmReport{}, {"abc", "r.csv", chosen, true});
  auto responses = read_responses("resp,unit,U1,U2,U3,U4,U5,U6,U7,U8,U9\n" + rows, "r.csv");
  EXPECT_TRUE(responses.has_value());
  return skm_page(language, skm_report(std::move(*responses), {}), {"abc", "r.csv", chosen, true});
}

bool has(std::string_view page, std::string_view what) { return page.find(what) != std::string_view::npos; }

TEST(SkmPage, HasExactlyOneFirstHeadingWhateverTheFileHolds) {
  for (const std::string rows :
       {"", "1,A,3,3,3,3,3,3,3,3,3\n", "1,A,,3,3,3,3,3,3,3,3\n", "1,A,3,3,3,3,3,3,3,3,3\n1,B,4,4,4,4,4,4,4,4,4\n"}) {
    for (const Language language : {Language::id, Language::en}) {
      const std::string page = page_of(language, rows, 1);
      EXPECT_NE(page.find("<h1"), std::string::npos);
      EXPECT_EQ(page.find("<h1"), page.rfind("<h1"));
    }
  }
}

TEST(SkmPage, ShowsTheIndexInTheReadersSpelling) {
  EXPECT_TRUE(has(page_of(Language::id, "1,A,3,3,3,3,3,3,3,3,3\n"), "75,00"));
  EXPECT_TRUE(has(page_of(Language::en, "1,A,3,3,3,3,3,3,3,3,3\n"), "75.00"));
}

// A mean of 32/9 (88.89 by 1/9) is an A; the weight 0.11 gives 88.00, a B.
TEST(SkmPage, WarnsOnlyWhenTheConventionDecidesTheGrade) {
  const char* warning = "Mutunya tergantung cara menghitung";
  EXPECT_TRUE(
      has(page_of(Language::id, "1,A,4,4,4,4,4,3,3,3,3\n2,A,4,4,4,4,4,3,3,3,3\n3,A,4,4,4,4,3,3,3,3,4\n"), warning));
  EXPECT_FALSE(has(page_of(Language::id, "1,A,2,2,2,2,2,2,2,2,2\n"), warning));
}

TEST(SkmPage, EscapesNamesFromTheFile) {
  const std::string page = page_of(Language::id, "1,<b>A</b>,3,3,3,3,3,3,3,3,3\n");
  EXPECT_FALSE(has(page, "<b>A</b>"));
  EXPECT_TRUE(has(page, "&lt;b&gt;A"));
}

}  // namespace
}  // namespace prima::surveys
