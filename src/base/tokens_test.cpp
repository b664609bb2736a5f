#include "base/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima {
namespace {

using testing::ElementsAre;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& one : tokens(text)) words.push_back(one.word);
  return words;
}

TEST(Tokens, AreRunsOfLettersAndDigitsWithoutMarks) {
  EXPECT_THAT(words_of("Kota Pangkalpinang, 2023"), ElementsAre("kota", "pangkalpinang", "2023"));
  EXPECT_THAT(words_of("Café ÉLAN Žižka"), ElementsAre("cafe", "elan", "zizka"));
  EXPECT_THAT(words_of("A+ (B)"), ElementsAre("a+", "b"));
  EXPECT_THAT(words_of("E–Kualitas\xC2\xA0Terendah"), ElementsAre("e", "kualitas", "terendah"));
  EXPECT_THAT(words_of(" - /"), ElementsAre());
}

TEST(Tokens, KnowTheirPlace) {
  const auto found = tokens("(Kualitas Tinggi)");
  EXPECT_EQ(found[1].begin, 10U);
  EXPECT_EQ(found[1].end, 16U);
}

}  // namespace
}  // namespace prima
