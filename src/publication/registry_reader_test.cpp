#include "publication/registry_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "publication/publication_test_support.h"

namespace prima::publication {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::SizeIs;

Findings findings_of(const std::string& bytes) {
  const auto rows = read_registry(bytes, "r.csv", test::rounds());
  return rows ? Findings{} : rows.error();
}

TEST(RegistryReader, ReadsEveryFieldOfARow) {
  const auto row = test::rows_of(
      "Kota Magelang, KOTA ,2022 pra-evaluasi,80.19,Zona Hijau,Kepatuhan Tinggi,unit:Dinas Kesehatan,https://x\n")[0];
  EXPECT_EQ(row.line, 2);
  EXPECT_EQ(row.institution, "Kota Magelang");
  EXPECT_EQ(row.level, Level::city);
  EXPECT_EQ(row.year, 2022);
  EXPECT_EQ(row.year_note.id, "pra-evaluasi");
  EXPECT_EQ(*row.score, Rational::ratio(8019, 100));
  EXPECT_EQ(row.score_text, "80.19");
  EXPECT_EQ(row.zone, instrument::Zone::green);
  EXPECT_EQ(row.category_text, "Kepatuhan Tinggi");
  EXPECT_EQ(row.subject.kind, Subject::Kind::unit);
  EXPECT_EQ(row.subject.name, "Dinas Kesehatan");
  EXPECT_EQ(row.source, "https://x");
}

TEST(RegistryReader, ReadsWhatASubjectCanBe) {
  struct Case {
    const char* text;
    Subject::Kind kind;
    const char* name;
    const char* remark_id;
    const char* remark_en;
  };
  for (const Case& one : {Case{"total", Subject::Kind::total, "", "", ""}, Case{"", Subject::Kind::total, "", "", ""},
                          Case{"TOTAL", Subject::Kind::total, "", "", ""},
                          Case{"total (sementara)", Subject::Kind::total, "", "sementara", "sementara"},
                          Case{"total (sementara | provisional)", Subject::Kind::total, "", "sementara", "provisional"},
                          Case{"average", Subject::Kind::average, "", "", ""},
                          Case{"Rata-rata (310 lokus)", Subject::Kind::average, "", "310 lokus", "310 lokus"},
                          Case{"unit:Disdukcapil", Subject::Kind::unit, "Disdukcapil", "", ""},
                          Case{"Unit: Puskesmas A (Utara)", Subject::Kind::unit, "Puskesmas A (Utara)", "", ""},
                          Case{"Disdukcapil", Subject::Kind::unit, "Disdukcapil", "", ""},
                          Case{"dimension:Input", Subject::Kind::dimension, "Input", "", ""},
                          Case{"dimensi:Proses", Subject::Kind::dimension, "Proses", "", ""}}) {
    const auto row = test::rows_of(std::string("X,kota,2023,90,,,") + one.text + ",s\n")[0];
    EXPECT_EQ(row.subject.kind, one.kind) << one.text;
    EXPECT_EQ(row.subject.name, one.name) << one.text;
    EXPECT_EQ(row.subject.remark.id, one.remark_id) << one.text;
    EXPECT_EQ(row.subject.remark.en, one.remark_en) << one.text;
  }
}

TEST(RegistryReader, TakesTheNoteOfAYear) {
  EXPECT_EQ(test::rows_of("X,kota,2023,90,,,total,s\n")[0].year_note.id, "");
  EXPECT_EQ(test::rows_of("X,kota,2019 (penilaian terakhir),90,,,total,s\n")[0].year_note.id, "penilaian terakhir");
  EXPECT_EQ(test::rows_of("X,kota,2022 (pra-evaluasi | pre-evaluation),90,,,total,s\n")[0].year_note.en,
            "pre-evaluation");
}

TEST(RegistryReader, AcceptsAnyOrderOfColumnsSemicolonsAndABom) {
  const auto rows = read_registry(
      "\xEF\xBB\xBFScore;zone;category;institution;level;year;source_url;dimension_or_unit\r\n"
      "91.70;;;Kota X;kota;2023;;total\r\n",
      "r.csv", test::rounds());
  ASSERT_TRUE(rows);
  EXPECT_EQ((*rows)[0].score_text, "91.70");
}

TEST(RegistryReader, AcceptsAnyWordForALevel) {
  EXPECT_EQ(test::rows_of("X,Unit Vertikal,2023,90,,,total,s\n")[0].level, Level::vertical_unit);
  const auto row = test::rows_of("X,desa,2023,90,,,total,s\n")[0];
  EXPECT_EQ(row.level, Level::other);
  EXPECT_EQ(row.level_text, "desa");
}

struct BadRow {
  const char* name;
  const char* row;
  const char* code;
  const char* words;  // of the English message
};

void PrintTo(const BadRow& one, std::ostream* out) { *out << one.name; }

class BadRows : public testing::TestWithParam<BadRow> {};

TEST_P(BadRows, AreRefusedWithLineFieldAndWhatToDo) {
  const auto findings = findings_of(test::header + "Kota Y,kota,2023,91.70,,,total,s\n" + GetParam().row + "\n");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].code, GetParam().code);
  EXPECT_EQ(findings[0].file, "r.csv");
  EXPECT_EQ(findings[0].line, 3);
  EXPECT_THAT(findings[0].message.en, HasSubstr(GetParam().words));
  EXPECT_FALSE(findings[0].message.id.empty());
}

INSTANTIATE_TEST_SUITE_P(
    RegistryReader, BadRows,
    testing::Values(
        BadRow{"decimal_comma", "Kota X,kota,2023,\"91,70\",,,total,s", "bad_score",
               "column \"score\": \"91,70\" has a decimal comma"},
        BadRow{"bare_decimal_comma", "Kota X,kota,2023,91,70,,,total,s", "bad_score", "has a decimal comma"},
        BadRow{"nan", "Kota X,kota,2023,NaN,,,total,s", "bad_score", "\"NaN\" is not a finite number"},
        BadRow{"infinite", "Kota X,kota,2023,inf,,,total,s", "bad_score", "not a finite number"},
        BadRow{"exponent", "Kota X,kota,2023,1e999,,,total,s", "bad_score", "\"1e999\" has an exponent"},
        BadRow{"word", "Kota X,kota,2023,tinggi,,,total,s", "bad_score", "\"tinggi\" is not a number"},
        BadRow{"percent", "Kota X,kota,2023,91%,,,total,s", "bad_score", "is not a number"},
        BadRow{"above_the_scale", "Kota X,kota,2023,100.005,,,total,s", "score_off_scale",
               "the score 100.005 is off the scale of 0 to 100 of ombudsman/kepatuhan/2023"},
        BadRow{"below_the_scale", "Kota X,kota,2023,-0.01,,,total,s", "score_off_scale", "off the scale"},
        BadRow{"unknown_zone", "Kota X,kota,2023,90,Biru,,total,s", "unknown_zone", "\"Biru\" is not a zone"},
        BadRow{"misspelt_zone", "Kota X,kota,2023,90,Hijou,,total,s", "unknown_zone", "did you mean hijau?"},
        BadRow{"no_year", "Kota X,kota,,90,,,total,s", "bad_year", "column \"year\": \"\" is not a year"},
        BadRow{"year_in_words", "Kota X,kota,tahun 2023,90,,,total,s", "bad_year", "begin with four digits"},
        BadRow{"five_digits", "Kota X,kota,20233,90,,,total,s", "bad_year", "is not a year"},
        BadRow{"year_without_assessment", "Kota X,kota,2020,90,,,total,s", "year_without_instrument",
               "2013-2019, 2021, 2022, 2023, 2024, 2025 and later"},
        BadRow{"no_institution", ",kota,2023,90,,,total,s", "empty_name", "column \"institution\": is empty"},
        BadRow{"too_few_fields", "Kota X,kota,2023", "wrong_field_count", "3 fields, the header has 8"},
        BadRow{"too_many_fields", "Kota X,kota,2023,90,,,total,s,t", "wrong_field_count", "9 fields"},
        BadRow{"twin", "kota y,kota,2023,90,,,total,s", "duplicate_row", "already stand on line 2"},
        BadRow{"wrong_encoding", "Kota X,kota,2023,9\xff,,,total,s", "wrong_encoding", ""}),
    [](const auto& one) { return std::string(one.param.name); });

struct BadHeader {
  const char* name;
  const char* header;
  const char* code;
  const char* words;
};

void PrintTo(const BadHeader& one, std::ostream* out) { *out << one.name; }

class BadHeaders : public testing::TestWithParam<BadHeader> {};

TEST_P(BadHeaders, AreRefusedByName) {
  const auto findings = findings_of(std::string(GetParam().header) + "\nKota X,kota,2023,90,,,total,s\n");
  ASSERT_FALSE(findings.empty());
  EXPECT_EQ(findings[0].code, GetParam().code);
  EXPECT_EQ(findings[0].line, 1);
  EXPECT_THAT(findings[0].message.en, HasSubstr(GetParam().words));
}

INSTANTIATE_TEST_SUITE_P(
    RegistryReader, BadHeaders,
    testing::Values(BadHeader{"unknown", "institution,level,year,skore,zone,category,dimension_or_unit,source_url",
                              "unknown_column", "did you mean \"score\""},
                    BadHeader{"missing", "institution,level,year,score,zone,category,dimension_or_unit",
                              "missing_column", "\"source_url\""},
                    BadHeader{"twice", "institution,level,year,score,zone,zone,category,dimension_or_unit,source_url",
                              "repeated_column", "\"zone\" is there twice"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(RegistryReader, TellsAllFindingsOfAFileAtOnce) {
  const auto findings = findings_of(test::header + "X,kota,abc,NaN,Biru,,total,s\nY,kota,2023,1e9,,,total,s\n");
  EXPECT_THAT(findings, SizeIs(4));
}

TEST(RegistryReader, StopsAtAHundredFindings) {
  std::string bytes = test::header;
  for (int i = 0; i < 200; ++i) bytes += "X,kota,abc,NaN,Biru,,total,s\n";
  EXPECT_THAT(findings_of(bytes), SizeIs(100));
  EXPECT_THAT(findings_of(std::string(200, ';') + "\n"), SizeIs(100));
}

TEST(RegistryReader, RefusesAFileWithoutRows) {
  EXPECT_EQ(findings_of("")[0].code, "no_records");
  EXPECT_EQ(findings_of(test::header)[0].code, "no_records");
}

TEST(RegistryReader, AcceptsTheSameResultFromTwoSources) {
  EXPECT_THAT(test::rows_of("X,kota,2023,98.17,,,total,a\nX,kota,2023,98.18,,,total,b\n"), SizeIs(2));
}

TEST(RegistryReader, ComparesRowsWithoutASourceByTheirScoreToo) {
  EXPECT_THAT(test::rows_of("X,kota,2023,98.17,,,total,\nX,kota,2023,98.18,,,total,\n"), SizeIs(2));
  EXPECT_EQ(findings_of(test::header + "X,kota,2023,98.17,,,total,\nX,kota,2023,98.17,,,total,\n")[0].code,
            "duplicate_row");
}

}  // namespace
}  // namespace prima::publication
