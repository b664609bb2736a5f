#include "assessment/unit_intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/scoring_test_support.h"

namespace prima::assessment {
namespace {

using namespace prima::scoring::test;
using instrument::Instrument;
using scoring::Compiled;
using scoring::UnitAnswers;
using testing::IsEmpty;

struct Given {
  const char* product;
  const char* respondent;
  const char* value;
};

struct Closed {
  UnitAnswers answers;
  Findings notices;
};

class UnitIntakeOfOneProductQuestion : public testing::Test {
 protected:
  UnitIntakeOfOneProductQuestion() {
    add_dimension(method, "satu", "1");
    auto& one = add_choice(method, "q", "1/2", {"0", "1", "2", "3", "4"});
    one.answered_by = instrument::Answerer::product;
    one.may_be_not_applicable = true;
    auto& other = add_choice(method, "s", "1/2", {"0", "1", "2", "3", "4"});
    other.answered_by = instrument::Answerer::product;
  }

  // Every product also answers s with 4, so that it was looked at.
  Closed closed(const std::vector<Given>& given) const {
    const Compiled compiled(method);
    UnitIntake intake(compiled, "Loket");
    std::string last;
    for (const Given& one : given) {
      intake.choose_subject(one.product, one.respondent);
      if (last != one.product) {
        EXPECT_TRUE(intake.take(1, compiled.read_answer(1, "4").value()));
      }
      last = one.product;
      if (std::string(one.value) != "-") {
        EXPECT_TRUE(intake.take(0, compiled.read_answer(0, one.value).value()));
      }
    }
    Closed result;
    result.answers = intake.close("Kota", "a.csv", result.notices);
    return result;
  }
  std::string mean(const Closed& result) const {
    const Compiled compiled(method);
    return scoring::mean_of(compiled.indicators()[0], result.answers.tallies[0]).fraction();
  }

  Instrument method = blank();
};

TEST_F(UnitIntakeOfOneProductQuestion, AveragesInsideEachProductFirst) {
  // (mean of 4, 4, 1) and 0: not the mean of all four answers, which were 9/4.
  const Closed result = closed({{"k", "x", "4"}, {"k", "y", "4"}, {"k", "z", "1"}, {"l", "", "0"}});
  EXPECT_EQ(mean(result), "3/2");
  EXPECT_EQ(result.answers.products, 2);
  EXPECT_THAT(result.notices, IsEmpty());
}

TEST_F(UnitIntakeOfOneProductQuestion, CountsZeroForAProductWithoutAMandatoryAnswer) {
  const Closed result = closed({{"k", "", "4"}, {"l", "", "-"}});
  EXPECT_EQ(mean(result), "2");
  EXPECT_EQ(result.answers.products, 2);
  ASSERT_EQ(result.notices.size(), 1U);
  EXPECT_EQ(result.notices[0].code, "missing_mandatory");
  EXPECT_THAT(result.notices[0].message.en, testing::HasSubstr("Kota / Loket / l"));
}

TEST_F(UnitIntakeOfOneProductQuestion, LeavesAProductWithoutAnOptionalAnswerOut) {
  method.indicators[0].mandatory = false;
  const Closed result = closed({{"k", "", "4"}, {"l", "", "-"}});
  EXPECT_EQ(mean(result), "4");
  EXPECT_THAT(result.notices, IsEmpty());
}

TEST_F(UnitIntakeOfOneProductQuestion, LeavesAProductOutToWhichItDoesNotApply) {
  const Closed result = closed({{"k", "", "3"}, {"l", "", "NA"}});
  EXPECT_EQ(mean(result), "3");
  EXPECT_EQ(result.answers.tallies[0].not_applicable, 1);
}

// One product where the question does not apply is no excuse for another one without an answer.
TEST_F(UnitIntakeOfOneProductQuestion, NotApplicableForOneProductDoesNotExcuseAnother) {
  const Closed result = closed({{"k", "", "NA"}, {"l", "", "-"}});
  EXPECT_EQ(result.answers.tallies[0].answers, 1);
  EXPECT_EQ(mean(result), "0");
  EXPECT_EQ(result.notices.size(), 1U);
}

TEST_F(UnitIntakeOfOneProductQuestion, WithoutAnyAnswerTheIndicatorIsMissing) {
  const Closed result = closed({{"k", "", "-"}, {"l", "", "-"}});
  EXPECT_EQ(result.answers.tallies[0].answers, 0);
  EXPECT_THAT(result.notices, IsEmpty());
}

TEST_F(UnitIntakeOfOneProductQuestion, UnitsWithoutProductsWeighOnce) { EXPECT_EQ(closed({}).answers.products, 1); }

}  // namespace
}  // namespace prima::assessment
