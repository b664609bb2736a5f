#include "assessment/answer_columns.h"

#include <gtest/gtest.h>

namespace prima::assessment {
namespace {

const std::vector<ColumnRule> rules = {{"unit"}, {"value"}, {"product", false}};

TEST(FindColumns, FindsThemInAnyOrder) {
  const auto places = find_columns({" VALUE", "unit"}, rules, "a.csv", 1);
  ASSERT_TRUE(places);
  EXPECT_EQ((*places)[0], 1U);
  EXPECT_EQ((*places)[1], 0U);
  EXPECT_EQ((*places)[2], std::nullopt);
}

TEST(FindColumns, NamesEverythingThatIsWrongAtOnce) {
  const auto places = find_columns({"unit", "Unit", "nilai akhir"}, rules, "a.csv", 3);
  ASSERT_FALSE(places);
  ASSERT_EQ(places.error().size(), 3U);
  EXPECT_EQ(places.error()[0].code, "repeated_column");
  EXPECT_EQ(places.error()[1].code, "unknown_column");
  EXPECT_NE(places.error()[1].message.en.find("known are: unit, value, product"), std::string::npos);
  EXPECT_EQ(places.error()[2].code, "missing_column");
  for (const Finding& finding : places.error()) EXPECT_EQ(finding.line, 3);
}

TEST(FindColumns, AHeaderWithoutNamesIsNoHeader) { EXPECT_FALSE(find_columns({""}, rules, "a.csv", 1)); }

}  // namespace
}  // namespace prima::assessment
