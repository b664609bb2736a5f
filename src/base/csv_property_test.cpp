#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "base/csv.h"
#include "base/csv_test_support.h"

namespace prima {
namespace {

using test::CsvFile;
using test::NaiveCsv;

constexpr std::string_view alphabet = ",;\"\n\r a";

std::string shown(const CsvFile& file) {
  std::string text;
  for (const auto& record : file.records) {
    text += std::to_string(record.line) + ":";
    for (const std::string& field : record.fields) text += " [" + field + "]";
    text += "\n";
  }
  return text + file.problem + " at " + std::to_string(file.problem_line);
}

// Compares without making anything of a test framework for each of millions of files.
bool agree(const std::string& bytes, CsvLimits limits) {
  CsvReader reader(bytes, "t.csv", limits);
  const CsvFile found = test::read_with(reader);
  const CsvFile expected = NaiveCsv(bytes, limits).read();
  if (found == expected) return true;
  ADD_FAILURE() << "file:\n"
                << bytes << "\nlimits: " << limits.line_bytes << " bytes, " << limits.columns << " columns\nfound:\n"
                << shown(found) << "\nexpected:\n"
                << shown(expected);
  return false;
}

// Calls check(text) for every text of `length` letters of the alphabet until it is false.
template <typename Check>
bool for_every_text(std::size_t length, const Check& check) {
  std::string text(length, alphabet[0]);
  std::string digits(length, '\0');
  for (;;) {
    if (!check(text)) return false;
    std::size_t place = 0;
    while (place < length && static_cast<std::size_t>(digits[place]) + 1 == alphabet.size()) {
      digits[place] = 0;
      text[place++] = alphabet[0];
    }
    if (place == length) return true;
    ++digits[place];
    text[place] = alphabet[static_cast<std::size_t>(digits[place])];
  }
}

TEST(CsvReader, EqualsANaiveReaderOnEveryShortFile) {
  for (std::size_t length = 0; length <= 6; ++length)
    ASSERT_TRUE(for_every_text(length, [](const std::string& text) { return agree(text, {}); }));
}

TEST(CsvReader, EqualsANaiveReaderAcrossTheBordersOfBlocks) {
  for (const std::size_t border : {64U, 128U}) {
    for (const char filler : {'a', ',', '\n'}) {
      for (std::size_t before = 1; before <= 4; ++before) {
        const std::string start(border - before, filler);
        ASSERT_TRUE(for_every_text(4, [&](const std::string& text) {
          return agree(start + text, {}) && agree("\"" + start.substr(1) + text, {}) &&
                 agree(start + text + ",b\nc", {});
        }));
      }
    }
  }
}

TEST(CsvReader, EqualsANaiveReaderAtItsLimits) {
  for (const CsvLimits limits : {CsvLimits{0, 1}, CsvLimits{1, 2}, CsvLimits{3, 2}, CsvLimits{4, 1}}) {
    for (std::size_t length = 0; length <= 5; ++length)
      ASSERT_TRUE(for_every_text(length, [&](const std::string& text) { return agree(text, limits); }));
  }
}

std::uint64_t next_random(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return state >> 33U;
}

TEST(CsvReader, EqualsANaiveReaderOnLongRandomFiles) {
  std::uint64_t state = 11;
  for (int round = 0; round < 40'000; ++round) {
    std::string text;
    const std::uint64_t rare = 1 + next_random(state) % 30;  // how rare anything but a letter is
    const std::uint64_t length = next_random(state) % 400;
    for (std::uint64_t i = 0; i < length; ++i)
      text += next_random(state) % rare == 0 ? alphabet[next_random(state) % alphabet.size()] : 'b';
    const CsvLimits limits{.line_bytes = next_random(state) % 3 == 0 ? next_random(state) % 200 : 1U << 20U,
                           .columns = 1 + next_random(state) % 40};
    ASSERT_TRUE(agree(text, limits));
  }
}

// Writes fields as a spreadsheet does, so that most of these files are well-formed.
TEST(CsvReader, ReadsBackWhatWasWritten) {
  std::uint64_t state = 12;
  for (int round = 0; round < 3000; ++round) {
    const char separator = next_random(state) % 2 == 0 ? ',' : ';';
    const std::string line_end = next_random(state) % 2 == 0 ? "\n" : "\r\n";
    std::vector<std::vector<std::string>> rows = {{"first", "second", "third"}};
    std::string text = next_random(state) % 2 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::uint64_t row = next_random(state) % 8; row > 0; --row) {
      std::vector<std::string> fields(3);
      for (std::string& field : fields) {
        for (std::uint64_t i = next_random(state) % 40; i > 0; --i)
          field += next_random(state) % 3 == 0 ? alphabet[next_random(state) % alphabet.size()] : 'x';
      }
      rows.push_back(fields);
    }
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) text += separator;
        const bool needs_quotes = row[i].find_first_of(",;\"\r\n") != std::string::npos;
        if (needs_quotes || next_random(state) % 4 == 0) {
          text += '"';
          for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
          text += '"';
        } else {
          text += row[i];
        }
      }
      text += line_end;
    }
    CsvReader reader(text, "t.csv");
    const CsvFile found = test::read_with(reader);
    ASSERT_EQ(found.problem, "") << text;
    ASSERT_EQ(found.records.size(), rows.size()) << text;
    for (std::size_t i = 0; i < rows.size(); ++i) ASSERT_EQ(found.records[i].fields, rows[i]) << text;
    ASSERT_EQ(reader.separator(), separator);
  }
}

TEST(CsvReader, GoesOnWhereAnotherOneStood) {
  const std::string text = "a;b\n1;\"x\ny\"\n\n2;z\r\n3;w";
  CsvReader first(text, "t.csv");
  while (first.next()) {
    CsvReader second(text, "t.csv");
    second.use_separator(first.separator());
    second.jump(first.record_begin(), first.line());
    CsvReader third(text, "t.csv");
    third.use_separator(first.separator());
    third.jump(first.record_end(), first.line());
    ASSERT_TRUE(second.next());
    EXPECT_EQ(second.line(), first.line());
    EXPECT_EQ(second.fields(), first.fields());
    EXPECT_EQ(second.record_end(), first.record_end());
    if (first.record_end() < text.size()) {
      EXPECT_EQ(second.next(), third.next());
      EXPECT_EQ(second.fields(), third.fields());
    }
  }
  EXPECT_FALSE(first.problem());
}

}  // namespace
}  // namespace prima
