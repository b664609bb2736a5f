#include "files/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "files/spreadsheet_test_support.h"

namespace prima::files {
namespace {

using test::HandMade;
using test::workbook_of;
using testing::ElementsAre;
using testing::HasSubstr;

const Instant moment = from_unix_ms(1'790'000'000'000);

Sheet read(const std::string& bytes, const SpreadsheetLimits& limits = {}) {
  auto sheet = read_spreadsheet(bytes, "unit.xlsx", limits);
  if (!sheet) ADD_FAILURE() << sheet.error().code << ": " << sheet.error().message.en;
  return sheet ? *std::move(sheet) : Sheet{};
}

std::string code_of(const std::string& bytes, const SpreadsheetLimits& limits = {}) {
  const auto sheet = read_spreadsheet(bytes, "unit.xlsx", limits);
  return sheet ? "read" : sheet.error().code;
}

std::vector<std::string> codes(const Findings& findings) {
  std::vector<std::string> list;
  for (const Finding& finding : findings) list.push_back(finding.code);
  return list;
}

Sheet sheet_of(std::vector<std::vector<std::string>> table) {
  Sheet sheet{"Unit", {}, {}};
  for (auto& cells : table) sheet.rows.push_back({static_cast<std::int64_t>(sheet.rows.size() + 1), std::move(cells)});
  return sheet;
}

TEST(Spreadsheet, ReadsAHandMadeFileAsThePersonSeesIt) {
  const Sheet sheet = read(workbook_of({
      .rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3"><v>1.1000000000000001</v></c><c r="B3" s="1"><v>45000</v></c><c r="D3" s="2"><v>0.35416666666666669</v></c></row>
        <row><c t="inlineStr"><is><t>a &amp; b</t></is></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c></row>
        <row r="9"><c r="A9" s="1"/></row>)",
      .strings =
          R"(<si><t>kode</t></si><si><r><t xml:space="preserve">nama </t></r><r><t>unit</t></r><rPh><t>no</t></rPh></si>)",
      .formats = R"(<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>)",
      .styles = R"(<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/>)",
  }));
  EXPECT_EQ(sheet.name, "Unit");
  EXPECT_THAT(sheet.rows,
              ElementsAre(SheetRow{1, {"kode", "nama unit"}}, SheetRow{3, {"1.1", "2023-03-15", "", "08:30"}},
                          SheetRow{4, {"a & b", "TRUE", "x"}}));
  EXPECT_THAT(codes(sheet.notes), ElementsAre("formula_value_taken"));
  EXPECT_THAT(sheet.notes.front().message.en, HasSubstr("C4"));
}

TEST(Spreadsheet, CountsFrom1904WhereTheFileSaysSo) {
  const Sheet sheet = read(workbook_of({.rows = R"(<row r="1"><c r="A1" s="0"><v>43538</v></c></row>)",
                                        .properties = R"(<workbookPr date1904="1"/>)",
                                        .styles = R"(<xf numFmtId="14"/>)"}));
  EXPECT_THAT(sheet.rows, ElementsAre(SheetRow{1, {"2023-03-15"}}));
}

TEST(Spreadsheet, ReadsTheFirstVisibleSheetAndSaysSo) {
  const Sheet sheet = read(
      workbook_of({.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)",
                   .sheets = R"(<sheet name="Daftar" state="hidden" r:id="rId7"/><sheet name="Unit" r:id="rId1"/>)"}));
  EXPECT_EQ(sheet.name, "Unit");
  EXPECT_THAT(codes(sheet.notes), ElementsAre("other_sheets"));
}

TEST(Spreadsheet, PassesOverSheetsThatAreCharts) {
  const Sheet sheet = read(workbook_of(
      {.rows = R"(<row r="1"><c r="A1"><v>1</v></c></row>)",
       .sheets = R"(<sheet name="Grafik" sheetId="1" r:id="rId2"/><sheet name="Unit" sheetId="2" r:id="rId1"/>)"}));
  EXPECT_EQ(sheet.name, "Unit");
  EXPECT_EQ(code_of(workbook_of({.sheets = R"(<sheet name="Grafik" sheetId="1" r:id="rId2"/>)"})),
            "spreadsheet_other_format");
}

TEST(Spreadsheet, ReportsErrorsAndRefusesFormulasThatWereNeverComputed) {
  const Sheet sheet = read(workbook_of({.rows = R"(<row r="1"><c r="A1" t="e"><f>B1/0</f><v>#DIV/0!</v></c></row>)"}));
  EXPECT_THAT(sheet.rows, ElementsAre(SheetRow{1, {"#DIV/0!"}}));
  EXPECT_THAT(codes(sheet.notes), ElementsAre("formula_value_taken", "error_value"));
  EXPECT_EQ(code_of(workbook_of({.rows = R"(<row r="1"><c r="A1"><f>B1</f></c></row>)"})), "formula_without_value");
}

TEST(Spreadsheet, RefusesFilesThatAreNoneOfOurs) {
  using namespace std::string_literals;
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
  std::string wide;
  for (const char c : "EncryptedPackage"s) wide += std::string{c, '\0'};
  EXPECT_EQ(code_of(ole + wide), "spreadsheet_encrypted");
  EXPECT_EQ(code_of(ole), "spreadsheet_other_format");
  EXPECT_EQ(code_of(test::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
            "spreadsheet_other_format");
  EXPECT_EQ(code_of(test::zip_of({})), "spreadsheet_other_format");
  EXPECT_EQ(code_of("PK\x03\x04 not a zip"), "spreadsheet_damaged");
  EXPECT_EQ(code_of("\x89PNG\r\n\x1A\n\0\0"s), code_of("\xFF\xFE"s));
  EXPECT_NE(code_of("\x89PNG\r\n\x1A\n\0\0"s), "read");
}

TEST(Spreadsheet, RefusesWhatIsTooLarge) {
  const std::string far = workbook_of({.rows = R"(<row r="1"><c r="BDWGO1"><v>1</v></c></row>)"});
  EXPECT_EQ(code_of(far), "spreadsheet_damaged");
  EXPECT_EQ(code_of(workbook_of({.rows = R"(<row r="1"><c r="BDWG1"><v>1</v></c></row>)"})), "spreadsheet_too_wide");
  EXPECT_EQ(code_of(workbook_of({.rows = R"(<row r="1"><c r="IV1"><v>1</v></c></row>)"})), "read");
  EXPECT_EQ(code_of(workbook_of({.rows = R"(<row r="1"><c r="IW1"><v>1</v></c></row>)"})), "spreadsheet_too_wide");
  std::string rows;
  for (int row = 1; row <= 4; ++row) rows += "<row><c><v>1</v></c></row>";
  EXPECT_EQ(code_of(workbook_of({.rows = rows}), {.rows = 3}), "spreadsheet_too_long");
  EXPECT_EQ(code_of("a\n1\n2\n3\n", {.rows = 3}), "spreadsheet_too_long");
  EXPECT_EQ(code_of(workbook_of({}), {.file_bytes = 100}), "spreadsheet_too_large");
}

TEST(Spreadsheet, NeverUnpacksMoreThanTheLimit) {
  const std::string zeros(std::size_t{40} << 20U, '0');
  auto parts = test::parts_of({});
  parts[5] = {"xl/worksheets/sheet1.xml", zeros};
  EXPECT_EQ(code_of(test::zip_of(parts), {.unpacked_bytes = 1U << 20U}), "spreadsheet_too_large");
  parts[5].claimed_size = 1000;  // it lies about its size
  EXPECT_EQ(code_of(test::zip_of(parts), {.unpacked_bytes = 1U << 20U}), "spreadsheet_damaged");
  parts[5] = {"xl/worksheets/sheet1.xml", "<worksheet/>", true, 0, 0xFFFF'FFFE};
  EXPECT_EQ(code_of(test::zip_of(parts)), "spreadsheet_too_large");
}

TEST(Spreadsheet, RefusesPartsThatAreLockedOrMissing) {
  auto parts = test::parts_of({});
  parts[5].flags = 1;
  EXPECT_EQ(code_of(test::zip_of(parts)), "spreadsheet_encrypted");
  parts.pop_back();
  EXPECT_EQ(code_of(test::zip_of(parts)), "spreadsheet_damaged");
}

TEST(Spreadsheet, ExpandsNothing) {
  auto parts = test::parts_of({});
  parts[5].text =
      R"(<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>)";
  EXPECT_EQ(code_of(test::zip_of(parts)), "spreadsheet_damaged");
}

TEST(Spreadsheet, RefusesRowsAndCellsOutOfOrder) {
  for (const char* rows :
       {R"(<row r="2"/><row r="1"/>)", R"(<row r="0"/>)", R"(<row r="1"><c r="B1"/><c r="A1"/></row>)",
        R"(<row r="1"><c r="A2"/></row>)", R"(<row r="1"><c r="1A"/></row>)",
        R"(<row r="1"><c t="s"><v>7</v></c></row>)", R"(<row r="1"><c>)"})
    EXPECT_EQ(code_of(workbook_of({.rows = rows})), "spreadsheet_damaged") << rows;
}

TEST(Spreadsheet, SurvivesEveryTruncationAndEveryFlippedByte) {
  const std::string whole =
      workbook_of({.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c></row>)",
                   .strings = "<si><t>a &lt; b</t></si>",
                   .styles = R"(<xf numFmtId="0"/>)"});
  ASSERT_EQ(code_of(whole), "read");
  for (std::size_t size = 4; size < whole.size(); ++size) EXPECT_NE(code_of(whole.substr(0, size)), "read") << size;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x15);
    code_of(flipped);
  }
}

TEST(Spreadsheet, SurvivesBrokenXml) {
  const auto parts = test::parts_of({.rows = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2.5</v></c></row>)",
                                     .strings = "<si><t>a &lt; b</t></si><!-- x --><si><![CDATA[y]]></si>"});
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    auto broken = parts;
    std::string& text = broken[random() % broken.size()].text;
    if (random() % 2 == 0) text.resize(random() % text.size());
    if (!text.empty()) text[random() % text.size()] = "<>&;\"/!?[]-= x"[random() % 14];
    code_of(test::zip_of(broken));
  }
}

TEST(Spreadsheet, ReadsBackWhatItWrites) {
  const Sheet sheet = sheet_of({{"kode", "nama"},
                                {"001", "Kantor \"A\" & <B>", "", "=1+1"},
                                {"", "_x000A_", "baris\nbaru", "ümläut 日本"},
                                {"-6.914744", "24:00", "'=x", "+62 21 555"}});
  const auto xlsx = write_xlsx(sheet, moment);
  ASSERT_TRUE(xlsx);
  EXPECT_EQ(read(*xlsx).rows, sheet.rows);
  EXPECT_EQ(read(*xlsx).name, "Unit");
  EXPECT_TRUE(read(*xlsx).notes.empty());
  EXPECT_EQ(write_xlsx(sheet, moment), xlsx);
  const std::string csv = write_csv(sheet);
  EXPECT_THAT(csv, HasSubstr(",'=1+1"));
  const Sheet from_csv = read(csv);
  ASSERT_EQ(from_csv.rows.size(), sheet.rows.size());
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) EXPECT_EQ(from_csv.rows[row].cells, sheet.rows[row].cells);
}

TEST(Spreadsheet, ReadsBackAnythingItWrites) {
  const std::vector<std::string> pieces = {"a",       "1", "0",     "=", "'", "\"", ",", ";", "\n",
                                           "_x0041_", "_", "&amp;", "<", "é", " ",  "-", "\t"};
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<std::string>> table{{"kepala", "kepala 2"}};
    for (int row = 0; row < 3; ++row) {
      table.emplace_back();
      for (int cell = 0; cell < 4; ++cell) {
        table.back().emplace_back();
        for (auto left = random() % 5; left > 0; --left) table.back().back() += pieces[random() % pieces.size()];
      }
      table.back().emplace_back("z");
    }
    const Sheet sheet = sheet_of(table);
    const auto xlsx = write_xlsx(sheet, moment);
    ASSERT_TRUE(xlsx);
    EXPECT_EQ(read(*xlsx).rows, sheet.rows);
    const Sheet csv = read(write_csv(sheet));
    ASSERT_EQ(csv.rows.size(), sheet.rows.size());
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) EXPECT_EQ(csv.rows[row].cells, sheet.rows[row].cells);
  }
}

TEST(Spreadsheet, RefusesToWriteWhatTheFormatCannotHold) {
  EXPECT_FALSE(write_xlsx(sheet_of({{std::string(40'000, 'x')}}), moment));
  EXPECT_FALSE(write_xlsx(sheet_of({{"\xFF"}}), moment));
  EXPECT_TRUE(write_xlsx(sheet_of({}), moment));
}

TEST(Spreadsheet, ReadsCsvWithItsLineNumbers) {
  const Sheet sheet = read("kode;nama\n\n001;\"dua\nbaris\"\n;\n002;x;;\n");
  EXPECT_THAT(sheet.rows, ElementsAre(SheetRow{1, {"kode", "nama"}}, SheetRow{3, {"001", "dua\nbaris"}},
                                      SheetRow{6, {"002", "x"}}));
}

TEST(Spreadsheet, NamesColumns) {
  EXPECT_EQ(column_name(0), "A");
  EXPECT_EQ(column_name(25), "Z");
  EXPECT_EQ(column_name(26), "AA");
  EXPECT_EQ(column_name(701), "ZZ");
  EXPECT_EQ(column_name(702), "AAA");
}

}  // namespace
}  // namespace prima::files
