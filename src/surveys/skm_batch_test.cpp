#include "surveys/skm_batch.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "surveys/responses.h"

namespace prima::surveys {
namespace {

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

struct Survey {
  std::vector<std::uint8_t> by_row;
  std::vector<std::uint8_t> by_column;
  std::vector<std::uint64_t> unit_begin = {0};

  std::uint64_t rows() const { return unit_begin.back(); }
  AnswerBlock block(AnswerLayout layout) const {
    return {.answers = layout == AnswerLayout::by_row ? by_row : by_column, .unit_begin = unit_begin, .layout = layout};
  }
  void set(std::uint64_t row, std::size_t element, std::uint8_t value) {
    by_row[row * element_count + element] = value;
    by_column[element * rows() + row] = value;
  }
};

Survey random_survey(Dice& dice, std::uint64_t units, std::uint64_t most_rows) {
  Survey survey;
  for (std::uint64_t unit = 0; unit < units; ++unit)
    survey.unit_begin.push_back(survey.rows() + dice.below(most_rows + 1));
  survey.by_row.resize(survey.rows() * element_count);
  survey.by_column.resize(survey.by_row.size());
  for (std::uint64_t row = 0; row < survey.rows(); ++row) {
    for (std::size_t element = 0; element < element_count; ++element)
      survey.set(row, element, static_cast<std::uint8_t>(1 + dice.below(4)));
  }
  return survey;
}

std::vector<Tally> reference(const Survey& survey) {
  std::vector<Tally> tallies(survey.unit_begin.size() - 1);
  for (std::size_t unit = 0; unit < tallies.size(); ++unit) {
    for (std::uint64_t row = survey.unit_begin[unit]; row < survey.unit_begin[unit + 1]; ++row) {
      ++tallies[unit].n;
      for (std::size_t element = 0; element < element_count; ++element)
        tallies[unit].sums[element] += survey.by_row[row * element_count + element];
    }
  }
  return tallies;
}

const std::vector<BatchOptions>& ways() {
  static const std::vector<BatchOptions> all = {
      {.threads = 1, .least_share = 1, .portable = false}, {.threads = 1, .least_share = 1, .portable = true},
      {.threads = 2, .least_share = 1, .portable = false}, {.threads = 3, .least_share = 1, .portable = true},
      {.threads = 7, .least_share = 1, .portable = false}, {.threads = 0, .least_share = 5, .portable = false},
      {.threads = 4, .least_share = 100, .portable = true}};
  return all;
}

// Tallies that hold rubbish, as reused memory does.
std::vector<Tally> used_tallies(const Survey& survey) {
  Tally rubbish;
  rubbish.sums.fill(77);
  rubbish.n = 5;
  return std::vector<Tally>(survey.unit_begin.size() - 1, rubbish);
}

void expect_all_ways_equal(const Survey& survey, const std::vector<Tally>& expected) {
  for (const AnswerLayout layout : {AnswerLayout::by_row, AnswerLayout::by_column}) {
    for (const BatchOptions& options : ways()) {
      std::vector<Tally> tallies = used_tallies(survey);
      ASSERT_EQ(tally_units(survey.block(layout), tallies, options), std::nullopt);
      ASSERT_EQ(tallies, expected) << "rows " << survey.rows() << ", threads " << options.threads;
    }
  }
}

TEST(SkmBatch, EqualsASlowReferenceForEverySizeOfUnit) {
  Dice dice(1);
  for (std::uint64_t rows = 0; rows < 200; ++rows) {
    Survey survey = random_survey(dice, 1, 0);
    survey.unit_begin = {0, rows};
    survey.by_row.resize(rows * element_count);
    survey.by_column.resize(rows * element_count);
    for (std::uint64_t row = 0; row < rows; ++row) {
      for (std::size_t element = 0; element < element_count; ++element)
        survey.set(row, element, static_cast<std::uint8_t>(1 + dice.below(4)));
    }
    expect_all_ways_equal(survey, reference(survey));
  }
}

TEST(SkmBatch, EqualsASlowReferenceForManyUnits) {
  Dice dice(2);
  for (int round = 0; round < 60; ++round) {
    const Survey survey = random_survey(dice, 1 + dice.below(40), dice.below(4) == 0 ? 2 : 70);
    expect_all_ways_equal(survey, reference(survey));
  }
}

TEST(SkmBatch, EqualsASlowReferenceForLargeUnits) {
  Dice dice(3);
  for (int round = 0; round < 3; ++round) {
    const Survey survey = random_survey(dice, 5, 9000);
    expect_all_ways_equal(survey, reference(survey));
  }
}

TEST(SkmBatch, NeverOverflowsABorrowedByte) {
  Survey survey;
  survey.unit_begin = {0, 50'003};
  survey.by_row.assign(survey.rows() * element_count, 4);
  survey.by_column = survey.by_row;
  Tally all_fours;
  all_fours.n = survey.rows();
  all_fours.sums.fill(4 * survey.rows());
  expect_all_ways_equal(survey, {all_fours});
}

TEST(SkmBatch, LeavesUnitsWithoutRowsEmpty) {
  Survey survey;
  survey.unit_begin = {0, 0, 0, 2, 2, 2, 4, 4, 4};
  survey.by_row.assign(4 * element_count, 3);
  survey.by_column = survey.by_row;
  expect_all_ways_equal(survey, reference(survey));
  survey.unit_begin = {0};
  survey.by_row.clear();
  survey.by_column.clear();
  expect_all_ways_equal(survey, {});
}

TEST(SkmBatch, NamesTheFirstInvalidAnswer) {
  Dice dice(4);
  for (const std::uint8_t value : std::vector<std::uint8_t>{0, 5, 7, 8, 128, 255}) {
    for (int round = 0; round < 20; ++round) {
      Survey survey = random_survey(dice, 6, 300);
      if (survey.rows() == 0) continue;
      const std::uint64_t row = dice.below(survey.rows());
      const std::size_t element = dice.below(element_count);
      const BadAnswer expected{.row = row, .element = element, .value = value};
      survey.set(survey.rows() - 1, element_count - 1, 0);  // a later one, or this very one
      survey.set(row, element, value);
      for (const AnswerLayout layout : {AnswerLayout::by_row, AnswerLayout::by_column}) {
        for (const BatchOptions& options : ways()) {
          std::vector<Tally> tallies = used_tallies(survey);
          EXPECT_EQ(tally_units(survey.block(layout), tallies, options), expected);
        }
      }
    }
  }
}

TEST(SkmBatch, RefusesABlockThatContradictsItself) {
  const std::vector<std::uint8_t> answers(2 * element_count, 4);
  std::vector<Tally> tallies(2);
  const std::vector<std::vector<std::uint64_t>> wrong = {{0, 2}, {1, 1, 2}, {0, 3, 2}, {0, 1, 3}, {0, 1, 1}};
  for (const auto& unit_begin : wrong) {
    const AnswerBlock block{.answers = answers, .unit_begin = unit_begin, .layout = AnswerLayout::by_row};
    EXPECT_THROW(tally_units(block, tallies, {}), Bug);
  }
}

TEST(SkmBatch, EqualsTheReaderOfResponsesBitForBit) {
  Dice dice(5);
  for (int round = 0; round < 20; ++round) {
    const Survey survey = random_survey(dice, 1 + dice.below(9), 60);
    std::string csv = "unit,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
    for (std::size_t unit = 0; unit + 1 < survey.unit_begin.size(); ++unit) {
      for (std::uint64_t row = survey.unit_begin[unit]; row < survey.unit_begin[unit + 1]; ++row) {
        csv += "unit " + std::to_string(unit) + "," + std::to_string(row);
        for (std::size_t element = 0; element < element_count; ++element)
          csv += "," + std::to_string(survey.by_row[row * element_count + element]);
        csv += "\n";
      }
    }
    std::vector<Tally> tallies = used_tallies(survey);
    ASSERT_EQ(tally_units(survey.block(AnswerLayout::by_row), tallies, {}), std::nullopt);
    if (survey.rows() == 0) continue;
    const auto responses = read_responses(csv, "r.csv");
    ASSERT_TRUE(responses);
    for (const ResponseGroup& group : responses->groups) {
      const std::size_t unit = std::stoul(group.unit.substr(5));
      EXPECT_EQ(group.tally, tallies[unit]);
      EXPECT_EQ(skm_index(group.tally, Convention::exact_1_9), skm_index(tallies[unit], Convention::exact_1_9));
    }
  }
}

TEST(SkmBatchIndex, EqualsTheExactIndex) {
  Dice dice(6);
  const Survey survey = random_survey(dice, 300, 50);
  std::vector<Tally> tallies = used_tallies(survey);
  ASSERT_EQ(tally_units(survey.block(AnswerLayout::by_row), tallies, {}), std::nullopt);
  for (const BatchOptions& options : ways()) {
    std::vector<UnitIndex> indices(tallies.size(), UnitIndex{1, Grade::a});
    index_units(tallies, indices, options);
    for (std::size_t unit = 0; unit < tallies.size(); ++unit) {
      if (tallies[unit].n == 0) {
        EXPECT_EQ(indices[unit], UnitIndex{});
        continue;
      }
      const Index exact = skm_index(tallies[unit], Convention::exact_1_9);
      EXPECT_EQ(Rational::ratio(indices[unit].hundredths, 100), exact.rounded);
      EXPECT_EQ(indices[unit].grade, exact.grade);
    }
  }
}

}  // namespace
}  // namespace prima::surveys
