#include "publication/registry_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/csv.h"
#include "publication/publication_test_support.h"
#include "publication/registry_text.h"

namespace prima::publication {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string pangkalpinang =
    "Kota Pangkalpinang,kota,2023,91.70,Hijau,kategori A (Kualitas Tinggi),total,\"Berita, 20 Juni 2024\"\n"
    "Kota Batu,kota,2025,,,Kualitas Sedang,total (nilai tidak dicetak),https://x\n";

TEST(RegistryJson, IsTheDocumentOfTheContract) {
  EXPECT_EQ(
      to_json(test::check_of(pangkalpinang), Language::id),
      R"json({"rows":2,"checked":1,"contradictions":[{"line":2,"institution":"Kota Pangkalpinang","year":2023,)json"
      R"json("subject":"total","score":"91.70","printed":"kategori A (Kualitas Tinggi)",)json"
      R"json("expected":"A (Kualitas Tertinggi)","reason":"91.70 menurut aturan 2023 adalah A (Kualitas Tertinggi), )json"
      R"json(zona Hijau; tercetak label \"Kualitas Tinggi\": label itu milik B (78.00-87.99)",)json"
      R"json("instrument":"ombudsman/kepatuhan/2023","parts":[{"part":"label","printed":"Kualitas Tinggi",)json"
      R"json("expected":"Kualitas Tertinggi","belongs_to":"B (Kualitas Tinggi)"}]}],"compared":1,"notes":[]})json");
}

TEST(RegistryJson, SpeaksTheLanguageOfTheReaderInReasonsOnly) {
  const std::string text = to_json(test::check_of(pangkalpinang), Language::en);
  EXPECT_THAT(text, HasSubstr("that label belongs to B (78.00-87.99)"));
  EXPECT_THAT(text, HasSubstr(R"json("expected":"A (Kualitas Tertinggi)")json"));
}

TEST(RegistryJson, OfTheRowsHoldsWhatIsPrintedAndWhatTheRuleGives) {
  EXPECT_EQ(
      rows_to_json(test::check_of(pangkalpinang), Language::en),
      R"json({"rows":[{"line":2,"institution":"Kota Pangkalpinang","level":"kota","year":2023,"year_note":null,)json"
      R"json("subject":"total","unit":null,"remark":null,"score":"91.70","zone":"Hijau",)json"
      R"json("category":"kategori A (Kualitas Tinggi)","source":"Berita, 20 Juni 2024","computed":)json"
      R"json({"score":"91.70","category":"A","quality":"Kualitas Tertinggi","opinion":null,"zone":"Hijau",)json"
      R"json("instrument":"ombudsman/kepatuhan/2023"},"contradiction":"91.70 by the rule of 2023 is )json"
      R"json(A (Kualitas Tertinggi), zone Hijau; printed is label \"Kualitas Tinggi\": that label belongs to B )json"
      R"json((78.00-87.99)"},{"line":3,"institution":"Kota Batu","level":"kota","year":2025,"year_note":null,)json"
      R"json("subject":"total","unit":null,"remark":"nilai tidak dicetak","score":null,"zone":null,)json"
      R"json("category":"Kualitas Sedang","source":"https://x","computed":null,"contradiction":null}]})json");
}

TEST(RegistryCsv, CanBeReadAgainAndAddsWhatTheRuleGives) {
  const std::string csv = rows_to_csv(test::check_of(pangkalpinang), Language::en);
  EXPECT_THAT(csv, HasSubstr("\nKota Pangkalpinang,kota,2023,91.70,Hijau,kategori A (Kualitas Tinggi),total,"
                             "\"Berita, 20 Juni 2024\",A (Kualitas Tertinggi),Hijau,ombudsman/kepatuhan/2023,"));
  EXPECT_THAT(csv, HasSubstr("\nKota Batu,kota,2025,,,Kualitas Sedang,total (nilai tidak dicetak),https://x,,,"
                             "ombudsman/opini/2025,\n"));
  CsvReader reader(csv, "out.csv");
  int records = 0;
  while (reader.next()) {
    EXPECT_EQ(reader.fields().size(), 12U);
    ++records;
  }
  EXPECT_FALSE(reader.problem());
  EXPECT_EQ(records, 3);
}

TEST(RegistryText, TellsCountsAndContradictionsInEitherLanguage) {
  const RegistryCheck check = test::check_of(pangkalpinang);
  EXPECT_EQ(to_text(check, Language::id),
            "2 baris, 1 dapat dihitung ulang, 1 mencetak zona atau kategori, 1 bertentangan\n"
            "\n"
            "baris 2: Kota Pangkalpinang 2023\n"
            "  nilai: 91.70\n"
            "  tercetak: kategori A (Kualitas Tinggi)\n"
            "  menurut aturan: A (Kualitas Tertinggi)\n"
            "  91.70 menurut aturan 2023 adalah A (Kualitas Tertinggi), zona Hijau; tercetak label \"Kualitas "
            "Tinggi\": label itu milik B (78.00-87.99)\n"
            "  sumber: Berita, 20 Juni 2024\n");
  EXPECT_THAT(to_text(check, Language::en),
              StartsWith("2 rows, 1 can be recomputed, 1 print a zone or category, 1 contradict the rule\n"));
}

TEST(RegistryText, PutsNotesBelowTheContradictions) {
  EXPECT_THAT(to_text(test::published(), Language::en),
              HasSubstr("\nNotes (no contradictions):\n  Kota Magelang 2021"));
  EXPECT_THAT(to_text(test::check_of(pangkalpinang), Language::en), Not(HasSubstr("Notes")));
}

}  // namespace
}  // namespace prima::publication
