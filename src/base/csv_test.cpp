#include "base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/csv_test_support.h"

namespace prima {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::vector<std::string>> records(std::string_view text) {
  CsvReader reader(text, "t.csv");
  const test::CsvFile file = test::read_with(reader);
  EXPECT_EQ(file.problem, "") << text;
  std::vector<std::vector<std::string>> all;
  for (const auto& record : file.records) all.push_back(record.fields);
  return all;
}

TEST(CsvReader, ReadsWellFormedFiles) {
  using Records = std::vector<std::vector<std::string>>;
  struct Row {
    const char* name;
    std::string text;
    Records records;
  };
  const Row rows[] = {
      {"nothing", "", {}},
      {"a byte order mark and nothing", "\xEF\xBB\xBF", {}},
      {"only line ends", "\n\r\n\n", {}},
      {"commas", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"semicolons", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}},
      {"one column", "a\n1\n", {{"a"}, {"1"}}},
      {"a byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n",
       {{"a", "b"}}},
      {"a byte order mark before a quote", "\xEF\xBB\xBF\"a\",b\n", {{"a", "b"}}},
      {"CRLF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"half a CRLF at the end", "a,b\n1,2\r", {{"a", "b"}, {"1", "2"}}},
      {"empty fields", "a,b,c\n,,\n,2,\n", {{"a", "b", "c"}, {"", "", ""}, {"", "2", ""}}},
      {"empty lines", "\na,b\n\n\r\n1,2\n\n", {{"a", "b"}, {"1", "2"}}},
      {"empty lines before semicolons", "\r\n\na;b\n1;2\n", {{"a", "b"}, {"1", "2"}}},
      {"a line of nothing but empty quotes", "a\n\"\"\nb\n", {{"a"}, {"b"}}},
      {"spaces stay", " a , b\n", {{" a ", " b"}}},
      {"quotes", "\"a\",b\n\"1,5\",\"x;y\"\n", {{"a", "b"}, {"1,5", "x;y"}}},
      {"semicolons in quotes do not count", "\"a;b;c\",d\n1,2\n", {{"a;b;c", "d"}, {"1", "2"}}},
      {"doubled quotes", "\"a\"\"b\",\"\"\"\"\n", {{"a\"b", "\""}}},
      {"line breaks in quotes", "\"a\nb\",\"c\r\nd\"\r\n", {{"a\nb", "c\r\nd"}}},
      {"a CR in quotes", "\"a\rb\"\n", {{"a\rb"}}},
      {"quotes end the file", "a,\"b\"", {{"a", "b"}}},
      {"UTF-8 of every length", "é,日,😀\n", {{"é", "日", "😀"}}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(records(row.text), row.records);
  }
}

TEST(CsvReader, TellsTheLineOnWhichARecordBegins) {
  CsvReader reader("a,b\n\n\"1\n2\n3\",x\r\n4,y\n", "t.csv");
  const test::CsvFile file = test::read_with(reader);
  ASSERT_EQ(file.records.size(), 3U);
  EXPECT_EQ(file.records[0].line, 1);
  EXPECT_EQ(file.records[1].line, 3);
  EXPECT_EQ(file.records[2].line, 6);
}

TEST(CsvReader, TellsWhetherTheLastLineIsComplete) {
  EXPECT_TRUE(CsvReader("a,b\n1,2", "t.csv").ends_without_line_break());
  EXPECT_FALSE(CsvReader("a,b\n1,2\n", "t.csv").ends_without_line_break());
  EXPECT_FALSE(CsvReader("", "t.csv").ends_without_line_break());
}

TEST(CsvReader, KeepsFieldsWhileManyAreQuoted) {
  std::string line;
  for (int i = 0; i < 256; ++i)
    line += (i == 0 ? "" : ",") + std::string("\"long enough not to lie inside a string ") + std::to_string(i) + "\"";
  CsvReader reader(line, "t.csv");
  ASSERT_TRUE(reader.next());
  ASSERT_EQ(reader.fields().size(), 256U);
  EXPECT_EQ(reader.fields()[0], "long enough not to lie inside a string 0");
  EXPECT_EQ(reader.fields()[255], "long enough not to lie inside a string 255");
}

struct Refusal {
  const char* name;
  std::string text;
  const char* code;
  std::int64_t line;
  const char* says_id;
  const char* says_en;
};

void expect_refusal(const Refusal& refusal, CsvLimits limits) {
  SCOPED_TRACE(refusal.name);
  CsvReader reader(refusal.text, "t.csv", limits);
  while (reader.next()) continue;
  ASSERT_TRUE(reader.problem());
  EXPECT_TRUE(reader.fields().empty());
  EXPECT_FALSE(reader.next()) << "a problem is the end";
  EXPECT_EQ(reader.problem()->code, refusal.code);
  EXPECT_EQ(reader.problem()->file, "t.csv");
  EXPECT_EQ(reader.problem()->line, refusal.line);
  EXPECT_THAT(reader.problem()->message.id, HasSubstr(refusal.says_id));
  EXPECT_THAT(reader.problem()->message.en, HasSubstr(refusal.says_en));
}

TEST(CsvReader, RefusesWithLineAndWhatToDo) {
  const Refusal refusals[] = {
      {"NUL", std::string("a,b\n1,\0\n", 8), "nul_byte", 2, "NUL", "NUL"},
      {"NUL in quotes", std::string("a,b\n\"1\n\0\",2\n", 12), "nul_byte", 3, "NUL", "NUL"},
      {"NUL at the end", std::string("a,b\n1,2\n\0", 9), "nul_byte", 3, "NUL", "NUL"},
      {"UTF-16, little end first",
       std::string("\xFF\xFE"
                   "a\0,\0",
                   6),
       "wrong_encoding", 1, "UTF-16", "UTF-16"},
      {"UTF-16, big end first", std::string("\xFE\xFF\0a\0,", 6), "wrong_encoding", 1, "UTF-16", "UTF-16"},
      {"UTF-16 without a mark", std::string("a\0,\0b\0\n\0", 8), "nul_byte", 1, "NUL", "NUL"},
      {"Windows-1252", "a,b\n1,caf\xE9\n", "wrong_encoding", 2, "UTF-8", "UTF-8"},
      {"an open quote", "a,b\n\"1,2\n3,4\n", "unclosed_quote", 2, "tidak ditutup", "never closed"},
      {"an open quote after a doubled one", "a,b\n\"1\"\"", "unclosed_quote", 2, "tidak ditutup", "never closed"},
      {"a quote inside a field", "a,b\n1,2\"3\n", "stray_quote", 2, "tengah isian", "inside a field"},
      {"a quote after a space", "a,b\n1, \"2\"\n", "stray_quote", 2, "tengah isian", "inside a field"},
      {"text after a quote", "a,b\n\"1\"x,2\n", "text_after_quote", 2, "penutup", "after a closing quote"},
      {"text after a quote that holds lines", "a,b\n\"1\n\n\" ,2\n", "text_after_quote", 4, "penutup",
       "after a closing"},
      {"a CR alone", "a,b\r1,2\r", "stray_carriage_return", 1, "CR", "CR"},
      {"a CR after a quote", "a,b\n\"1\"\r2\n", "stray_carriage_return", 2, "CR", "CR"},
  };
  for (const Refusal& refusal : refusals) expect_refusal(refusal, {});
}

TEST(CsvReader, RefusesWhatPassesItsLimits) {
  const CsvLimits limits{.line_bytes = 10, .columns = 3};
  const Refusal refusals[] = {
      {"a long line", "a,b\n0123456789x\n", "line_too_long", 2, "10 bita", "10 bytes"},
      {"a long line of fields", "a,b\n01234,56789\n", "line_too_long", 2, "10 bita", "10 bytes"},
      {"a long field in quotes", "a,b\n\"012345678\"\n", "line_too_long", 2, "10 bita", "10 bytes"},
      {"many lines in quotes", "a,b\n\"1\n2\n3\n4\n5\n6\n7\n\"\n", "line_too_long", 2, "10 bita", "10 bytes"},
      {"a quote after too much", "a,b\n0123456789x\"\n", "line_too_long", 2, "10 bita", "10 bytes"},
      {"an open quote and a long rest", "a,b\n\"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "line_too_long", 2, "10 bita",
       "10 bytes"},
      {"many columns", "a,b,c\n1,2,3,4\n", "too_many_columns", 2, "3 kolom", "3 columns"},
      {"many columns in quotes", "a,b,c\n\"1\",2,\"3\",4\n", "too_many_columns", 2, "3 kolom", "3 columns"},
  };
  for (const Refusal& refusal : refusals) expect_refusal(refusal, limits);
  CsvReader reader("0123456789\n1,2,3\n\"01234567\"\n", "t.csv", limits);
  EXPECT_EQ(test::read_with(reader).problem, "") << "what just fits is read";
}

// The reader must not look further than its limit: the bytes behind it would not even be there.
TEST(CsvReader, DoesNotReadAHugeLineToItsEnd) {
  for (const char* const start : {"", "\"", "a,\"", ","}) {
    const CsvLimits limits{};
    std::string text = std::string("resp,U1\n") + start;
    text.append(limits.line_bytes + 1024, 'x');
    const std::string_view unread(text.data(), std::size_t{10} << 30U);  // says that 10 GB follow
    CsvReader reader(unread, "t.csv");
    ASSERT_TRUE(reader.next());
    EXPECT_FALSE(reader.next());
    ASSERT_TRUE(reader.problem());
    EXPECT_EQ(reader.problem()->code, "line_too_long");
    EXPECT_EQ(reader.problem()->line, 2);
  }
}

TEST(CsvReader, RefusesEveryClassOfInvalidUtf8) {
  const char* const invalid[] = {"\x80",
                                 "\xBF",
                                 "\xC0\xAF",
                                 "\xC1\xBF",
                                 "\xC3",
                                 "\xC3(",
                                 "\xE0\x9F\xBF",
                                 "\xED\xA0\x80",
                                 "\xED\xBF\xBF",
                                 "\xE6\x97",
                                 "\xE6(\x97",
                                 "\xF0\x8F\xBF\xBF",
                                 "\xF4\x90\x80\x80",
                                 "\xF5\x80\x80\x80",
                                 "\xF0\x9F\x98",
                                 "\xF8\x88\x80\x80\x80",
                                 "\xFE",
                                 "\xFF"};
  for (const char* const bytes : invalid) {
    for (const std::string& around : {std::string(), std::string(70, 'x'), std::string(300'000, 'y') + "\n"}) {
      for (const char* const quote : {"", "\""}) {
        const std::string text = "a,b\n" + around + "c," + quote + bytes + quote + ",d\n";
        CsvReader reader(text, "t.csv");
        while (reader.next()) continue;
        ASSERT_TRUE(reader.problem());
        EXPECT_EQ(reader.problem()->code, "wrong_encoding");
        EXPECT_EQ(reader.problem()->line, around.ends_with("\n") ? 3 : 2);
      }
    }
  }
}

// The encoding is checked in steps of 256 KiB: no step may cut a character or lose a line.
TEST(CsvReader, ChecksEncodingInStepsWithoutCuttingCharacters) {
  constexpr std::size_t step = 256U << 10U;
  for (std::size_t before = 1; before <= 4; ++before) {
    std::string text(step - before, '\n');
    text += "😀,é\n";
    CsvReader reader(text, "t.csv");
    ASSERT_TRUE(reader.next());
    EXPECT_THAT(reader.fields(), ElementsAre("😀", "é"));
    text += "x,\xFF\n";
    CsvReader refusing(text, "t.csv");
    while (refusing.next()) continue;
    ASSERT_TRUE(refusing.problem());
    EXPECT_EQ(refusing.problem()->line, static_cast<std::int64_t>(step - before + 2));
  }
}

TEST(CsvField, IsReadBackAsItWas) {
  for (const std::string text : {"", "Kota A", "a,b", "a;b", "say \"ya\"", "\"", "two\nlines", "a\r\nb", " spaced "}) {
    SCOPED_TRACE(text);
    const std::string bytes = csv_field(text) + "," + csv_field("end") + "\n";
    CsvReader reader(bytes, "t.csv");
    ASSERT_TRUE(reader.next());
    EXPECT_THAT(reader.fields(), ElementsAre(text, "end"));
  }
  EXPECT_EQ(csv_field("Kota A"), "Kota A");
  EXPECT_EQ(csv_field("a \"b\", c"), "\"a \"\"b\"\", c\"");
}

TEST(CsvReader, SaysWhetherItMetQuotesAndWhichLineFollows) {
  CsvReader reader("a,b\n1,\"2\n3\"\n4,5\n", "t.csv");
  ASSERT_TRUE(reader.next());
  EXPECT_FALSE(reader.met_quotes());
  EXPECT_EQ(reader.next_line(), 2);
  ASSERT_TRUE(reader.next());
  EXPECT_TRUE(reader.met_quotes());
  EXPECT_EQ(reader.next_line(), 4);
  ASSERT_TRUE(reader.next());
  EXPECT_TRUE(reader.met_quotes());
}

TEST(CsvReader, TellsTheLineOfABadByteFarInsideQuotes) {
  const std::string text = "a,b\n\"1\n\"\"" + std::string(300'000, 'x') + "\n\"\"\xFF\",2\n";
  CsvReader reader(text, "t.csv");
  while (reader.next()) continue;
  ASSERT_TRUE(reader.problem());
  EXPECT_EQ(reader.problem()->code, "wrong_encoding");
  EXPECT_EQ(reader.problem()->line, 4);
}

}  // namespace
}  // namespace prima
