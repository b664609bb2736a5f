#include "assessment/answers_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "scoring/scoring_test_support.h"

namespace prima::assessment {
namespace {

using namespace prima::scoring::test;
using instrument::Answerer;
using instrument::Instrument;
using scoring::Compiled;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// p is answered by the unit, r by respondents (may be NA), q by product, m is a measure of the unit.
Instrument desk() {
  Instrument method = blank();
  method.samples_products = true;
  method.samples_respondents = true;
  add_dimension(method, "satu", "1");
  add_choice(method, "p", "1/4", {"0", "1", "2", "3", "4"});
  auto& respondent = add_choice(method, "r", "1/4", {"0", "1", "2", "3", "4"});
  respondent.answered_by = Answerer::respondent;
  respondent.may_be_not_applicable = true;
  auto& product = add_choice(method, "q", "1/4", {"0", "1", "2", "3", "4"});
  product.answered_by = Answerer::product;
  product.may_be_not_applicable = true;
  add_measure(method, "m", "1/4", "0", "100");
  return method;
}

constexpr const char* header = "institution,unit,indicator,value,product,respondent\n";

class AnswersReader : public testing::Test {
 protected:
  Result<AnswerTable, Findings> read(const std::string& bytes) const { return read_answers(compiled, bytes, "a.csv"); }
  // "12 bad_value" for each finding.
  std::vector<std::string> problems(const std::string& bytes) const {
    const auto table = read(bytes);
    std::vector<std::string> list;
    if (table) return list;
    for (const Finding& finding : table.error()) {
      list.push_back(fmt::format("{} {}", finding.line, finding.code));
      EXPECT_FALSE(finding.message.id.empty() || finding.message.en.empty());
      EXPECT_EQ(finding.file, "a.csv");
    }
    return list;
  }
  std::string message(const std::string& bytes) const { return read(bytes).error().front().message.en; }

  const Instrument method = desk();
  const Compiled compiled{method};
};

// Everything in a table, so that two can be compared.
std::string picture(const Compiled& compiled, const AnswerTable& table) {
  std::string text;
  for (const auto& institution : table.institutions) {
    text += institution.institution + "\n";
    for (const auto& unit : institution.units) {
      text += fmt::format("  {} products={} not_assessed={}", unit.unit, unit.products, unit.not_assessed);
      for (std::size_t i = 0; i < unit.tallies.size(); ++i) {
        const scoring::Tally& tally = unit.tallies[i];
        text += fmt::format(" {}/{}/{}", scoring::mean_of(compiled.indicators()[i], tally).fraction(), tally.answers,
                            tally.not_applicable);
      }
      text += "\n";
    }
  }
  for (const Finding& notice : table.notices) text += notice.code + " " + notice.message.en + "\n";
  return text;
}

TEST_F(AnswersReader, AddsUpTheAnswersOfEachUnit) {
  const auto table = read(std::string(header) +
                          "Kota A,Dinas 1,p,4,,\n"
                          "Kota A,Dinas 1,r,3,,Budi\n"
                          "Kota A,Dinas 1,r,2,,Sari\n"
                          "Kota A,Dinas 1,r,NA,,Tono\n"
                          "Kota A,Dinas 1,q,1,KTP,\n"
                          "Kota A,Dinas 1,q,2,KK,\n"
                          "Kota A,Dinas 1,m,12.5,,\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows, 7);
  EXPECT_EQ(picture(compiled, *table),
            "Kota A\n  Dinas 1 products=2 not_assessed=false 4/1/0 5/2/2/1 3/2/2/0 25/2/1/0\n");
}

TEST_F(AnswersReader, SortsInstitutionsAndUnitsByName) {
  const auto table = read(std::string(header) + "Z,2,p,1,,\nZ,1,p,1,,\nA,9,p,1,,\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->institutions.size(), 2U);
  EXPECT_EQ(table->institutions[0].institution, "A");
  EXPECT_EQ(table->institutions[1].units[0].unit, "1");
}

TEST_F(AnswersReader, TakesColumnsInAnyOrderAndCaseAndLeavesOptionalOnesOut) {
  const auto table = read("Value,Indicator,UNIT, institution \n4,p,Dinas,Kota\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->institutions[0].units[0].tallies[0].sum, 4);
}

TEST_F(AnswersReader, TakesWhatSpreadsheetsWrite) {
  const std::vector<std::string> same = {
      "institution,unit,indicator,value\nKota A,Dinas,p,3\n",
      "\xEF\xBB\xBFinstitution,unit,indicator,value\nKota A,Dinas,p,3\n",
      "institution,unit,indicator,value\r\nKota A,Dinas,p,3\r\n",
      "institution;unit;indicator;value\nKota A;Dinas;p;3\n",
      "\"institution\",\"unit\",\"indicator\",\"value\"\n\"Kota A\",\"Dinas\",\"p\",\"3\"\n",
      "institution,unit,indicator,value\n Kota A ,Dinas  , p, 3 \n",
      "institution,unit,indicator,value\n\nKota A,Dinas,p,d\n\n",
  };
  for (const std::string& bytes : same) {
    const auto table = read(bytes);
    ASSERT_TRUE(table) << bytes;
    EXPECT_EQ(picture(compiled, *table), "Kota A\n  Dinas products=1 not_assessed=false 3/1/0 0/0/0 0/0/0 0/0/0\n");
  }
}

struct BadFile {
  const char* name;
  std::string bytes;
  std::vector<std::string> problems;
};

TEST_F(AnswersReader, RefusesBadFilesAndNamesTheLine) {
  const std::string start = header;
  const std::vector<BadFile> table = {
      {"nothing", "", {"0 no_records"}},
      {"a header only", start, {"0 no_records"}},
      {"a column missing", "institution,unit,value\nA,B,1\n", {"1 missing_column"}},
      {"a column misspelt", "institution,unit,indikator,value\nA,B,p,1\n", {"1 unknown_column", "1 missing_column"}},
      {"a column twice", "institution,unit,indicator,value,unit\nA,B,p,1,B\n", {"1 repeated_column"}},
      {"cut off inside a row", start + "A,B,p,1,,\nA,B,r", {"3 wrong_field_count"}},
      {"a field too many", start + "A,B,p,1,,,\n", {"2 wrong_field_count"}},
      {"cut off inside quotes", start + "A,B,p,\"1", {"2 unclosed_quote"}},
      {"Latin-1", start + "Kota \xE9,B,p,1,,\n", {"2 wrong_encoding"}},
      {"UTF-16", std::string("\xFF\xFEi\0n\0", 6), {"1 wrong_encoding"}},
      {"NUL", start + std::string("A,B,p,\0,,\n", 10), {"2 nul_byte"}},
      {"a long line", start + "A," + std::string(3U << 20U, 'x') + ",p,1,,\n", {"2 line_too_long"}},
      {"no institution", start + ",B,p,1,,\n", {"2 empty_name"}},
      {"no unit", start + "A,  ,p,1,,\n", {"2 empty_name"}},
      {"an unknown indicator", start + "A,B,x9,1,,\n", {"2 unknown_indicator"}},
      {"no indicator", start + "A,B,,1,,\n", {"2 unknown_indicator"}},
      {"no choice", start + "A,B,p,5,,\n", {"2 bad_value"}},
      {"a decimal comma", start + "A,B,m,\"2,5\",,\n", {"2 bad_value"}},
      {"NaN", start + "A,B,m,NaN,,\n", {"2 bad_value"}},
      {"an exponent", start + "A,B,m,1e999,,\n", {"2 bad_value"}},
      {"an infinity", start + "A,B,m,inf,,\n", {"2 bad_value"}},
      {"just above the range", start + "A,B,m,100.005,,\n", {"2 bad_value"}},
      {"below the range", start + "A,B,m,-0.001,,\n", {"2 bad_value"}},
      {"a formula", start + "A,B,m,=1+1,,\n", {"2 bad_value"}},
      {"NA where it is not allowed", start + "A,B,p,NA,,\n", {"2 bad_value"}},
      {"the same answer twice", start + "A,B,p,1,,\nA,B,p,1,,\n", {"3 duplicate_answer"}},
      {"empty and given", start + "A,B,p,,,\nA,B,p,1,,\n", {"3 duplicate_answer"}},
      {"a respondent twice", start + "A,B,r,1,,x\nA,B,r,1,,y\nA,B,r,2,, x\n", {"4 duplicate_answer"}},
      {"a product twice", start + "A,B,q,1,k,\nA,B,q,1,l,\nA,B,q,1,k,\n", {"4 duplicate_answer"}},
      {"twice after another unit", start + "A,B,p,1,,\nA,C,p,1,,\nA,B,p,2,,\n", {"4 duplicate_answer"}},
      {"nonsense about a unit", start + "A,B,*,closed,,\n", {"2 unknown_choice"}},
      {"several at once",
       start + "A,B,x,1,,\nA,B,p,9,,\n,B,p,1,,\n",
       {"2 unknown_indicator", "3 bad_value", "4 empty_name"}},
  };
  for (const BadFile& bad : table) {
    SCOPED_TRACE(bad.name);
    EXPECT_EQ(problems(bad.bytes), bad.problems);
  }
}

TEST_F(AnswersReader, SaysWhatToDo) {
  const std::string start = header;
  EXPECT_THAT(message(start + "A,B,m,\"2,5\",,\n"), HasSubstr("point"));
  EXPECT_THAT(message(start + "A,B,m,100.005,,\n"), HasSubstr("outside the range 0 to 100"));
  EXPECT_THAT(message(start + "A,B,p,7,,\n"), HasSubstr("a, b, c, d, e"));
  EXPECT_THAT(message(start + "A,B,p,NA,,\n"), HasSubstr("NA is not allowed"));
  EXPECT_THAT(message("institution,unit,indikator,value\nA,B,p,1\n"), HasSubstr("did you mean \"indicator\"?"));
}

TEST_F(AnswersReader, StopsAfterAHundredFindings) {
  std::string bytes = header;
  for (int i = 0; i < 500; ++i) bytes += "A,B,x,1,,\n";
  EXPECT_EQ(problems(bytes).size(), 100U);
  std::string columns = "x";
  for (int i = 0; i < 200; ++i) columns += ",x";
  EXPECT_EQ(problems(columns + "\n").size(), 100U);
}

TEST(AnswersReaderColumns, RefusesColumnsThatTheInstrumentDoesNotUse) {
  Instrument method = desk();
  method.samples_products = false;
  method.samples_respondents = false;
  const Compiled compiled(method);
  const auto table = read_answers(compiled, std::string(header) + "A,B,p,1,k,\nA,B,p,1,,x\nA,B,p,1,,\n", "a.csv");
  ASSERT_FALSE(table);
  ASSERT_EQ(table.error().size(), 2U);
  EXPECT_EQ(table.error()[0].code, "column_not_used");
  EXPECT_THAT(table.error()[0].message.en, HasSubstr("\"product\""));
  EXPECT_THAT(table.error()[1].message.en, HasSubstr("\"respondent\""));
}

TEST_F(AnswersReader, NotAssessedIsAStateOfTheUnit) {
  const auto table = read(std::string(header) + "A,B,*,NOT_ASSESSED,,\nA,C,*,tidak_dinilai,,\nA,D,p,1,,\n");
  ASSERT_TRUE(table);
  EXPECT_TRUE(table->institutions[0].units[0].not_assessed);
  EXPECT_TRUE(table->institutions[0].units[1].not_assessed);
  EXPECT_FALSE(table->institutions[0].units[2].not_assessed);
  EXPECT_THAT(table->notices, IsEmpty());
}

TEST_F(AnswersReader, NoticesAnswersOfAUnitThatWasNotAssessed) {
  const auto table = read(std::string(header) + "A,B,p,1,,\nA,B,*,NOT_ASSESSED,,\n");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->notices.size(), 1U);
  EXPECT_EQ(table->notices[0].code, "not_assessed_with_answers");
  const auto empty = read(std::string(header) + "A,B,p,,,\nA,B,*,NOT_ASSESSED,,\n");
  EXPECT_THAT(empty->notices, IsEmpty());
}

TEST_F(AnswersReader, NoticesAMissingLastLineBreak) {
  const auto table = read(std::string(header) + "A,B,p,1,,");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->notices.size(), 1U);
  EXPECT_EQ(table->notices[0].code, "no_final_line_break");
  EXPECT_EQ(table->notices[0].line, 2);
}

std::string shuffled_rows(std::vector<std::string> rows, unsigned seed) {
  std::mt19937 random(seed);
  std::shuffle(rows.begin(), rows.end(), random);
  std::string bytes = header;
  for (const std::string& row : rows) bytes += row;
  return bytes;
}

TEST_F(AnswersReader, OrderOfRowsNeverMatters) {
  std::vector<std::string> rows;
  for (int unit = 0; unit < 6; ++unit) {
    const std::string name = fmt::format("Kota {},Dinas {}", unit % 2, unit);
    rows.push_back(name + ",p," + std::to_string(unit % 5) + ",,\n");
    for (int one = 0; one < 7; ++one)
      rows.push_back(fmt::format("{},r,{},,warga {}\n", name, one == 6 ? "NA" : std::to_string(one % 5), one));
    for (int one = 0; one < 3; ++one) {
      rows.push_back(fmt::format("{},q,{},produk {},x\n", name, one, one));
      rows.push_back(fmt::format("{},q,{},produk {},y\n", name, 4 - one, one));
    }
    if (unit == 5) rows.push_back(name + ",*,NOT_ASSESSED,,\n");
  }
  std::string grouped = header;
  for (const std::string& row : rows) grouped += row;
  const auto expected = read(grouped);
  ASSERT_TRUE(expected);
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto table = read(shuffled_rows(rows, seed));
    ASSERT_TRUE(table);
    EXPECT_EQ(picture(compiled, *table), picture(compiled, *expected));
  }
}

TEST_F(AnswersReader, FindsAnAnswerGivenTwiceInAnyOrder) {
  std::vector<std::string> rows;
  for (int unit = 0; unit < 5; ++unit) {
    for (int one = 0; one < 4; ++one) rows.push_back(fmt::format("A,{},r,1,,{}\n", unit, one));
  }
  rows.push_back("A,3,r,1,,2\n");
  for (unsigned seed = 0; seed < 20; ++seed) {
    const auto table = read(shuffled_rows(rows, seed));
    ASSERT_FALSE(table);
    ASSERT_EQ(table.error().size(), 1U);
    EXPECT_EQ(table.error()[0].code, "duplicate_answer");
  }
}

TEST(AnswersReaderManyIndicators, FindsDuplicatesBeyondTheFirstSixtyFour) {
  Instrument method = blank();
  method.samples_respondents = true;
  add_dimension(method, "satu", "1");
  for (int i = 0; i < 150; ++i) add_choice(method, fmt::format("i{}", i), "1/150", {"0", "1"});
  const Compiled compiled(method);
  std::string bytes = header;
  for (const char* who : {"x", "y"}) {
    for (int i = 0; i < 150; ++i) bytes += fmt::format("A,B,i{},{},,{}\n", i, i % 2, who);
  }
  const auto table = read_answers(compiled, bytes, "a.csv");
  ASSERT_TRUE(table);
  for (std::size_t i = 0; i < 150; ++i) {
    EXPECT_EQ(table->institutions[0].units[0].tallies[i].answers, 2);
    EXPECT_EQ(table->institutions[0].units[0].tallies[i].sum, i % 2 == 0 ? 0 : 2);
  }
  for (const int place : {0, 63, 64, 127, 128, 149}) {
    const auto twice = read_answers(compiled, bytes + fmt::format("A,B,i{},0,,y\n", place), "a.csv");
    ASSERT_FALSE(twice) << place;
    EXPECT_EQ(twice.error()[0].code, "duplicate_answer");
    EXPECT_EQ(twice.error()[0].line, 302);
  }
}

}  // namespace
}  // namespace prima::assessment
