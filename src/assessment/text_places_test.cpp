#include "assessment/text_places.h"

#include <gtest/gtest.h>

namespace prima::assessment {
namespace {

TEST(TextPlaces, NumbersTextsInTheOrderOfTheirFirstAppearance) {
  TextPlaces places;
  EXPECT_EQ(places.place_of("b"), 0U);
  EXPECT_EQ(places.place_of("a"), 1U);
  EXPECT_EQ(places.place_of("b"), 0U);
  EXPECT_EQ(places.place_of(""), 2U);
  EXPECT_EQ(places.place_of(""), 2U);
  EXPECT_EQ(places.size(), 3U);
}

TEST(TextPlaces, TellsTextsApartThatShareTheirBytesWhenPutTogether) {
  TextPlaces places;
  EXPECT_EQ(places.place_of("ab"), 0U);
  EXPECT_EQ(places.place_of("c"), 1U);
  EXPECT_EQ(places.place_of("a"), 2U);
  EXPECT_EQ(places.place_of("bc"), 3U);
  EXPECT_EQ(places.place_of(std::string_view("a\0b", 3)), 4U);
}

TEST(TextPlaces, KeepsItsNumbersWhileItGrowsAndForgetsThemWhenCleared) {
  TextPlaces places;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < 5000; ++i) ASSERT_EQ(places.place_of("warga " + std::to_string(i)), i);
    for (std::size_t i = 5000; i-- > 0;) ASSERT_EQ(places.place_of("warga " + std::to_string(i)), i);
    places.clear();
    EXPECT_EQ(places.size(), 0U);
  }
  EXPECT_EQ(places.place_of("warga 77"), 0U);
}

}  // namespace
}  // namespace prima::assessment
