#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "directory/import_names_rules.h"
#include "directory/import_rules.h"
#include "directory/unit_test_support.h"

namespace prima::directory {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr InstitutionId institution{1};

files::Sheet sheet_of(const std::string& csv) {
  auto sheet = files::read_spreadsheet(csv, "unit.csv");
  EXPECT_TRUE(sheet);
  return *std::move(sheet);
}

std::vector<KnownUnit> known_units() {
  Unit closed = test::civil_registry();
  closed.code = "LAMA";
  closed.name = "Kantor Catatan Sipil";
  closed.standing.status = Status::closed;
  return {{test::civil_registry(), 4}, {closed, 2}};
}

ImportPlan plan(const std::string& csv, const std::vector<KnownUnit>& known = known_units()) {
  return plan_import(sheet_of(csv), institution, known, regions());
}

std::vector<std::string> codes(const ImportPlan& plan) {
  std::vector<std::string> list;
  for (const ImportProblem& problem : plan.problems) {
    EXPECT_FALSE(problem.message.id.empty() || problem.message.en.empty());
    list.push_back(std::to_string(problem.row) + " " + problem.code);
  }
  return list;
}

TEST(Import, CreatesChangesAndLeaves) {
  const ImportPlan result = plan(
      "Kode,Nama,Jenis,Senin\n"
      "DPMPTSP,Dinas Penanaman Modal,dinas,08.00-16.00\n"
      "disdukcapil,Disdukcapil Kota,dinas,\"08:00-12:00, 13:00-16:00\"\n");
  EXPECT_THAT(codes(result), IsEmpty());
  ASSERT_EQ(result.units.size(), 2U);
  EXPECT_EQ(result.units[0].action, ImportAction::create);
  EXPECT_EQ(result.units[0].unit.institution, institution);
  EXPECT_EQ(text_of(result.units[0].unit, UnitField::monday), "08:00-16:00");
  EXPECT_EQ(result.units[1].action, ImportAction::change);
  EXPECT_EQ(result.units[1].version, 4);
  EXPECT_EQ(result.units[1].unit.code, "DISDUKCAPIL");
  EXPECT_EQ(result.units[1].unit.address, test::civil_registry().address);
  EXPECT_THAT(result.units[1].changes,
              ElementsAre(FieldChange{UnitField::name, "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil Kota"}));
  const ImportPlan again = plan("Code,Name\nDISDUKCAPIL,Dinas Kependudukan dan Pencatatan Sipil\n");
  EXPECT_EQ(again.count(ImportAction::leave), 1U);
}

TEST(Import, ABlankCellTakesTheValueAwayAndAMissingColumnDoesNot) {
  const ImportPlan result = plan("Kode,Alamat\nDISDUKCAPIL,\n");
  EXPECT_THAT(result.units.front().changes,
              ElementsAre(FieldChange{UnitField::address, "Jalan Kanguru Raya Nomor 3", ""}));
}

TEST(Import, SaysEverythingThatIsWrongWithItsRowAndColumn) {
  const ImportPlan result = plan(
      "Kode,Nama,Senin,Kode wilayah\n"
      "A,,pagi,33.70\n"
      ",Kantor,,\n"
      "B,Kantor B,,33.99\n"
      "B,Kantor Lain,,\n"
      "LAMA,Kantor,,\n"
      "C,Kantor C,,,,lebih\n");
  EXPECT_THAT(codes(result),
              ElementsAre("2 value_not_usable", "2 value_not_usable", "3 code_missing", "4 unknown_region",
                          "5 repeated_code", "6 unit_not_active", "7 cell_without_heading"));
  EXPECT_EQ(result.problems[0].column, "Senin (C)");
  EXPECT_EQ(result.problems[3].column, "Kode wilayah (D)");
  EXPECT_EQ(result.problems[6].column, "F");
  EXPECT_FALSE(result.can_be_applied());
}

TEST(Import, RefusesTablesWhoseHeadingsItDoesNotKnow) {
  EXPECT_THAT(codes(plan("Kode,Nmaa,Warna,Kode\nA,B,C,D\n")),
              ElementsAre("1 unknown_column", "1 unknown_column", "1 repeated_column"));
  EXPECT_THAT(plan("Kode,Naama\nA,B\n").problems.front().message.en, HasSubstr("Nama"));
  EXPECT_THAT(codes(plan("Nama\nA\n")), ElementsAre("1 no_code_column"));
  EXPECT_THAT(codes(plan("Kode,Nama\n")), ElementsAre("0 empty_table"));
  EXPECT_THAT(codes(plan("")), ElementsAre("0 empty_table"));
}

TEST(Import, ReportsNewNamesThatAreMuchLikeOthersWithoutStopping) {
  const ImportPlan result = plan(
      "Kode,Nama\n"
      "X,Dinas Kependudukan & Pencatatan Sipil\n"
      "P1,Puskesmas Tembalang\n"
      "P2,Pkm. Tembalang\n"
      "S1,SD Negeri 1 Tembalang\n"
      "S2,SD Negeri 2 Tembalang\n"
      "K,Kantor Catatan Sipil\n");
  EXPECT_THAT(codes(result), ElementsAre("2 similar_name", "4 similar_name"));
  EXPECT_TRUE(result.can_be_applied());
  EXPECT_THAT(result.problems[0].message.en, HasSubstr("DISDUKCAPIL"));
}

TEST(Import, TakesNotesOfTheFileAlong) {
  files::Sheet sheet = sheet_of("Kode,Nama\nA,Kantor A\n");
  sheet.notes.push_back({"formula_value_taken", "unit.xlsx", 0, {"a", "b"}});
  const ImportPlan result = plan_import(sheet, institution, {}, regions());
  EXPECT_THAT(codes(result), ElementsAre("0 formula_value_taken"));
  EXPECT_TRUE(result.can_be_applied());
}

TEST(SimilarNames, AreOneSlipApart) {
  const auto similar = [](const std::string& a, const std::string& b) {
    SimilarNames names;
    names.add(a);
    return names.find(b).has_value();
  };
  EXPECT_TRUE(similar("Puskesmas Tembalang", "puskesmas  tembalang"));
  EXPECT_TRUE(similar("Puskesmas Tembalang", "Puskesmas Temblang"));
  EXPECT_TRUE(similar("Puskesmas Tembalang", "Puskesmas Tembalnag"));
  EXPECT_TRUE(similar("RSUD Kota", "Rumah Sakit Umum Daerah Kota"));
  EXPECT_FALSE(similar("Puskesmas Tembalang", "Puskesmas Banyumanik"));
  EXPECT_FALSE(similar("SD 1", "SD 2"));
  EXPECT_FALSE(similar("Kelurahan Sendangguwo 10", "Kelurahan Sendangguwo 11"));
  EXPECT_FALSE(similar("ABC", "ABD"));
  EXPECT_FALSE(similar("Kantor Wilayah A", "Kantor Wilayah B"));
  EXPECT_FALSE(similar("", ""));
}

// Whatever the units are, exporting them and importing the file again asks for nothing.
TEST(Import, OfAnExportChangesNothing) {
  std::mt19937 random(5);
  for (int round = 0; round < 60; ++round) {
    std::vector<KnownUnit> known;
    for (std::size_t unit = 0; unit <= random() % 6; ++unit)
      known.push_back({test::random_unit(random, "U-" + std::to_string(unit)), static_cast<std::int64_t>(unit + 1)});
    const Language language = round % 2 == 0 ? Language::id : Language::en;
    const files::Sheet sheet = export_units(known, language, "Unit");
    const auto xlsx = files::write_xlsx(sheet, from_unix_ms(0));
    ASSERT_TRUE(xlsx);
    for (const std::string& bytes : {*xlsx, files::write_csv(sheet)}) {
      const ImportPlan result = plan_import(sheet_of(bytes), institution, known, regions());
      EXPECT_THAT(codes(result), IsEmpty());
      EXPECT_EQ(result.count(ImportAction::leave), known.size());
      for (std::size_t unit = 0; unit < known.size(); ++unit) EXPECT_EQ(result.units[unit].unit, known[unit].unit);
    }
    // And into an empty directory it gives the same units.
    const ImportPlan fresh = plan_import(sheet_of(*xlsx), institution, {}, regions());
    EXPECT_EQ(fresh.count(ImportAction::create), known.size());
    for (std::size_t unit = 0; unit < known.size(); ++unit) EXPECT_EQ(fresh.units[unit].unit, known[unit].unit);
  }
}

}  // namespace
}  // namespace prima::directory
