#include "scoring/batch.h"

#include <gtest/gtest.h>

#include "scoring/matrix_counts.h"
#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::Instrument;

Instrument ladder_and_measure() {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  add_choice(method, "p", "1/2", {"0", "1/3", "2"}).may_be_not_applicable = true;
  instrument::Indicator& wait = add_measure(method, "menit", "1/2", "0", "480");
  wait.thresholds = {{std::nullopt, false, number("2"), {}, 0}, {number("15"), true, number("0"), {}, 0}};
  instrument::Indicator& free = add_measure(method, "bebas", "0", "0", "10");
  free.informational = true;
  free.weight.reset();
  return method;
}

TEST(ScoreMatrix, ScoresEachUnitFromItsRows) {
  const Instrument method = ladder_and_measure();
  const Compiled compiled(method);
  const std::vector<std::uint8_t> answers = {2, 0, 255, 1, 255, 255, 254, 1, 255};
  const std::vector<std::uint64_t> begin = {0, 2, 2, 3};
  const auto scores = score_matrix(compiled, {answers, begin});
  ASSERT_TRUE(scores);
  ASSERT_EQ(scores->size(), 3U);
  // (2 + 1/3) / 2 of 2 points, half of the weight; the only measure is the best.
  EXPECT_EQ((*scores)[0].classification.exact.fraction(), "475/6");
  EXPECT_EQ((*scores)[1].classification.exact.fraction(), "0") << "a unit without rows misses every mandatory answer";
  EXPECT_EQ((*scores)[1].missing.size(), 2U);
  EXPECT_EQ((*scores)[2].classification.exact.fraction(), "0");
  EXPECT_TRUE((*scores)[2].missing.empty());
}

TEST(ScoreMatrix, NoUnitsAreNoScores) {
  const Instrument method = ladder_and_measure();
  const Compiled compiled(method);
  const std::vector<std::uint64_t> begin = {0};
  EXPECT_TRUE(score_matrix(compiled, {{}, begin})->empty());
}

TEST(ScoreMatrix, RefusesABadByteAndNamesUnitAndIndicator) {
  const Instrument method = ladder_and_measure();
  const Compiled compiled(method);
  const std::vector<std::uint64_t> begin = {0, 1, 3};
  struct Bad {
    std::size_t at;
    std::uint8_t byte;
    MatrixProblem problem;
  };
  const std::vector<Bad> table = {
      {0, 3, {0, 0}},    // no such choice
      {4, 2, {1, 1}},    // a place that only another indicator has
      {7, 254, {1, 1}},  // not applicable, where that is not allowed
      {8, 0, {1, 2}},    // a measure whose value is its points has no places
      {3, 100, {1, 0}},
  };
  for (const Bad& bad : table) {
    std::vector<std::uint8_t> answers = {0, 0, 255, 1, 1, 255, 2, 0, 255};
    ASSERT_TRUE(score_matrix(compiled, {answers, begin}));
    answers[bad.at] = bad.byte;
    const auto scores = score_matrix(compiled, {answers, begin});
    ASSERT_FALSE(scores) << bad.at;
    EXPECT_EQ(scores.error(), bad.problem) << bad.at;
  }
}

// Widths around the 32 columns of a block, numbers of rows around the 255 of a strip, and an end of memory just behind
// the last row.
TEST(MatrixCounts, CountsWhatASimpleLoopCounts) {
  std::mt19937 random(7);
  for (const std::size_t columns : {1U, 2U, 31U, 32U, 33U, 64U, 65U, 100U}) {
    for (const std::size_t rows : {0U, 1U, 2U, 33U, 254U, 255U, 256U, 700U}) {
      std::vector<std::uint8_t> bytes(rows * columns);
      for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(random() % 7);
      const std::vector<std::uint8_t> codes = {0, 1, 2, 5, 6};
      MatrixCounts counts(codes, columns);
      counts.count(bytes, bytes.size());
      counts.count(bytes, bytes.size());  // counts anew
      std::vector<std::uint64_t> expected(codes.size() * columns);
      for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (std::size_t code = 0; code < codes.size(); ++code)
          expected[code * columns + i % columns] += bytes[i] == codes[code] ? 1 : 0;
      }
      for (std::size_t i = 0; i < expected.size(); ++i)
        ASSERT_EQ(counts.at(i / columns, i % columns), expected[i]) << columns << " " << rows;
    }
  }
}

}  // namespace
}  // namespace prima::scoring
