#include "catalogue/search_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/search_typo.h"

namespace prima::catalogue {
namespace {

std::string normalised(std::string_view text) {
  std::string words;
  for (const Token& one : normalised_words(text)) words += (words.empty() ? "" : " ") + one.word;
  return words;
}

TEST(SearchWords, OneFormForEachSpelling) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Surat KETERANGAN", "surat keterangan"},
      {"K.T.P.", "ktp"},
      {"d.a. KTP", "da ktp"},
      {"KTP-el", "ktp el"},
      {"eKTP", "ktp"},
      {"surat-surat", "surat"},
      {"surat-suratnya", "surat"},
      {"surat2", "surat"},
      {"antar-sekolah", "antar sekolah"},
      {"Rp1.000.000", "rp1000000"},
      {"1.000.000", "1000000"},
      {"2,500", "2500"},
      {"3.5", "3 5"},
      {"007", "7"},
      {"0", "0"},
      {"N1", "n1"},
      {"h2o", "h2o"},
      {"srt ket", "surat keterangan"},
      {"ijin praktek", "izin praktik"},
      {"yg dgn", "yang dengan"},
      {"Café", "cafe"},
      {"A+", "a"},
      {"   \t\n", ""},
      {"", ""},
      {"\xFF\xFE\xC0", ""},
      {"ak\xFFta", "ak ta"},
      {"nama\xE2\x80\x94usaha", "nama usaha"},
      {"日本", "日本"},
  };
  for (const auto& [text, words] : rows) EXPECT_EQ(normalised(text), words) << text;
}

TEST(SearchWords, KnowTheirPlaceInTheText) {
  const std::string_view text = "(K.T.P.) surat-surat!";
  const auto words = normalised_words(text);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_EQ(text.substr(words[0].begin, words[0].end - words[0].begin), "K.T.P");
  EXPECT_EQ(text.substr(words[1].begin, words[1].end - words[1].begin), "surat-surat");
}

TEST(SearchWords, LeaveOutStopWordsOfBothLanguages) {
  std::string words;
  for (const SearchWord& one : search_words("bagaimana cara saya membuat KTP yang baru, how do I get the card?")) {
    words += one.word + (one.weak ? "- " : " ");
  }
  EXPECT_EQ(words, "membuat- ktp baru- get- card- ");
}

TEST(SearchWords, WordsWithoutMeaningGiveNone) { EXPECT_TRUE(search_words("yang di ke dari, the of").empty()); }

TEST(TypingErrors, AreCounted) {
  struct Row {
    std::string_view a;
    std::string_view b;
    std::size_t errors;
  };
  constexpr Row rows[] = {
      {"akta", "akta", 0},
      {"akta", "akte", 1},
      {"akta", "akt", 1},
      {"akta", "aktaa", 1},
      {"akta", "atka", 1},
      {"hilang", "hialng", 1},
      {"kelahiran", "klahirn", 2},
      {"kelahiran", "kelahrian", 1},
      {"", "", 0},
      {"", "ab", 2},
      {"abc", "", 3},
      {"abcd", "dcba", 3},
      {"ca", "abc", 3},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(typing_errors(row.a, row.b, 2), std::min<std::size_t>(row.errors, 3)) << row.a << " " << row.b;
    EXPECT_EQ(typing_errors(row.b, row.a, 2), std::min<std::size_t>(row.errors, 3)) << row.b << " " << row.a;
  }
}

TEST(TypingErrors, AreAllowedByLength) {
  EXPECT_EQ(allowed_errors(3), 0U);
  EXPECT_EQ(allowed_errors(4), 1U);
  EXPECT_EQ(allowed_errors(7), 1U);
  EXPECT_EQ(allowed_errors(8), 2U);
  EXPECT_EQ(allowed_errors(40), 2U);
  EXPECT_EQ(allowed_errors(41), 0U);
}

TEST(TypingErrors, ChangeAtMostTwoLettersEach) {
  const std::string_view words[] = {"akta", "akte", "atka", "kelahiran", "kelahrian", "izin", "ijin", "a1b2", "b2c3"};
  for (const auto a : words) {
    for (const auto b : words) {
      const std::size_t errors = typing_errors(a, b, 2);
      if (errors > 2) continue;
      EXPECT_LE(static_cast<std::size_t>(__builtin_popcount(letters_of(a) ^ letters_of(b))), 2 * errors) << a << b;
    }
  }
}

}  // namespace
}  // namespace prima::catalogue
