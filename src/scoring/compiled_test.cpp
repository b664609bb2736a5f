#include "scoring/compiled.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scoring/scoring_test_support.h"

namespace prima::scoring {
namespace {

using namespace prima::scoring::test;
using instrument::AnswerKind;
using instrument::Instrument;

// One indicator of each kind; "pilih" has the ids a, b, c for 0, 1/2 and 2 points.
Instrument every_kind() {
  Instrument method = blank();
  add_dimension(method, "satu", "1");
  add_choice(method, "pilih", "1", {"0", "1/2", "2"}).may_be_not_applicable = true;
  auto& yes_no = add_indicator(method, "ya-tidak", "1", AnswerKind::yes_no);
  yes_no.choices = {{"tidak", Rational(0), {}, 0}, {"ya", Rational(1), {}, 0}};
  add_measure(method, "angka", "1", "-5", "100");
  add_measure(method, "jumlah", "1", "0", "10").kind = AnswerKind::count;
  add_measure(method, "tercatat", "1", "0", "100").kind = AnswerKind::figure;
  return method;
}

struct Reading {
  const char* indicator;
  const char* text;
  const char* points;  // or "NA", "missing", or the problem
};

std::string read(const Compiled& compiled, const Reading& reading) {
  const std::size_t place = compiled.find(reading.indicator).value();
  const auto answer = compiled.read_answer(place, reading.text);
  if (!answer) {
    const Words words = compiled.describe(answer.error(), place, reading.text);
    EXPECT_THAT(words.id, testing::HasSubstr(reading.indicator));
    EXPECT_THAT(words.en, testing::HasSubstr(reading.indicator));
    switch (answer.error()) {
      case AnswerProblem::not_a_number:
        return "not a number";
      case AnswerProblem::unknown_choice:
        return "unknown choice";
      case AnswerProblem::out_of_range:
        return "out of range";
      case AnswerProblem::not_whole:
        return "not whole";
      case AnswerProblem::not_applicable_not_allowed:
        return "NA not allowed";
      case AnswerProblem::bad_date:
        return "bad date";
    }
  }
  if (answer->state == Answer::State::missing) return "missing";
  if (answer->state == Answer::State::not_applicable) return "NA";
  if (answer->exact) return answer->exact->fraction();
  return Rational::ratio(answer->scaled, compiled.indicators()[place].denominator).fraction();
}

TEST(ReadAnswer, ReadsEachKindOfAnswerAndSaysWhatIsNone) {
  const Instrument method = every_kind();
  const Compiled compiled(method);
  for (const Reading& reading : std::initializer_list<Reading>{
           {"pilih", "a", "0"},
           {"pilih", " B ", "1/2"},
           {"pilih", "2", "2"},
           {"pilih", "0.5", "1/2"},
           {"pilih", "2.00", "2"},
           {"pilih", "", "missing"},
           {"pilih", "  ", "missing"},
           {"pilih", "NA", "NA"},
           {"pilih", "d", "unknown choice"},
           {"pilih", "0,5", "unknown choice"},
           {"pilih", "3", "unknown choice"},
           {"ya-tidak", "ya", "1"},
           {"ya-tidak", "Yes", "1"},
           {"ya-tidak", "NO", "0"},
           {"ya-tidak", "1", "1"},
           {"ya-tidak", "NA", "NA not allowed"},
           {"angka", "12.5", "25/2"},
           {"angka", "-5", "-5"},
           {"angka", "100", "100"},
           {"angka", "100.005", "out of range"},
           {"angka", "1e999", "not a number"},
           {"angka", "nan", "not a number"},
           {"angka", "12,5", "not a number"},
           {"angka", "0.00000000000000000001", "1/100000000000000000000"},
           {"jumlah", "3", "3"},
           {"jumlah", "3.5", "not whole"},
           {"jumlah", "11", "out of range"},
           {"tercatat", "72.34", "3617/50"},
           {"tercatat", "72.34@2024-12-31", "3617/50"},
           {"tercatat", "72.34@31-12-2024", "bad date"},
           {"angka", "72@2024-12-31", "not a number"},
       }) {
    EXPECT_EQ(read(compiled, reading), reading.points) << reading.indicator << ": " << reading.text;
  }
}

TEST(ReadAnswer, QuickAnswersAreThoseOfReadAnswer) {
  const Instrument method = every_kind();
  const Compiled compiled(method);
  for (std::size_t place = 0; place < method.indicators.size(); ++place) {
    for (int byte = 0; byte < 256; ++byte) {
      const std::string text(1, static_cast<char>(byte));
      const Answer* quick = compiled.quick_answer(place, text);
      if (quick == nullptr) continue;
      const std::string longer = text + " ";  // too long for the quick way
      EXPECT_EQ(quick->scaled, compiled.read_answer(place, longer)->scaled) << place << " " << text;
    }
  }
  EXPECT_EQ(compiled.quick_answer(0, "ab"), nullptr);
}

TEST(Compiled, FindsIndicatorsById) {
  const Instrument method = every_kind();
  const Compiled compiled(method);
  EXPECT_EQ(compiled.find("jumlah"), 3U);
  EXPECT_EQ(compiled.find("Jumlah"), std::nullopt);
}

TEST(Tally, AddingManyAtOnceIsAddingOneByOne) {
  const std::int64_t denominator = 3;
  const Answer third{Answer::State::points, 1, std::nullopt};
  const Answer large{Answer::State::points, std::int64_t{1} << 62U, std::nullopt};
  const Answer exact{Answer::State::points, 0, number("1/7")};
  const Answer excused{Answer::State::not_applicable, 0, std::nullopt};
  for (const Answer& answer : {third, large, exact, excused, Answer{}}) {
    Tally once;
    Tally singly;
    once.add(answer, 5, denominator);
    for (int i = 0; i < 5; ++i) singly.add(answer, denominator);
    EXPECT_EQ(once.answers, singly.answers);
    EXPECT_EQ(once.not_applicable, singly.not_applicable);
    EXPECT_EQ(once.points(denominator), singly.points(denominator));
  }
}

}  // namespace
}  // namespace prima::scoring
