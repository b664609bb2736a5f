#include "files/spreadsheet_number_rules.h"

#include <gtest/gtest.h>

#include <map>
#include <tuple>
#include <vector>

namespace prima::files {
namespace {

TEST(PlainNumber, GivesWhatThePersonTyped) {
  const std::map<std::string, std::string> known = {
      {"12", "12"},
      {"0", "0"},
      {"-0", "0"},
      {"1.1000000000000001", "1.1"},
      {"0.30000000000000004", "0.3"},
      {"4.4999999999999998E-2", "0.045"},
      {"1E3", "1000"},
      {"1.5e+3", "1500"},
      {"-6.914744", "-6.914744"},
      {"6.25E-1", "0.625"},
      {"0.99999999999999989", "1"},
      {"99.999999999999986", "100"},
      {"1234567890123456789", "1234567890123456789"},
      {"0012", "12"},
      {"5.", "5"},
      {".5", "0.5"},
      {"100.50", "100.5"},
      {"0.000", "0"},
  };
  for (const auto& [text, plain] : known) EXPECT_EQ(plain_number(text), plain) << text;
}

TEST(PlainNumber, RefusesWhatIsNoNumber) {
  for (const char* text : {"", "-", ".", "1,5", "1e", "1e99999", "nan", "1 2", "0x10", "+1", "1.2.3"})
    EXPECT_EQ(plain_number(text), std::nullopt) << text;
}

TEST(DateText, CountsDaysAsSpreadsheetProgramsDo) {
  using Row = std::tuple<std::string, NumberKind, bool, std::optional<std::string>>;
  const std::vector<Row> known = {
      {"45000", NumberKind::date, false, "2023-03-15"},
      {"45000.5", NumberKind::date_time, false, "2023-03-15 12:00"},
      {"45000.5", NumberKind::date, false, "2023-03-15 12:00"},
      {"1", NumberKind::date, false, "1900-01-01"},
      {"59", NumberKind::date, false, "1900-02-28"},
      {"60", NumberKind::date, false, std::nullopt},
      {"61", NumberKind::date, false, "1900-03-01"},
      {"0", NumberKind::date, true, "1904-01-01"},
      {"43538", NumberKind::date, true, "2023-03-15"},
      {"2958465", NumberKind::date, false, "9999-12-31"},
      {"2958466", NumberKind::date, false, std::nullopt},
      {"0.33333333333333331", NumberKind::time, false, "08:00"},
      {"0.35416666666666669", NumberKind::time, false, "08:30"},
      {"6.9444444444444441E-3", NumberKind::time, false, "00:10"},
      {"0.99999999999", NumberKind::time, false, "24:00"},
      {"1", NumberKind::time, false, "24:00"},
      {"0", NumberKind::time, false, "00:00"},
      {"0.35417824074074073", NumberKind::time, false, "08:30:01"},
      {"-1", NumberKind::date, false, std::nullopt},
      {"45000", NumberKind::number, false, std::nullopt},
      {"x", NumberKind::date, false, std::nullopt},
      {"1e9", NumberKind::date, false, std::nullopt},
  };
  for (const auto& [number, kind, from_1904, text] : known)
    EXPECT_EQ(date_text(number, kind, from_1904), text) << number;
}

TEST(NumberKind, FollowsTheFormat) {
  const std::vector<std::tuple<int, std::string, NumberKind>> known = {
      {0, "", NumberKind::number},
      {14, "", NumberKind::date},
      {20, "", NumberKind::time},
      {22, "", NumberKind::date_time},
      {49, "", NumberKind::number},
      {164, "General", NumberKind::number},
      {164, "dd/mm/yyyy", NumberKind::date},
      {164, "[$-421]dd mmmm yyyy;@", NumberKind::date},
      {164, "hh\\.mm", NumberKind::time},
      {164, "[h]:mm", NumberKind::time},
      {164, "yyyy-mm-dd hh:mm", NumberKind::date_time},
      {164, "0.00\" hari\"", NumberKind::number},
      {164, "\"Rp\"#,##0;[Red]\\-\"Rp\"#,##0", NumberKind::number},
      {164, "0.00E+00", NumberKind::number},
      {164, "mmm", NumberKind::date},
  };
  for (const auto& [id, code, kind] : known) EXPECT_EQ(number_kind(id, code), kind) << id << " " << code;
}

TEST(LooksLikeFormula, LeavesFiguresAndTelephoneNumbersAlone) {
  for (const char* text : {"=1+1", "=HYPERLINK(\"x\")", "+A1", "-cmd|x", "@SUM(1)", "\tx"})
    EXPECT_TRUE(looks_like_formula(text)) << text;
  for (const char* text : {"", "x", "-6.914744", "+62 21 555-01", "a=b", "'=1"})
    EXPECT_FALSE(looks_like_formula(text)) << text;
}

}  // namespace
}  // namespace prima::files
