#include "base/finding.h"

#include <gtest/gtest.h>

#include "base/assert.h"

namespace prima {
namespace {

TEST(FindingText, NamesFileAndLineWhereThereAreAny) {
  const Words words{"nilainya kosong", "the value is empty"};
  EXPECT_EQ(to_text({"empty", "answers.csv", 12, words}, Language::id), "answers.csv:12: nilainya kosong");
  EXPECT_EQ(to_text({"empty", "answers.csv", 12, words}, Language::en), "answers.csv:12: the value is empty");
  EXPECT_EQ(to_text({"empty", "answers.csv", 0, words}, Language::en), "answers.csv: the value is empty");
  EXPECT_EQ(to_text({"empty", "", 12, words}, Language::en), "12: the value is empty");
  EXPECT_EQ(to_text({"empty", "", 0, words}, Language::en), "the value is empty");
}

TEST(Words, AreEmptyOnlyInBothLanguages) {
  EXPECT_TRUE((Words{"", ""}).empty());
  EXPECT_FALSE((Words{"a", ""}).empty());
  EXPECT_FALSE((Words{"", "a"}).empty());
}

TEST(Assertions, SayWhatFailedAndWhere) {
  EXPECT_NO_THROW(PRIMA_ASSERT(1 + 1 == 2));
  try {
    PRIMA_ASSERT(1 + 1 == 3);
    FAIL() << "nothing was thrown";
  } catch (const Bug& bug) {
    const std::string text = bug.what();
    EXPECT_NE(text.find("1 + 1 == 3"), std::string::npos);
    EXPECT_NE(text.find("finding_test.cpp:"), std::string::npos);
  }
  EXPECT_THROW(PRIMA_UNREACHABLE("never"), Bug);
}

}  // namespace
}  // namespace prima
