#include "publication/search_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace prima::publication {
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

TEST(Slug, IsAnAddressOfAName) {
  EXPECT_EQ(slug("Kota Pangkalpinang"), "kota-pangkalpinang");
  EXPECT_EQ(slug("  Provinsi D.I. Yogyakarta "), "provinsi-d-i-yogyakarta");
  EXPECT_EQ(slug("Nasional (rata-rata)"), "nasional-rata-rata");
  EXPECT_EQ(slug("—"), "");
}

TEST(Search, FindsTextsThatHoldEveryWordByItsBeginning) {
  const auto text = tokens("Kota Pangkalpinang kota 2023 Kepulauan Bangka Belitung");
  EXPECT_TRUE(every_word_begins_one_of(tokens("pangkal 2023"), text));
  EXPECT_TRUE(every_word_begins_one_of(tokens(""), text));
  EXPECT_FALSE(every_word_begins_one_of(tokens("pinang"), text));
  EXPECT_FALSE(every_word_begins_one_of(tokens("kota 2024"), text));
}

}  // namespace
}  // namespace prima::publication
