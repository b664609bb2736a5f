#include "surveys/skm_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/assert.h"
#include "base/decimal.h"
#include "base/rounding.h"

namespace prima::surveys {
namespace {

std::string two(const Rational& value) { return fixed(value, {.places = 2, .mode = RoundingMode::half_up}); }

Rational number(const char* text) { return parse_decimal(text).value(); }

// The first 49 respondents of Sekadau 2019.
constexpr Tally sekadau{{138, 139, 150, 177, 159, 163, 161, 143, 159}, 49};
// An example of 29 respondents, printed with its indices.
constexpr Tally twenty_nine{{105, 101, 100, 116, 102, 105, 106, 105, 115}, 29};

Tally all_answered(std::uint64_t answer, std::uint64_t n) {
  Tally tally;
  tally.sums.fill(answer * n);
  tally.n = n;
  return tally;
}

// Pseudo-random numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

Tally random_tally(Dice& dice) {
  Tally tally;
  tally.n = 1 + dice.below(200);
  for (std::uint64_t& sum : tally.sums) sum = tally.n + dice.below(3 * tally.n + 1);
  return tally;
}

TEST(SkmIndex, GivesThePublishedFigures) {
  struct Row {
    const char* name;
    Tally tally;
    Convention convention;
    const char* exact;
    const char* rounded;
    Grade grade;
  };
  const Row rows[] = {
      {"Sekadau 2019", sekadau, Convention::exact_1_9, "11575/147", "78.74", Grade::b},
      {"29 respondents, 1/9", twenty_nine, Convention::exact_1_9, "23875/261", "91.48", Grade::a},
      {"29 respondents, 0.11", twenty_nine, Convention::w_0_11, "2101/23.2", "90.56", Grade::a},
      {"everybody answers 4", all_answered(4, 7), Convention::exact_1_9, "100", "100.00", Grade::a},
      {"everybody answers 1", all_answered(1, 7), Convention::exact_1_9, "25", "25.00", Grade::d},
      {"4 by 0.111", all_answered(4, 3), Convention::w_0_111, "999/10", "99.90", Grade::a},
      {"4 by 0.11", all_answered(4, 3), Convention::w_0_11, "99", "99.00", Grade::a},
      {"4 by 0.1111", all_answered(4, 3), Convention::w_0_1111, "9999/100", "99.99", Grade::a},
      {"4 with each value rounded", all_answered(4, 3), Convention::each_round3, "999/10", "99.90", Grade::a},
      {"4 with the total rounded", all_answered(4, 3), Convention::total_round3, "100", "100.00", Grade::a},
      {"1 by 0.11 is below the scale", all_answered(1, 3), Convention::w_0_11, "99/4", "24.75", Grade::d},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Index index = skm_index(row.tally, row.convention);
    EXPECT_EQ(index.exact, parse_number(row.exact).value()) << index.exact.fraction();
    EXPECT_EQ(two(index.rounded), row.rounded);
    EXPECT_EQ(index.grade, row.grade);
    EXPECT_EQ(index.convention, row.convention);
  }
}

TEST(SkmIndex, RoundsEachValueWhereTheConventionSaysSo) {
  // Means 2/3 -> 2.667 and 8/3; 2.667 x 0.111 = 0.296037 -> 0.296; nine of them 2.664; x 25 = 66.6.
  Tally tally;
  tally.sums.fill(8);
  tally.n = 3;
  EXPECT_EQ(skm_index(tally, Convention::each_round3).exact, number("66.6"));
  // The sum of the weighted means is 2.666..., rounded 2.667; x 25 = 66.675 -> 66.68.
  EXPECT_EQ(skm_index(tally, Convention::total_round3).exact, number("66.675"));
  EXPECT_EQ(two(skm_index(tally, Convention::total_round3).rounded), "66.68");
  EXPECT_EQ(two(skm_index(tally, Convention::exact_1_9).rounded), "66.67");
}

TEST(SkmIndex, NeedsAtLeastOneQuestionnaire) {
  EXPECT_THROW(skm_index(Tally{}, Convention::exact_1_9), Bug);
  EXPECT_THROW(element_means(Tally{}), Bug);
  EXPECT_THROW(index_hundredths(0, 0), Bug);
}

TEST(SkmIndex, IsExactForMoreAnswersThanThereArePeople) {
  const Tally tally = all_answered(3, 1'000'000'000'000'000ULL);
  EXPECT_EQ(skm_index(tally, Convention::exact_1_9).exact, Rational(75));
  EXPECT_EQ(index_hundredths(tally.total(), tally.n), 7500U);
}

TEST(SkmIndex, OneMoreFourNeverLowersIt) {
  Dice dice(1);
  for (int round = 0; round < 300; ++round) {
    const Tally before = random_tally(dice);
    Tally after = before;
    after += all_answered(4, 1);
    for (const Convention convention : all_conventions)
      EXPECT_GE(skm_index(after, convention).exact, skm_index(before, convention).exact) << id(convention);
  }
}

TEST(SkmIndex, ABetterAnswerNeverLowersIt) {
  Dice dice(2);
  for (int round = 0; round < 300; ++round) {
    const Tally before = random_tally(dice);
    Tally after = before;
    std::uint64_t& sum = after.sums[dice.below(element_count)];
    if (sum == 4 * after.n) continue;
    ++sum;
    for (const Convention convention : all_conventions)
      EXPECT_GE(skm_index(after, convention).rounded, skm_index(before, convention).rounded) << id(convention);
    EXPECT_GT(skm_index(after, Convention::exact_1_9).exact, skm_index(before, Convention::exact_1_9).exact);
  }
}

TEST(SkmIndex, DoesNotDependOnWhichElementIsWhich) {
  Dice dice(3);
  for (int round = 0; round < 100; ++round) {
    const Tally tally = random_tally(dice);
    Tally turned = tally;
    std::reverse(turned.sums.begin(), turned.sums.end());
    for (const Convention convention : all_conventions)
      EXPECT_EQ(skm_index(tally, convention), skm_index(turned, convention)) << id(convention);
  }
}

TEST(SkmIndex, EqualsASlowReferenceInDecimalLongDivision) {
  // Divides digit by digit, as on paper, and looks at the digit after the second decimal.
  const auto on_paper = [](std::uint64_t top, std::uint64_t bottom) {
    std::uint64_t hundredths = top / bottom;
    std::uint64_t rest = top % bottom;
    for (int digit = 0; digit < 2; ++digit) {
      rest *= 10;
      hundredths = hundredths * 10 + rest / bottom;
      rest %= bottom;
    }
    return rest * 10 / bottom >= 5 ? hundredths + 1 : hundredths;
  };
  Dice dice(4);
  for (int round = 0; round < 2000; ++round) {
    const Tally tally = random_tally(dice);
    const std::uint64_t expected = on_paper(25 * tally.total(), 9 * tally.n);
    EXPECT_EQ(skm_index(tally, Convention::exact_1_9).rounded * Rational(100),
              Rational(static_cast<std::int64_t>(expected)));
    EXPECT_EQ(index_hundredths(tally.total(), tally.n), expected);
  }
}

TEST(SkmIndex, InHundredthsIsTheSameForSmallAndForHugeSurveys) {
  constexpr std::uint64_t huge = 1ULL << 40U;
  Dice dice(5);
  for (int round = 0; round < 500; ++round) {
    const Tally tally = random_tally(dice);
    EXPECT_EQ(index_hundredths(tally.total() * huge, tally.n * huge), index_hundredths(tally.total(), tally.n));
  }
}

TEST(SkmGrade, TurnsAtTheLimitsOfTheRegulation) {
  struct Row {
    const char* index;
    Grade grade;
  };
  const Row rows[] = {{"100.00", Grade::a}, {"88.31", Grade::a}, {"88.30", Grade::b}, {"76.61", Grade::b},
                      {"76.60", Grade::c},  {"65.00", Grade::c}, {"64.99", Grade::d}, {"25.00", Grade::d},
                      {"24.99", Grade::d},  {"0", Grade::d}};
  for (const Row& row : rows) {
    EXPECT_EQ(grade(number(row.index)), row.grade) << row.index;
    const std::string hundredths = (number(row.index) * Rational(100)).fraction();
    EXPECT_EQ(grade_of_hundredths(static_cast<std::uint32_t>(std::stoul(hundredths))), row.grade) << row.index;
  }
}

TEST(SkmGrade, IsThatOfTheRoundedIndex) {
  Tally tally;  // 25 x 17661 / 5000 = 88.305, which becomes 88.31
  tally.n = 5000;
  tally.sums.fill(17661);
  EXPECT_EQ(skm_index(tally, Convention::exact_1_9).exact, number("88.305"));
  EXPECT_EQ(two(skm_index(tally, Convention::exact_1_9).rounded), "88.31");
  EXPECT_EQ(skm_index(tally, Convention::exact_1_9).grade, Grade::a);
  tally.sums[0] -= 1;
  EXPECT_EQ(skm_index(tally, Convention::exact_1_9).grade, Grade::b);
}

TEST(SkmGrade, HasTheOfficialNames) {
  const std::pair<Grade, std::pair<const char*, const char*>> rows[] = {{Grade::a, {"A", "Sangat Baik"}},
                                                                        {Grade::b, {"B", "Baik"}},
                                                                        {Grade::c, {"C", "Kurang Baik"}},
                                                                        {Grade::d, {"D", "Tidak Baik"}}};
  for (const auto& [grade, names] : rows) {
    EXPECT_EQ(letter(grade), names.first);
    EXPECT_EQ(quality(grade), names.second);
    EXPECT_EQ(quality_words(grade).id, names.second);
    EXPECT_FALSE(quality_words(grade).en.empty());
  }
}

TEST(Conventions, AreKnownByTheirIds) {
  const char* const ids[] = {"exact_1_9", "w_0.111", "w_0.11", "w_0.1111", "each_round3", "total_round3"};
  for (std::size_t i = 0; i < all_conventions.size(); ++i) {
    EXPECT_EQ(id(all_conventions[i]), ids[i]);
    EXPECT_EQ(convention(ids[i]), all_conventions[i]);
    EXPECT_FALSE(description(all_conventions[i]).id.empty());
    EXPECT_FALSE(description(all_conventions[i]).en.empty());
  }
  for (const char* const unknown : {"", "w_0_111", "exact", "EXACT_1_9"}) EXPECT_EQ(convention(unknown), std::nullopt);
}

TEST(Conventions, SideBySideShowWhetherTheyDecideTheGrade) {
  const auto sekadau_indices = by_every_convention(sekadau);
  ASSERT_EQ(sekadau_indices.size(), all_conventions.size());
  EXPECT_FALSE(grade_depends_on_convention(sekadau_indices));
  Tally near_the_limit;  // 88.31 exactly by 1/9, less by every smaller weight
  near_the_limit.n = 2500;
  near_the_limit.sums.fill(8831);
  const auto indices = by_every_convention(near_the_limit);
  EXPECT_TRUE(grade_depends_on_convention(indices));
  EXPECT_EQ(indices[0].grade, Grade::a);
  EXPECT_EQ(indices[1].grade, Grade::b);
}

TEST(Tally, AddsUp) {
  Tally sum = sekadau;
  sum += twenty_nine;
  EXPECT_EQ(sum.n, 78U);
  EXPECT_EQ(sum.sums[0], 243U);
  EXPECT_EQ(sum.total(), sekadau.total() + twenty_nine.total());
}

TEST(ElementMeans, AreThoseOfSekadau) {
  const auto means = element_means(sekadau);
  const char* const expected[] = {"2.8163", "2.8367", "3.0612", "3.6122", "3.2449",
                                  "3.3265", "3.2857", "2.9184", "3.2449"};
  for (std::size_t i = 0; i < element_count; ++i)
    EXPECT_EQ(fixed(means[i], {.places = 4, .mode = RoundingMode::half_up}), expected[i]) << element_ids[i];
}

TEST(ElementNames, StandInBothLanguages) {
  for (std::size_t i = 0; i < element_count; ++i) {
    EXPECT_FALSE(element_name(i).id.empty());
    EXPECT_FALSE(element_name(i).en.empty());
  }
  EXPECT_THROW(element_name(element_count), Bug);
}

}  // namespace
}  // namespace prima::surveys
