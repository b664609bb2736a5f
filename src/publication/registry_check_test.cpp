#include "publication/registry_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "publication/publication_test_support.h"
#include "publication/registry_notes.h"
#include "publication/registry_words.h"

namespace prima::publication {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// What is contradicted, as text: "label 'Kualitas Tinggi' expected 'Kualitas Tertinggi' owner B".
std::string shown(const Verdict& verdict) {
  std::string text;
  for (const Mismatch& one : verdict.mismatches) {
    if (!text.empty()) text += "; ";
    text += words(one.kind).en + " '" + one.printed + "' expected '" + one.expected + "'";
    if (one.owner != nullptr) text += " owner " + one.owner->key;
    if (one.known_to != nullptr) text += " known to " + one.known_to->version;
  }
  return text;
}

Verdict verdict_of(const std::string& line) { return test::check_of(line + "\n").verdicts.front(); }

TEST(Registry, OfTheHouseHoldsExactlyOneContradiction) {
  const RegistryCheck& check = test::published();
  EXPECT_EQ(check.rows.size(), 125U);
  EXPECT_EQ(check.checked(), 124U);
  EXPECT_EQ(check.compared(), 93U);
  EXPECT_EQ(check.contradictions(), 1U);
  for (std::size_t i = 0; i < check.rows.size(); ++i) {
    const PublishedRow& row = check.rows[i];
    const bool known = row.institution == "Kota Pangkalpinang" && row.year == 2023;
    EXPECT_EQ(!check.verdicts[i].mismatches.empty(), known) << row.line << " " << shown(check.verdicts[i]);
    EXPECT_THAT(check.verdicts[i].not_read, IsEmpty()) << row.line;
  }
}

TEST(Registry, FindsThatPangkalpinang2023CarriesTheLabelOfB) {
  const RegistryCheck& check = test::published();
  const auto row = std::find_if(check.rows.begin(), check.rows.end(), [](const PublishedRow& one) {
    return one.institution == "Kota Pangkalpinang" && one.year == 2023;
  });
  ASSERT_NE(row, check.rows.end());
  EXPECT_EQ(row->line, 126);
  const Verdict& verdict = check.verdicts[static_cast<std::size_t>(row - check.rows.begin())];
  EXPECT_EQ(shown(verdict), "label 'Kualitas Tinggi' expected 'Kualitas Tertinggi' owner B");
  EXPECT_EQ(printed_of(*row, verdict), "A (Kualitas Tinggi)");
  EXPECT_EQ(expected_of(verdict), "A (Kualitas Tertinggi)");
  const Words sentence = reason(*row, verdict);
  EXPECT_THAT(sentence.id, HasSubstr("label itu milik B (78.00-87.99)"));
  EXPECT_THAT(sentence.en, HasSubstr("that label belongs to B (78.00-87.99)"));
  EXPECT_THAT(sentence.id, HasSubstr("91.70 menurut aturan 2023 adalah A (Kualitas Tertinggi), zona Hijau"));
  EXPECT_THAT(sentence.en, HasSubstr("91.70 by the rule of 2023 is A (Kualitas Tertinggi), zone Hijau"));
}

struct Spelling {
  const char* name;
  int year;
  const char* score;
  const char* category;
  const char* contradiction;
};

void PrintTo(const Spelling& one, std::ostream* out) { *out << one.name; }

class Spellings : public testing::TestWithParam<Spelling> {};

TEST_P(Spellings, AreReadPartByPart) {
  const Spelling& one = GetParam();
  const Verdict verdict =
      verdict_of("Kota X,kota," + std::to_string(one.year) + "," + one.score + ",,\"" + one.category + "\",total,s");
  EXPECT_EQ(shown(verdict), one.contradiction) << one.category;
}

INSTANTIATE_TEST_SUITE_P(
    Confirmed, Spellings,
    testing::Values(Spelling{"letter_and_label", 2023, "91.70", "A (Kualitas Tertinggi)", ""},
                    Spelling{"with_filler", 2023, "91.70", "kategori A (Kualitas Tertinggi)", ""},
                    Spelling{"letter", 2023, "87.99", "B", ""}, Spelling{"small_letter", 2023, "87.99", "b", ""},
                    Spelling{"label", 2023, "78.00", "Kualitas Tinggi", ""},
                    Spelling{"short_label", 2023, "78.00", "Predikat Tinggi", ""},
                    Spelling{"capitals", 2023, "54.00", "KUALITAS SEDANG", ""},
                    Spelling{"no_break_space", 2023, "54.00", "Kualitas\xC2\xA0Sedang", ""},
                    Spelling{"label_first", 2024, "53.99", "Kualitas Rendah (D)", ""},
                    Spelling{"dash", 2024, "31.99", "E - Kualitas Terendah", ""},
                    Spelling{"en_dash", 2024, "31.99", "E–Kualitas Terendah", ""},
                    Spelling{"zone_inside", 2024, "88.00", "Zona Hijau, kategori A", ""},
                    Spelling{"grade", 2024, "88.00", "Predikat Kepatuhan Tertinggi", ""},
                    Spelling{"long", 2024, "88.00", "Opini Kualitas Pelayanan Publik Tertinggi tahun 2024", ""},
                    Spelling{"english", 2024, "88.00", "A (Highest Quality), Green Zone", ""},
                    Spelling{"three_zones", 2021, "81.00", "Kepatuhan Tinggi", ""},
                    Spelling{"three_zones_short", 2021, "80.99", "Sedang", ""},
                    Spelling{"zone_only", 2021, "50.99", "Zona Merah", ""},
                    Spelling{"old", 2017, "95.50", "Zona Hijau Kepatuhan Tinggi", ""},
                    Spelling{"quality_and_opinion", 2025, "84.43", "Baik / Kualitas Tinggi", ""},
                    Spelling{"quality", 2025, "88.00", "Sangat Baik", ""},
                    Spelling{"opinion", 2025, "77.99", "Opini Kualitas Sedang", ""},
                    Spelling{"suffix", 2025, "88.00", "Opini Kualitas Tertinggi Tanpa Maladministrasi", ""},
                    Spelling{"both_with_suffix", 2025, "78.00", "Baik, Opini Kualitas Tinggi Tanpa Maladministrasi",
                             ""},
                    Spelling{"dash_for_nothing", 2023, "91.70", "-", ""}),
    [](const auto& one) { return std::string(one.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Contradicted, Spellings,
    testing::Values(
        Spelling{"label_of_b", 2023, "91.70", "kategori A (Kualitas Tinggi)",
                 "label 'Kualitas Tinggi' expected 'Kualitas Tertinggi' owner B"},
        Spelling{"letter_of_b", 2023, "88.00", "B (Kualitas Tertinggi)", "letter 'B' expected 'A' owner B"},
        Spelling{"both_of_b", 2023, "88.00", "B (Kualitas Tinggi)",
                 "letter 'B' expected 'A' owner B; label 'Kualitas Tinggi' expected 'Kualitas Tertinggi' owner B"},
        Spelling{"both_of_different_bands", 2022, "53.99", "C (Kualitas Terendah)",
                 "letter 'C' expected 'D' owner C; label 'Kualitas Terendah' expected 'Kualitas Rendah' owner E"},
        Spelling{"short_label", 2022, "77.99", "Tinggi", "label 'Tinggi' expected 'Kualitas Sedang' owner B"},
        Spelling{"zone_inside", 2022, "77.99", "Zona Hijau, C", "zone 'Hijau' expected 'Kuning'"},
        Spelling{"label_of_2021", 2022, "95.10", "Kepatuhan Tinggi",
                 "label 'Kepatuhan Tinggi' expected 'Kualitas Tertinggi' known to 2021"},
        Spelling{"label_of_2022", 2021, "95.10", "Kualitas Tertinggi",
                 "label 'Kualitas Tertinggi' expected 'Kepatuhan Tinggi' known to 2022"},
        Spelling{"letter_in_2021", 2021, "95.10", "A", "letter 'A' expected '' known to 2022"},
        Spelling{"letter_in_2025", 2025, "95.10", "A (Kualitas Tertinggi)", "letter 'A' expected '' known to 2024"},
        Spelling{"zone_in_2025", 2025, "95.10", "Zona Hijau", "zone 'Hijau' expected '' known to 2024"},
        Spelling{"quality_of_another_band", 2025, "88.00", "Baik / Kualitas Tertinggi",
                 "label 'Baik' expected 'Sangat Baik' owner kualitas-tinggi"},
        Spelling{"opinion_of_another_band", 2025, "88.00", "Sangat Baik / Kualitas Tinggi Tanpa Maladministrasi",
                 "label 'Kualitas Tinggi' expected 'Kualitas Tertinggi' owner kualitas-tinggi"},
        Spelling{"unknown_letter", 2023, "20.00", "F", "letter 'F' expected 'E'"},
        Spelling{"plus", 2023, "91.70", "A+", "letter 'A+' expected 'A'"},
        Spelling{"unknown_label", 2023, "91.70", "A (Kualitas Istimewa)",
                 "label 'Kualitas Istimewa' expected 'Kualitas Tertinggi'"},
        Spelling{"nothing_known", 2023, "91.70", "juara umum", "label 'juara umum' expected 'Kualitas Tertinggi'"},
        Spelling{"suffix_before_2025", 2024, "91.70", "Kualitas Tertinggi Tanpa Maladministrasi",
                 "suffix 'Tanpa Maladministrasi' expected '' known to 2025"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Verdict, ComparesTheColumnOfTheZone) {
  EXPECT_EQ(shown(verdict_of("Kota X,kota,2023,77.99,Hijau,C,total,s")), "zone 'Hijau' expected 'Kuning'");
  EXPECT_EQ(shown(verdict_of("Kota X,kota,2023,77.99,zona kuning,,total,s")), "");
  EXPECT_EQ(shown(verdict_of("Kota X,kota,2025,77.99,Kuning,Zona Kuning,total,s")),
            "zone 'Kuning' expected '' known to 2024");
}

TEST(Verdict, SaysWhichScoresTheZoneBelongsTo) {
  const RegistryCheck check = test::check_of("Kota X,kota,2023,91.70,Merah,A (Kualitas Tertinggi),total,s\n");
  const Words sentence = reason(check.rows[0], check.verdicts[0]);
  EXPECT_THAT(sentence.id, HasSubstr("tercetak zona Merah: zona itu milik nilai 0.00-53.99"));
  EXPECT_THAT(sentence.en, HasSubstr("printed is zone Merah: that zone belongs to scores 0.00-53.99"));
  EXPECT_EQ(printed_of(check.rows[0], check.verdicts[0]), "Merah");
  EXPECT_EQ(expected_of(check.verdicts[0]), "Hijau");
}

TEST(Verdict, SaysThatTheYearDoesNotUseAPart) {
  const RegistryCheck check = test::check_of("Kota X,kota,2025,91.70,Hijau,Istimewa,total,s\n");
  const Words sentence = reason(check.rows[0], check.verdicts[0]);
  EXPECT_THAT(sentence.id, HasSubstr("zona itu tidak dipakai pada 2025, melainkan pada 2024"));
  EXPECT_THAT(sentence.en, HasSubstr("label \"Istimewa\": that label is not known in 2025"));
  EXPECT_EQ(printed_of(check.rows[0], check.verdicts[0]), "Hijau, Istimewa");
  EXPECT_EQ(expected_of(check.verdicts[0]), "Sangat Baik / Kualitas Tertinggi");
}

TEST(Verdict, OfAnEvaluationAheadOfTheRoundUsesTheMethodBefore) {
  const Verdict verdict = verdict_of("Kota X,kota,2022 pra-evaluasi,85.00,Hijau,Kepatuhan Tinggi,total,s");
  EXPECT_EQ(verdict.instrument->version, "2021");
  EXPECT_TRUE(verdict.by_earlier_method);
  EXPECT_EQ(shown(verdict), "");
  EXPECT_EQ(shown(verdict_of("Kota X,kota,2022 pra-evaluasi,80.00,Hijau,Kepatuhan Tinggi,total,s")),
            "zone 'Hijau' expected 'Kuning'; label 'Kepatuhan Tinggi' expected 'Kepatuhan Sedang' owner tinggi");
}

TEST(Verdict, OfAnEvaluationInTheWordsOfItsYearUsesTheMethodOfItsYear) {
  EXPECT_EQ(verdict_of("Kota X,kota,2022 pra-evaluasi,85.00,Hijau,B,total,s").instrument->version, "2022");
  EXPECT_EQ(verdict_of("Kota X,kota,2022 pra-evaluasi,85.00,,,total,s").instrument->version, "2022");
  EXPECT_EQ(verdict_of("Kota X,kota,2022 pra-evaluasi,85.00,,juara,total,s").instrument->version, "2022");
}

TEST(Verdict, WithoutAScoreChecksNothing) {
  const Verdict verdict = verdict_of("Kota X,kota,2025,,,Kualitas Sedang,total,s");
  EXPECT_FALSE(verdict.is_checked());
  EXPECT_FALSE(verdict.compared);
  EXPECT_EQ(shown(verdict), "");
  EXPECT_FALSE(verdict_of("Kota X,kota,2023,20.00,,A,dimension:Input,s").is_checked());
}

TEST(Verdict, RoundsAsTheLevelDoesBeforeItNamesTheBand) {
  EXPECT_EQ(verdict_of("Kota X,kota,2023,87.9949,,,total,s").classification->band->key, "B");
  EXPECT_EQ(verdict_of("Kota X,kota,2023,87.9951,,,unit:Y,s").classification->band->key, "A");
  EXPECT_EQ(verdict_of("Nasional,nasional,2025,74.64,,Cukup,average,s").classification->score, "74.64");
}

TEST(Verdict, SaysWhichWordsItDidNotCompare) {
  EXPECT_THAT(verdict_of("Kota X,kota,2023,91.70,,A terbaik se-Jawa,total,s").not_read,
              ElementsAre("terbaik", "se", "Jawa"));
}

TEST(Registry, GivesTheSameVerdictsInAnyOrderOfTheRows) {
  std::vector<PublishedRow> rows = test::published().rows;
  const auto codes = [](const RegistryCheck& check) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < check.rows.size(); ++i) {
      all.push_back(std::to_string(check.rows[i].line) + shown(check.verdicts[i]));
    }
    for (const Note& note : notes_of(check)) all.push_back(note.code + note.message.id);
    std::sort(all.begin(), all.end());
    return all;
  };
  const auto expected = codes(test::published());
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(rows.begin(), rows.end(), random);
    EXPECT_EQ(codes(check_registry(rows, test::rounds())), expected);
  }
}

// Every band of every method prints its own category in full without contradiction, and each label of another band of
// the same method is a contradiction that names its owner.
TEST(Registry, ConfirmsEachBandInItsOwnWordsAndRefusesThoseOfTheOthers) {
  for (const Round& round : test::rounds().all()) {
    const std::string year = std::to_string(static_cast<int>(round.instrument->valid_from.year()));
    for (const instrument::Band& band : round.instrument->bands) {
      for (const instrument::Band& other : round.instrument->bands) {
        for (const Rational& score : {band.min, band.max}) {
          const Verdict verdict = verdict_of("Kota X,kota," + year + "," + fixed(score, {}) + ",,\"" +
                                             official_category(other) + "\",total,s");
          ASSERT_EQ(verdict.classification->band, &band);
          EXPECT_EQ(verdict.mismatches.empty(), &band == &other) << year << " " << band.key << " " << other.key;
          for (const Mismatch& one : verdict.mismatches) EXPECT_EQ(one.owner, &other);
        }
      }
    }
  }
}

TEST(Notes, OfTheHouseSayHowUnitsAndTotalsGoTogether) {
  std::vector<std::string> notes;
  for (const Note& note : notes_of(test::published())) notes.push_back(note.code + ": " + note.message.en);
  EXPECT_THAT(notes,
              ElementsAre("mean_of_units_differs: Kota Magelang 2021: the mean of the 4 published units is 62.21, the "
                          "total 68.27; that year the mean is over service products",
                          "judged_by_earlier_method: Kota Magelang 2022 (pre-evaluation): uses the words of the method "
                          "of 2021, so it is judged by that method",
                          "mean_of_units_equals: Kota Magelang 2022 (pre-evaluation): the total 93.28 is the mean of "
                          "the 4 published units",
                          "mean_of_units_equals: Kabupaten Lombok Timur 2022: the total 68.82 is the mean of the 4 "
                          "published units",
                          "mean_of_units_differs: Kota Batu 2024: the mean of the 5 published units is 83.51, the "
                          "total 82.28; perhaps not all units were published"));
}

TEST(Notes, SayWhereSourcesDisagree) {
  const auto notes =
      notes_of(test::check_of("Kota Magelang,kota,2023,98.17,,,total,a\n"
                              "KOTA MAGELANG,kota,2023,98.18,,,total,b\n"
                              "Kota Magelang,kota,2023,98.170,,,total,c\n"
                              "Kota Magelang,kota,2022,98.18,,,total,a\n"));
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].code, "sources_disagree");
  EXPECT_THAT(notes[0].lines, ElementsAre(2, 3, 4));
  EXPECT_THAT(notes[0].message.id, HasSubstr("98.17, 98.18"));
}

}  // namespace
}  // namespace prima::publication
