#include "base/rounding.h"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <utility>

#include "base/assert.h"
#include "base/decimal.h"

namespace prima {
namespace {

using Integer = boost::multiprecision::cpp_int;

Rational number(const std::string& text) { return parse_number(text).value(); }

TEST(Round, KnowsItsModes) {
  struct Row {
    const char* value;
    int places;
    const char* half_up;
    const char* half_even;
    const char* down;
  };
  const Row rows[] = {
      {"0", 2, "0.00", "0.00", "0.00"},
      {"0.5", 0, "1", "0", "0"},
      {"1.5", 0, "2", "2", "1"},
      {"2.5", 0, "3", "2", "2"},
      {"-0.5", 0, "-1", "0", "0"},
      {"-1.5", 0, "-2", "-2", "-1"},
      {"-2.5", 0, "-3", "-2", "-2"},
      {"68.825", 2, "68.83", "68.82", "68.82"},
      {"68.835", 2, "68.84", "68.84", "68.83"},
      {"68.8249999999999999999999999", 2, "68.82", "68.82", "68.82"},
      {"68.8250000000000000000000001", 2, "68.83", "68.83", "68.82"},
      {"-68.825", 2, "-68.83", "-68.82", "-68.82"},
      {"-0.004", 2, "0.00", "0.00", "0.00"},
      {"-0.005", 2, "-0.01", "0.00", "0.00"},
      {"99.995", 2, "100.00", "100.00", "99.99"},
      {"1/3", 4, "0.3333", "0.3333", "0.3333"},
      {"2/3", 4, "0.6667", "0.6667", "0.6666"},
      {"-2/3", 4, "-0.6667", "-0.6667", "-0.6666"},
      {"1/3", 30, "0.333333333333333333333333333333", "0.333333333333333333333333333333",
       "0.333333333333333333333333333333"},
      {"12", 3, "12.000", "12.000", "12.000"},
      {"0.05", 1, "0.1", "0.0", "0.0"},
      {"123456789012345678901234567890.5", 0, "123456789012345678901234567891", "123456789012345678901234567890",
       "123456789012345678901234567890"},
      // Beyond 128 bits.
      {"123456789012345678901234567890123456789012.5", 0, "123456789012345678901234567890123456789013",
       "123456789012345678901234567890123456789012", "123456789012345678901234567890123456789012"},
      {"-123456789012345678901234567890123456789013.5", 0, "-123456789012345678901234567890123456789014",
       "-123456789012345678901234567890123456789014", "-123456789012345678901234567890123456789013"},
      {"123456789012345678901234567890123456789012.749", 1, "123456789012345678901234567890123456789012.7",
       "123456789012345678901234567890123456789012.7", "123456789012345678901234567890123456789012.7"},
      {"123456789012345678901234567890123456789012.761", 1, "123456789012345678901234567890123456789012.8",
       "123456789012345678901234567890123456789012.8", "123456789012345678901234567890123456789012.7"},
      {"12345678901234567890.5", 20, "12345678901234567890.50000000000000000000",
       "12345678901234567890.50000000000000000000", "12345678901234567890.50000000000000000000"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.value);
    const Rational value = number(row.value);
    EXPECT_EQ(fixed(value, {row.places, RoundingMode::half_up}), row.half_up);
    EXPECT_EQ(fixed(value, {row.places, RoundingMode::half_even}), row.half_even);
    EXPECT_EQ(fixed(value, {row.places, RoundingMode::down}), row.down);
    EXPECT_EQ(round(value, {row.places, RoundingMode::half_up}), number(row.half_up));
  }
}

// Rounds top / bottom in whole numbers: what is cut off, doubled, is compared with the divisor.
Integer rounded_units(const Integer& top, const Integer& bottom, int places, RoundingMode mode) {
  Integer scaled = abs(top);
  for (int i = 0; i < places; ++i) scaled *= 10;
  Integer units = scaled / bottom;
  const Integer twice = 2 * (scaled % bottom);
  const bool up = mode == RoundingMode::half_up
                      ? twice >= bottom
                      : mode == RoundingMode::half_even && (twice > bottom || (twice == bottom && units % 2 != 0));
  if (up) ++units;
  return top < 0 ? Integer(-units) : units;
}

TEST(Round, EqualsASlowReference) {
  std::uint64_t state = 5;
  const auto next = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::int64_t>(state >> 33U);
  };
  for (int turn = 0; turn < 20'000; ++turn) {
    const int places = static_cast<int>(next() % 5);
    const std::int64_t bottom = turn % 2 == 0 ? 1 + next() % 5000 : 2000;  // every second value is near a tie
    const std::int64_t top = next() % 2'000'000 - 1'000'000;
    for (const RoundingMode mode : {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down}) {
      const Rational found = round(Rational::ratio(top, bottom), {places, mode}) * Rational::power_of_ten(places);
      ASSERT_EQ(found.fraction(), rounded_units(top, bottom, places, mode).str()) << top << "/" << bottom;
    }
  }
}

TEST(Round, ChangesNothingTheSecondTime) {
  for (int thousandths = -3000; thousandths <= 3000; ++thousandths) {
    for (const RoundingMode mode : {RoundingMode::half_up, RoundingMode::half_even, RoundingMode::down}) {
      const Rounding rounding{2, mode};
      const Rational once = round(Rational::ratio(thousandths, 1000), rounding);
      EXPECT_EQ(round(once, rounding), once);
      EXPECT_EQ(number(fixed(once, rounding)), once);
    }
  }
}

TEST(Round, RefusesPlacesThatNobodyNeeds) {
  EXPECT_THROW(round(Rational(1), {-1, RoundingMode::down}), Bug);
  EXPECT_THROW(round(Rational(1), {31, RoundingMode::down}), Bug);
  EXPECT_THROW(round(Rational(1), {2, static_cast<RoundingMode>(9)}), Bug);
}

TEST(RoundingMode, HasANameInInstrumentFiles) {
  const std::pair<RoundingMode, const char*> rows[] = {
      {RoundingMode::half_up, "half_up"}, {RoundingMode::half_even, "half_even"}, {RoundingMode::down, "down"}};
  for (const auto& [mode, text] : rows) {
    EXPECT_EQ(name(mode), text);
    EXPECT_EQ(rounding_mode(text), mode);
  }
  for (const char* const unknown : {"", "up", "HALF_UP", "half-up"}) EXPECT_EQ(rounding_mode(unknown), std::nullopt);
  EXPECT_THROW(name(static_cast<RoundingMode>(9)), Bug);
}

TEST(Plain, WritesTheValueInFull) {
  const std::pair<const char*, const char*> rows[] = {
      {"5", "5"},
      {"-5", "-5"},
      {"0.2185", "0.2185"},
      {"12.22%", "0.1222"},
      {"1/9", "1/9"},
      {"-1/9", "-1/9"},
      {"1/8", "0.125"},
      {"-1/8", "-0.125"},
      {"91.70", "91.7"},
      {"0", "0"},
      {"0.000000000000000000000000000001", "0.000000000000000000000000000001"},
      {"0.0000000000000000000000000000001", "1/10000000000000000000000000000000"}};
  for (const auto& [value, text] : rows) EXPECT_EQ(plain(number(value)), text);
}

TEST(WithDecimalMark, WritesACommaInIndonesianOnly) {
  EXPECT_EQ(with_decimal_mark("91.70", Language::id), "91,70");
  EXPECT_EQ(with_decimal_mark("-0.5", Language::id), "-0,5");
  EXPECT_EQ(with_decimal_mark("91.70", Language::en), "91.70");
  EXPECT_EQ(with_decimal_mark("100", Language::id), "100");
  EXPECT_EQ(with_decimal_mark("1/9", Language::id), "1/9");
}

}  // namespace
}  // namespace prima
