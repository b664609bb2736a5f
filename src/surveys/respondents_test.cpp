#include "surveys/respondents.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace prima::surveys {
namespace {

TEST(Respondents, KnowWhoCameBefore) {
  Respondents respondents;
  const char* const ids[] = {"1",
                             "63",
                             "64",
                             "0",
                             "00",
                             "01",
                             "-1",
                             "+1",
                             "1.0",
                             "a",
                             "A",
                             "999999999999999999",
                             "1000000000000000000",
                             "18446744073709551617",
                             "9999999999999999999999999",
                             ""};
  for (const char* const id : ids) EXPECT_TRUE(respondents.add(id)) << id;
  for (const char* const id : ids) EXPECT_FALSE(respondents.add(id)) << id;
  EXPECT_TRUE(respondents.add("2"));
  EXPECT_FALSE(respondents.add("2"));
}

TEST(Respondents, EqualASetOfTexts) {
  Respondents respondents;
  std::set<std::string> reference;
  std::uint64_t state = 7;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    const std::string id = std::to_string((state >> 33U) % (i % 2 == 0 ? 3000U : 100'000'000U));
    EXPECT_EQ(respondents.add(id), reference.insert(id).second) << id;
  }
}

}  // namespace
}  // namespace prima::surveys
