#include "base/rational.h"

#include <gtest/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <string>
#include <vector>

#include "base/assert.h"

namespace prima {
namespace {

// The slow reference: fractions of Boost.Multiprecision, of any size from the start.
using Reference = boost::multiprecision::cpp_rational;
using Integer = boost::multiprecision::cpp_int;

constexpr int128 greatest = static_cast<int128>(~uint128{0} >> 1U);
constexpr int128 lowest = -greatest - 1;

Integer wide(int128 value) {
  const bool negative = value < 0;
  const uint128 size = negative ? uint128{0} - static_cast<uint128>(value) : static_cast<uint128>(value);
  const Integer whole =
      (Integer(static_cast<std::uint64_t>(size >> 64U)) << 64U) + Integer(static_cast<std::uint64_t>(size));
  return negative ? Integer(-whole) : whole;
}

std::string text(const Reference& value) {
  const std::string top = numerator(value).str();
  return denominator(value) == 1 ? top : top + "/" + denominator(value).str();
}

struct Pair {
  Rational ours;
  Reference reference;
};

Pair pair(int128 top, int128 bottom) { return {Rational::ratio(top, bottom), Reference(wide(top), wide(bottom))}; }

// Values at which 128-bit arithmetic is near its end, or far from it.
std::vector<Pair> interesting() {
  std::vector<int128> numbers = {0, 1, 2, 3, 7, 9, 10, 100, 999, 1'000'000'007};
  for (const unsigned bits : {31U, 32U, 62U, 63U, 64U, 65U, 95U, 126U}) {
    numbers.push_back(int128{1} << bits);
    numbers.push_back((int128{1} << bits) - 1);
    numbers.push_back((int128{1} << bits) + 1);
  }
  numbers.push_back(greatest);
  numbers.push_back(greatest - 1);
  std::vector<Pair> pairs;
  for (const int128 top : numbers) {
    for (const int128 bottom : {int128{1}, int128{3}, int128{1} << 63U, (int128{1} << 64U) - 1, greatest}) {
      pairs.push_back(pair(top, bottom));
      pairs.push_back(pair(-top, bottom));
    }
  }
  pairs.push_back(pair(lowest, 1));
  pairs.push_back(pair(1, lowest));
  pairs.push_back(pair(lowest, lowest));
  pairs.push_back(pair(lowest, 3));
  return pairs;
}

TEST(Rational, IsReducedWithAPositiveDenominator) {
  struct Row {
    int128 top;
    int128 bottom;
    const char* text;
  };
  const Row rows[] = {{0, 5, "0"},     {0, -5, "0"}, {6, 4, "3/2"},         {-6, 4, "-3/2"},      {6, -4, "-3/2"},
                      {-6, -4, "3/2"}, {10, 5, "2"}, {2753, 40, "2753/40"}, {lowest, lowest, "1"}};
  for (const Row& row : rows) EXPECT_EQ(Rational::ratio(row.top, row.bottom).fraction(), row.text);
  EXPECT_EQ(Rational::ratio(lowest, 1).fraction(), "-170141183460469231731687303715884105728");
  EXPECT_EQ(Rational::ratio(greatest, 1).fraction(), "170141183460469231731687303715884105727");
  EXPECT_EQ(Rational::ratio(1, lowest).fraction(), "-1/170141183460469231731687303715884105728");
  EXPECT_EQ(Rational(INT64_MIN).fraction(), "-9223372036854775808");
}

TEST(Rational, EqualsTheReferenceInEveryOperation) {
  const std::vector<Pair> pairs = interesting();
  for (const Pair& a : pairs) {
    ASSERT_EQ(a.ours.fraction(), text(a.reference));
    EXPECT_EQ((-a.ours).fraction(), text(-a.reference));
    EXPECT_EQ(a.ours.sign(), a.reference.sign());
    EXPECT_EQ(a.ours.is_zero(), a.reference.is_zero());
    EXPECT_EQ(a.ours.is_whole(), denominator(a.reference) == 1);
    for (const Pair& b : pairs) {
      ASSERT_EQ((a.ours + b.ours).fraction(), text(a.reference + b.reference));
      ASSERT_EQ((a.ours - b.ours).fraction(), text(a.reference - b.reference));
      ASSERT_EQ((a.ours * b.ours).fraction(), text(a.reference * b.reference));
      if (!b.reference.is_zero()) {
        ASSERT_EQ((a.ours / b.ours).fraction(), text(a.reference / b.reference));
      }
      ASSERT_EQ(a.ours == b.ours, a.reference == b.reference);
      ASSERT_EQ(a.ours < b.ours, a.reference < b.reference);
      ASSERT_EQ(a.ours > b.ours, a.reference > b.reference);
    }
  }
}

TEST(Rational, FloorsTowardsMinusInfinity) {
  for (const Pair& a : interesting()) {
    for (const Pair& b : {pair(1, 1), pair(7, 3), pair(greatest, 2), pair(-1, greatest)}) {
      const Reference product = a.reference * b.reference;
      Integer floor = numerator(product) / denominator(product);  // cuts towards zero
      if (product < 0 && Reference(floor) != product) --floor;
      EXPECT_EQ((a.ours * b.ours).floor().fraction(), floor.str()) << text(product);
    }
  }
}

std::uint64_t next_random(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return state >> 16U;
}

TEST(Rational, EqualsTheReferenceOverLongCalculations) {
  std::uint64_t state = 3;
  for (int round = 0; round < 300; ++round) {
    Rational ours(1);
    Reference reference(1);
    for (int step = 0; step < 40; ++step) {
      const auto top = static_cast<std::int64_t>(next_random(state) % 2'000'001) - 1'000'000;
      const auto bottom = static_cast<std::int64_t>(next_random(state) % 1000) + 1;
      const Rational value = Rational::ratio(top, bottom);
      const Reference same(top, bottom);
      switch (next_random(state) % 4) {
        case 0:
          ours += value;
          reference += same;
          break;
        case 1:
          ours -= value;
          reference -= same;
          break;
        case 2:
          ours *= value;
          reference *= same;
          break;
        default:
          if (top == 0) break;
          ours /= value;
          reference /= same;
      }
      ASSERT_EQ(ours.fraction(), text(reference));
    }
  }
}

TEST(Rational, ComesBackFromBigIntegers) {
  Rational value(3);
  for (int i = 0; i < 100; ++i) value *= Rational(1'000'003);
  EXPECT_GT(value.fraction().size(), 500U);
  EXPECT_TRUE(value.is_whole());
  EXPECT_EQ(value - value, Rational(0));
  EXPECT_EQ(value, value);
  EXPECT_NE(value, value + Rational(1));
  EXPECT_NE(value, Rational(3));
  EXPECT_GT(value, Rational(3));
  EXPECT_LT(-value, Rational(3));
  EXPECT_FALSE((value / Rational(7)).is_whole());
  for (int i = 0; i < 100; ++i) value /= Rational(1'000'003);
  EXPECT_EQ(value, Rational(3));
}

TEST(Rational, ReadsWholeNumbersOfAnyLength) {
  EXPECT_EQ(Rational::whole("0"), Rational(0));
  EXPECT_EQ(Rational::whole("000"), Rational(0));
  EXPECT_EQ(Rational::whole("010"), Rational(10)) << "a leading zero does not mean octal";
  const std::string long_number = "9" + std::string(99, '8');
  EXPECT_EQ(Rational::whole(long_number).fraction(), long_number);
  for (const char* const wrong : {"", "-1", "1.5", "0x10", " 1"}) EXPECT_THROW(Rational::whole(wrong), Bug) << wrong;
}

TEST(Rational, HasPowersOfTen) {
  EXPECT_EQ(Rational::power_of_ten(0), Rational(1));
  EXPECT_EQ(Rational::power_of_ten(3), Rational(1000));
  EXPECT_EQ(Rational::power_of_ten(-3), Rational::ratio(1, 1000));
  EXPECT_EQ(Rational::power_of_ten(60).fraction(), "1" + std::string(60, '0'));
  EXPECT_EQ(Rational::power_of_ten(60) * Rational::power_of_ten(-60), Rational(1));
}

TEST(Rational, NeverDividesByZero) {
  EXPECT_THROW(Rational::ratio(1, 0), Bug);
  EXPECT_THROW(Rational(1) / Rational(0), Bug);
  EXPECT_THROW(Rational::power_of_ten(60) / Rational(0), Bug);
}

}  // namespace
}  // namespace prima
