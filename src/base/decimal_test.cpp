#include "base/decimal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/rounding.h"

namespace prima {
namespace {

using testing::HasSubstr;

TEST(ParseDecimal, GivesExactlyWhatIsWritten) {
  struct Row {
    const char* text;
    const char* fraction;
  };
  const Row rows[] = {{"0", "0"},
                      {"-0", "0"},
                      {"+7", "7"},
                      {"91.70", "917/10"},
                      {"-3", "-3"},
                      {"0.5", "1/2"},
                      {"-0.5", "-1/2"},
                      {"007.10", "71/10"},
                      {"100.005", "20001/200"},
                      {"0.1", "1/10"},
                      {"9999999999999999999999999999999999999999999999999999999999999999",
                       "9999999999999999999999999999999999999999999999999999999999999999"},
                      {"0.00000000000000000000000000000000000000000000000000000000000001",
                       "1/100000000000000000000000000000000000000000000000000000000000000"}};
  for (const Row& row : rows) {
    const auto number = parse_decimal(row.text);
    ASSERT_TRUE(number) << row.text;
    EXPECT_EQ(number->fraction(), row.fraction);
    EXPECT_EQ(parse_number(row.text), *number);
  }
}

TEST(ParseDecimal, ReadsBackWhatRoundingWrites) {
  for (int hundredths = -20'000; hundredths <= 20'000; hundredths += 7) {
    const Rational value = Rational::ratio(hundredths, 100);
    EXPECT_EQ(parse_decimal(fixed(value, {2, RoundingMode::half_up})).value(), value);
  }
}

struct Refusal {
  std::string text;
  NumberProblem problem;
};

TEST(ParseDecimal, SaysWhyItIsNotANumber) {
  const Refusal refusals[] = {
      {"", NumberProblem::empty},
      {std::string(65, '1'), NumberProblem::too_long},
      {std::string(1'000'000, ','), NumberProblem::too_long},
      {"91,70", NumberProblem::decimal_comma},
      {"-1,5", NumberProblem::decimal_comma},
      {"1e999", NumberProblem::exponent},
      {"1E5", NumberProblem::exponent},
      {"-2.5e-3", NumberProblem::exponent},
      {"1e+3", NumberProblem::exponent},
      {"nan", NumberProblem::not_finite},
      {"NaN", NumberProblem::not_finite},
      {"-inf", NumberProblem::not_finite},
      {"+Infinity", NumberProblem::not_finite},
      {".", NumberProblem::not_a_number},
      {".5", NumberProblem::not_a_number},
      {"5.", NumberProblem::not_a_number},
      {"1.2.3", NumberProblem::not_a_number},
      {"1.234,5", NumberProblem::not_a_number},
      {"1,234,567", NumberProblem::not_a_number},
      {"--1", NumberProblem::not_a_number},
      {"+-1", NumberProblem::not_a_number},
      {"-", NumberProblem::not_a_number},
      {"+", NumberProblem::not_a_number},
      {" 1", NumberProblem::not_a_number},
      {"1 ", NumberProblem::not_a_number},
      {"1 000", NumberProblem::not_a_number},
      {"0x10", NumberProblem::not_a_number},
      {"1e", NumberProblem::not_a_number},
      {"e5", NumberProblem::not_a_number},
      {"1e5e5", NumberProblem::not_a_number},
      {"baik", NumberProblem::not_a_number},
      {"١", NumberProblem::not_a_number},
      {std::string("1\0", 2), NumberProblem::not_a_number},
      {"1/9", NumberProblem::not_a_number},
      {"12%", NumberProblem::not_a_number},
  };
  for (const Refusal& refusal : refusals) {
    const auto number = parse_decimal(refusal.text);
    ASSERT_FALSE(number) << refusal.text;
    EXPECT_EQ(number.error(), refusal.problem) << refusal.text;
  }
}

TEST(ParseNumber, ReadsFractionsAndPercentages) {
  struct Row {
    const char* text;
    const char* fraction;
  };
  const Row rows[] = {{"1/9", "1/9"},         {"3/6", "1/2"}, {"-1/9", "-1/9"}, {"1/-9", "-1/9"}, {"1.5/3", "1/2"},
                      {"12.22%", "611/5000"}, {"100%", "1"},  {"-5%", "-1/20"}, {"0/7", "0"}};
  for (const Row& row : rows) {
    const auto number = parse_number(row.text);
    ASSERT_TRUE(number) << row.text;
    EXPECT_EQ(number->fraction(), row.fraction);
  }
}

TEST(ParseNumber, SaysWhyItIsNotANumber) {
  const Refusal refusals[] = {
      {"", NumberProblem::empty},
      {"%", NumberProblem::empty},
      {"12,22%", NumberProblem::decimal_comma},
      {"1e3%", NumberProblem::exponent},
      {"1/0", NumberProblem::zero_denominator},
      {"1/0.00", NumberProblem::zero_denominator},
      {"1/", NumberProblem::not_a_number},
      {"/9", NumberProblem::not_a_number},
      {"1/9/2", NumberProblem::not_a_number},
      {"1/9%", NumberProblem::not_a_number},
      {"12%%", NumberProblem::not_a_number},
      {"12 %", NumberProblem::not_a_number},
      {std::string(64, '1') + "/1", NumberProblem::too_long},
  };
  for (const Refusal& refusal : refusals) {
    const auto number = parse_number(refusal.text);
    ASSERT_FALSE(number) << refusal.text;
    EXPECT_EQ(number.error(), refusal.problem) << refusal.text;
  }
}

TEST(DescribeNumberProblem, ShowsTheTextAndWhatToWrite) {
  struct Row {
    NumberProblem problem;
    const char* text;
    const char* id;
    const char* en;
  };
  const Row rows[] = {
      {NumberProblem::empty, "", "kosong", "empty"},
      {NumberProblem::too_long, "111", "64 karakter", "64 characters"},
      {NumberProblem::decimal_comma, "9,5", "\"9,5\" memakai koma", "\"9,5\" has a decimal comma"},
      {NumberProblem::exponent, "1e9", "\"1e9\" memakai pangkat", "\"1e9\" has an exponent"},
      {NumberProblem::not_finite, "NaN", "berhingga", "finite"},
      {NumberProblem::zero_denominator, "1/0", "nol", "zero"},
      {NumberProblem::not_a_number, "x\n", "\"x?\" bukan angka", "\"x?\" is not a number"},
  };
  for (const Row& row : rows) {
    const Words words = describe(row.problem, row.text);
    EXPECT_THAT(words.id, HasSubstr(row.id));
    EXPECT_THAT(words.en, HasSubstr(row.en));
  }
}

}  // namespace
}  // namespace prima
