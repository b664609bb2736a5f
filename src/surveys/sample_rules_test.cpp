#include "surveys/sample_rules.h"

#include <gtest/gtest.h>

#include <limits>

namespace prima::surveys {
namespace {

TEST(RequiredSample, GivesAllNinetyPublishedValues) {
  struct Row {
    std::uint64_t population;
    std::uint64_t sample;
  };
  const Row rows[] = {{10, 10},     {15, 14},     {20, 19},     {25, 24},     {30, 28},     {35, 32},      {40, 36},
                      {45, 40},     {50, 44},     {55, 48},     {60, 52},     {65, 56},     {70, 59},      {75, 63},
                      {80, 66},     {85, 70},     {90, 73},     {95, 76},     {100, 80},    {110, 86},     {120, 92},
                      {130, 97},    {140, 103},   {150, 108},   {160, 113},   {170, 118},   {180, 123},    {190, 127},
                      {200, 132},   {210, 136},   {220, 140},   {230, 144},   {240, 148},   {250, 152},    {260, 155},
                      {270, 159},   {280, 162},   {290, 165},   {300, 169},   {320, 175},   {340, 181},    {360, 186},
                      {380, 191},   {400, 196},   {420, 201},   {440, 205},   {460, 210},   {480, 214},    {500, 217},
                      {550, 226},   {600, 234},   {650, 242},   {700, 248},   {750, 254},   {800, 260},    {850, 265},
                      {900, 269},   {950, 274},   {1000, 278},  {1100, 285},  {1200, 291},  {1300, 297},   {1400, 302},
                      {1500, 306},  {1600, 310},  {1700, 313},  {1800, 317},  {1900, 320},  {2000, 322},   {2200, 327},
                      {2400, 331},  {2600, 335},  {2800, 338},  {3000, 341},  {3500, 346},  {4000, 351},   {4500, 354},
                      {5000, 357},  {6000, 361},  {7000, 364},  {8000, 367},  {9000, 368},  {10000, 370},  {15000, 375},
                      {20000, 377}, {30000, 379}, {40000, 380}, {50000, 381}, {75000, 382}, {1000000, 384}};
  EXPECT_EQ(std::size(rows), 90U);
  for (const Row& row : rows) EXPECT_EQ(required_sample(row.population), row.sample) << row.population;
}

TEST(RequiredSample, IsTheLimitWhenThePopulationIsUnknown) {
  EXPECT_EQ(required_sample(std::nullopt), 384U);
  EXPECT_EQ(required_sample(std::numeric_limits<std::uint64_t>::max()), 384U);
}

TEST(RequiredSample, IsEverybodyInASmallUnit) {
  for (std::uint64_t population = 0; population <= 10; ++population) EXPECT_EQ(required_sample(population), population);
}

TEST(RequiredSample, NeverFallsAndNeverPassesThePopulation) {
  for (std::uint64_t population = 1; population < 20'000; ++population) {
    EXPECT_LE(required_sample(population), population);
    EXPECT_LE(required_sample(population - 1), required_sample(population));
  }
}

TEST(MarginOfError, IsRoundedToFourDecimals) {
  struct Row {
    std::uint64_t n;
    std::optional<std::uint64_t> population;
    const char* margin;
  };
  // sqrt(0.96025 / n x (N - n) / (N - 1)), worked out with a calculator
  const Row rows[] = {
      {49, std::nullopt, "0.1400"},
      {29, std::nullopt, "0.1820"},
      {384, std::nullopt, "0.0500"},
      {1, std::nullopt, "0.9799"},
      {100, std::nullopt, "0.0980"},
      {1'000'000'000'000, std::nullopt, "0.0000"},
      {80, 100, "0.0492"},
      {278, 1000, "0.0500"},
      {49, 50, "0.0200"},
      {50, 50, "0.0000"},
      {60, 50, "0.0000"},
      {1, 1, "0.0000"},
      {384, 1'000'000'000'000'000'000, "0.0500"},
  };
  for (const Row& row : rows) EXPECT_EQ(margin_of_error(row.n, row.population), row.margin) << row.n;
}

TEST(MarginOfError, IsUnknownWithoutAnAnswer) {
  EXPECT_EQ(margin_of_error(0, std::nullopt), std::nullopt);
  EXPECT_EQ(margin_of_error(0, 100), std::nullopt);
}

// m, in units of 0.0001, is right when the true margin lies in [m - 1/2, m + 1/2): (2m - 1)^2 <= 384100000 f < (2m +
// 1)^2 with f = (N - n) / (n (N - 1)).
TEST(MarginOfError, LiesWithinHalfAUnitOfTheTrueRoot) {
  for (std::uint64_t population = 2; population < 300; ++population) {
    for (std::uint64_t n = 1; n < population; ++n) {
      const std::string text = margin_of_error(n, population).value();
      const std::uint64_t m = std::stoull(text.substr(0, 1) + text.substr(2));
      const std::uint64_t top = 384'100'000 * (population - n);
      const std::uint64_t bottom = n * (population - 1);
      const std::uint64_t below = m == 0 ? 0 : 2 * m - 1;
      EXPECT_LE(below * below * bottom, top) << n << " of " << population;
      EXPECT_GT((2 * m + 1) * (2 * m + 1) * bottom, top) << n << " of " << population;
    }
  }
}

}  // namespace
}  // namespace prima::surveys
