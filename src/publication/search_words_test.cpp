#include "publication/search_words.h"

#include <gtest/gtest.h>

namespace prima::publication {
namespace {

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
