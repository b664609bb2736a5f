#include "surveys/responses.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace prima::surveys {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

const std::string header = "resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";

Responses read(const std::string& text) {
  const auto responses = read_responses(text, "r.csv");
  if (!responses) {
    for (const Finding& finding : responses.error()) ADD_FAILURE() << to_text(finding, Language::en);
    return {};
  }
  return *responses;
}

Findings refused(const std::string& text) {
  auto responses = read_responses(text, "r.csv");
  if (responses) ADD_FAILURE() << "was not refused: " << text;
  return responses ? Findings() : responses.error();
}

std::string file_text(const std::string& name) {
  std::ifstream file(std::string(PRIMA_SOURCE_DIR) + "/tests/data/" + name, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Responses, SumUpSekadau) {
  const Responses responses = read(file_text("skm_sekadau_2019_raw49.csv"));
  ASSERT_EQ(responses.groups.size(), 1U);
  const ResponseGroup& group = responses.groups[0];
  EXPECT_EQ(group.unit, "");
  EXPECT_EQ(group.period, "");
  EXPECT_EQ(group.tally, (Tally{{138, 139, 150, 177, 159, 163, 161, 143, 159}, 49}));
  EXPECT_EQ(group.incomplete, 0U);
  EXPECT_TRUE(responses.findings.empty());
}

TEST(Responses, BindColumnsByNameInAnyOrderAndCase) {
  const Tally expected{{1, 2, 3, 4, 1, 2, 3, 4, 1}, 1};
  const char* const files[] = {
      "resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n7,1,2,3,4,1,2,3,4,1\n",
      "resp,U1,U2,U3,U4,U5,U6,U7,U9,U8\n7,1,2,3,4,1,2,3,1,4\n",
      "u9;u8;u7;u6;u5;u4;u3;u2;u1;RESP\n1;4;3;2;1;4;3;2;1;7\n",
      "\xEF\xBB\xBFresp, U1 ,U2,U3,U4,U5,U6,U7,U8,U9\r\n7, 1 ,2,3,4,1,2,3,4,1\r\n",
      "\"resp\",\"U1\",U2,U3,U4,U5,U6,U7,U8,U9\n\"7\",\"1\",2,3,4,1,2,3,4,1",
      "service,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\nKTP,7,1,2,3,4,1,2,3,4,1\n",
      "resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n\n,,,,,,,,,\n7,1,2,3,4,1,2,3,4,1\n\n",
  };
  for (const char* const file : files) {
    SCOPED_TRACE(file);
    const Responses responses = read(file);
    ASSERT_EQ(responses.groups.size(), 1U);
    EXPECT_EQ(responses.groups[0].tally, expected);
    EXPECT_TRUE(responses.findings.empty());
  }
}

TEST(Responses, AreGroupedByUnitAndPeriodAndSorted) {
  const Responses responses = read(
      "unit,period,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"
      "Puskesmas,2024-2,1,4,4,4,4,4,4,4,4,4\n"
      "Dukcapil,2024-1,1,1,1,1,1,1,1,1,1,1\n"
      "Puskesmas,2024-1,1,2,2,2,2,2,2,2,2,2\n"
      "Puskesmas ,2024-2,2,3,3,3,3,3,3,3,3,3\n");
  ASSERT_EQ(responses.groups.size(), 3U);
  EXPECT_EQ(responses.groups[0].unit, "Dukcapil");
  EXPECT_EQ(responses.groups[1].unit, "Puskesmas");
  EXPECT_EQ(responses.groups[1].period, "2024-1");
  EXPECT_EQ(responses.groups[2].tally, (Tally{{7, 7, 7, 7, 7, 7, 7, 7, 7}, 2}));
}

TEST(Responses, OfAUnitAreThoseOfAllItsServices) {
  const Responses responses = read(
      "unit,service,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"
      "A,KTP,1,4,4,4,4,4,4,4,4,4\n"
      "A,KK,1,1,1,1,1,1,1,1,1,1\n"
      "A,KTP,2,4,4,4,4,4,4,4,4,4\n");
  ASSERT_EQ(responses.groups.size(), 1U);
  EXPECT_EQ(responses.groups[0].tally, (Tally{{9, 9, 9, 9, 9, 9, 9, 9, 9}, 3}));
}

TEST(Responses, LeaveOutAnIncompleteQuestionnaireAndSaySo) {
  const Responses responses = read(header + "1,4,4,4,4,4,4,4,4,4\n2,4,,4,4,4,4,4,4, \n3,1,1,1,1,1,1,1,1,1\n");
  ASSERT_EQ(responses.groups.size(), 1U);
  EXPECT_EQ(responses.groups[0].tally.n, 2U);
  EXPECT_EQ(responses.groups[0].incomplete, 1U);
  ASSERT_EQ(responses.findings.size(), 1U);
  const Finding& finding = responses.findings[0];
  EXPECT_EQ(finding.code, "incomplete_response");
  EXPECT_EQ(finding.line, 3);
  EXPECT_THAT(finding.message.en, HasSubstr("U2, U9"));
  EXPECT_THAT(finding.message.id, HasSubstr("U2, U9"));
}

TEST(Responses, NameAHundredIncompleteOnesAndCountTheOthers) {
  std::string text = header;
  for (int i = 1; i <= 250; ++i) text += std::to_string(i) + ",4,4,4,4,,4,4,4,4\n";
  const Responses responses = read(text);
  EXPECT_EQ(responses.groups[0].incomplete, 250U);
  EXPECT_EQ(responses.groups[0].tally.n, 0U);
  ASSERT_EQ(responses.findings.size(), 102U);
  EXPECT_EQ(responses.findings[99].line, 101);
  EXPECT_EQ(responses.findings[100].line, 0);
  EXPECT_THAT(responses.findings[100].message.en, HasSubstr("150 further"));
  EXPECT_EQ(responses.findings[101].code, "no_complete_response");
}

TEST(Responses, NameTheUnitThatHasNoCompleteQuestionnaire) {
  const Responses responses = read(
      "unit,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"
      "A,1,4,4,4,4,4,4,4,4,4\nB,1,4,4,4,4,4,4,4,4,\n");
  ASSERT_EQ(responses.findings.size(), 2U);
  EXPECT_EQ(responses.findings[1].code, "no_complete_response");
  EXPECT_THAT(responses.findings[1].message.en, HasSubstr("unit \"B\": no questionnaire is complete"));
  EXPECT_THAT(responses.findings[1].message.id, HasSubstr("unit \"B\": tidak satu pun"));
}

TEST(Responses, SaySoWhenOnlySomeRowsNameTheirUnit) {
  const std::string columns = "unit,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
  const Responses responses = read(columns + "A,1,4,4,4,4,4,4,4,4,4\n,2,4,4,4,4,4,4,4,4,4\n");
  ASSERT_EQ(responses.groups.size(), 2U);
  ASSERT_EQ(responses.findings.size(), 1U);
  EXPECT_EQ(responses.findings[0].code, "blank_unit");
  EXPECT_EQ(responses.findings[0].line, 3);
  EXPECT_TRUE(read(columns + ",1,4,4,4,4,4,4,4,4,4\n").findings.empty());
}

struct Refusal {
  const char* name;
  std::string text;
  const char* code;
  std::int64_t line;
  const char* says_id;
  const char* says_en;
};

TEST(Responses, AreRefusedWithLineColumnAndWhatToDo) {
  const std::string good = header + "1,4,4,4,4,4,4,4,4,4\n";
  const Refusal refusals[] = {
      {"no bytes", "", "empty_file", 1, "berkas kosong", "the file is empty"},
      {"only line breaks", "\n\n\r\n", "empty_file", 1, "berkas kosong", "the file is empty"},
      {"only a header", header, "empty_file", 1, "hanya berisi judul", "column names only"},
      {"only blank rows", header + ",,,,,,,,,\n", "empty_file", 2, "hanya berisi judul", "column names only"},
      {"0 is no answer", good + "2,4,4,0,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "kolom \"U3\": \"0\"",
       "column \"U3\": \"0\""},
      {"5 is no answer", good + "2,4,4,4,4,4,4,4,4,5\n", "answer_not_1_to_4", 3, "kolom \"U9\"", "column \"U9\""},
      {"a word", good + "2,baik,4,4,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "\"baik\"", "1, 2, 3 or 4"},
      {"NaN", good + "2,NaN,4,4,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "\"NaN\"", "\"NaN\""},
      {"1e999", good + "2,1e999,4,4,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "\"1e999\"", "\"1e999\""},
      {"a decimal", good + "2,3.5,4,4,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "\"3.5\"", "\"3.5\""},
      {"a sign", good + "2,+3,4,4,4,4,4,4,4,4\n", "answer_not_1_to_4", 3, "\"+3\"", "\"+3\""},
      {"a decimal comma", good + "2,\"3,5\",4,4,4,4,4,4,4,4\n", "decimal_comma", 3, "koma desimal", "decimal comma"},
      {"a decimal comma that splits", good + "2,3,5,4,4,4,4,4,4,4,4\n", "wrong_field_count", 3, "koma desimal",
       "11 fields, but there are 10 columns"},
      {"cut off", good + "2,4,4", "wrong_field_count", 3, "terpotong", "cut off"},
      {"listed twice", good + "2,4,4,4,4,4,4,4,4,4\n1,4,4,4,4,4,4,4,4,4\n", "duplicate_response", 4, "\"1\" sudah ada",
       "\"1\" is there already"},
      {"nobody", good + ",4,4,4,4,4,4,4,4,4\n", "empty_respondent", 3, "\"resp\" kosong", "\"resp\" is empty"},
      {"not UTF-8", good + "\xE9,4,4,4,4,4,4,4,4,4\n", "wrong_encoding", 3, "UTF-8", "UTF-8"},
      {"NUL", good + std::string("2,4,4,4,4\0,4,4,4,4\n", 19), "nul_byte", 3, "NUL", "NUL"},
      {"an open quote", good + "\"2,4,4,4,4,4,4,4,4,4\n", "unclosed_quote", 3, "tanda kutip", "quote"},
  };
  for (const Refusal& refusal : refusals) {
    SCOPED_TRACE(refusal.name);
    const Findings findings = refused(refusal.text);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, refusal.code);
    EXPECT_EQ(findings[0].file, "r.csv");
    EXPECT_EQ(findings[0].line, refusal.line);
    EXPECT_THAT(findings[0].message.id, HasSubstr(refusal.says_id));
    EXPECT_THAT(findings[0].message.en, HasSubstr(refusal.says_en));
  }
}

TEST(Responses, AreRefusedWithAllThatIsWrongWithTheHeader) {
  const Findings findings = refused("resp,U1,U1,U3,U4,U5,U6,U7,Umur,uni,,zzzzzzzz\n1,2\n");
  const auto is = [](const char* code, const char* words) {
    return AllOf(Field(&Finding::code, code), Field(&Finding::line, 1),
                 Field(&Finding::message, Field(&Words::en, HasSubstr(words))));
  };
  EXPECT_THAT(
      findings,
      ElementsAre(is("duplicate_column", "\"U1\" is there twice"), is("unknown_column", "\"Umur\" is not known"),
                  is("unknown_column", "did you mean \"unit\"?"), is("unknown_column", "without a name"),
                  is("unknown_column", "use one of: resp, unit, service, period, U1"), is("missing_column", "\"U2\""),
                  is("missing_column", "\"U8\""), is("missing_column", "\"U9\"")));
}

TEST(Responses, StopAtTheFirstWrongLineWithAllItsProblems) {
  const Findings findings = refused(header + "1,4,4,4,4,4,4,4,4,4\n1,9,4,\"1,5\",4,4,,4,4,x\n3,7,7,7,7,7,7,7,7,7\n");
  const auto code = [](const char* text) { return Field(&Finding::code, text); };
  EXPECT_THAT(findings, ElementsAre(code("duplicate_response"), code("answer_not_1_to_4"), code("decimal_comma"),
                                    code("answer_not_1_to_4")));
  for (const Finding& finding : findings) EXPECT_EQ(finding.line, 3);
}

TEST(Responses, MayRepeatARespondentInAnotherUnitServiceOrPeriod) {
  const std::string columns = "unit,service,period,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
  const std::string answers = ",4,4,4,4,4,4,4,4,4\n";
  EXPECT_TRUE(read_responses(
      columns + "A,s,p,1" + answers + "B,s,p,1" + answers + "A,t,p,1" + answers + "A,s,q,1" + answers, "r.csv"));
  EXPECT_FALSE(read_responses(columns + "A,s,p,1" + answers + "B,s,p,1" + answers + "A,s,p,1" + answers, "r.csv"));
}

TEST(Responses, CountTheLineOfARecordWithLineBreaksInside) {
  const Findings findings = refused(header + "\"1\n2\n3\",4,4,4,4,4,4,4,4,4\n2,8,4,4,4,4,4,4,4,4\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].line, 5);
}

// A plain reader for files without quotes: no CSV library, no reuse.
std::vector<ResponseGroup> reference(const std::vector<std::vector<std::string>>& rows) {
  std::vector<ResponseGroup> groups;
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
  };
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const std::string& unit = rows[row][column("unit")];
    auto group = std::find_if(groups.begin(), groups.end(), [&](const ResponseGroup& g) { return g.unit == unit; });
    if (group == groups.end()) group = groups.insert(group, ResponseGroup{unit, "", {}, 0});
    bool complete = true;
    Tally answers{{}, 1};
    for (std::size_t element = 0; element < element_count; ++element) {
      const std::string& text = rows[row][column("U" + std::to_string(element + 1))];
      complete = complete && !text.empty();
      answers.sums[element] = text.empty() ? 0 : std::stoul(text);
    }
    complete ? void(group->tally += answers) : void(++group->incomplete);
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.unit < b.unit; });
  return groups;
}

std::uint64_t next_random(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return state >> 33U;
}

template <typename T>
void shuffle(std::vector<T>& items, std::size_t from, std::uint64_t& state) {
  for (std::size_t i = items.size(); i > from + 1; --i)
    std::swap(items[i - 1], items[from + next_random(state) % (i - from)]);
}

std::string joined(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : ",") + row[i];
    text += "\n";
  }
  return text;
}

TEST(Responses, DoNotDependOnTheOrderOfRowsOrColumns) {
  std::uint64_t state = 42;
  for (int round = 0; round < 60; ++round) {
    std::vector<std::vector<std::string>> rows = {
        {"resp", "unit", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"}};
    const std::uint64_t count = 1 + next_random(state) % 120;
    for (std::uint64_t i = 0; i < count; ++i) {
      std::vector<std::string> row = {std::to_string(i), "unit " + std::to_string(next_random(state) % 7)};
      for (std::size_t element = 0; element < element_count; ++element) {
        const bool unanswered = next_random(state) % 50 == 0;
        row.push_back(unanswered ? "" : std::to_string(1 + next_random(state) % 4));
      }
      rows.push_back(row);
    }
    const auto expected = reference(rows);
    EXPECT_EQ(read(joined(rows)).groups, expected);
    shuffle(rows, 1, state);
    EXPECT_EQ(read(joined(rows)).groups, expected);
    std::vector<std::size_t> order(rows[0].size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    shuffle(order, 0, state);
    std::vector<std::vector<std::string>> turned;
    for (const auto& row : rows) {
      turned.emplace_back();
      for (const std::size_t column : order) turned.back().push_back(row[column]);
    }
    EXPECT_EQ(read(joined(turned)).groups, expected);
  }
}

}  // namespace
}  // namespace prima::surveys
