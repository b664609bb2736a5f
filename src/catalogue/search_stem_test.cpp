#include "catalogue/search_stem.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace prima::catalogue {
namespace {

TEST(Stem, TheFormsOfOneIndonesianWordMeetInOneRoot) {
  const std::vector<std::vector<std::string>> families = {
      {"buat", "membuat", "pembuatan", "dibuat", "buatkan", "membuatkan"},
      {"panjang", "perpanjangan", "memperpanjang", "diperpanjang", "perpanjang"},
      {"nikah", "menikah", "pernikahan", "dinikahi"},
      {"cerai", "bercerai", "perceraian", "menceraikan"},
      {"terbit", "menerbitkan", "penerbitan", "diterbitkan"},
      {"sekolah", "bersekolah", "menyekolahkan"},
      {"hilang", "kehilangan", "hilangnya"},
      {"pindah", "perpindahan", "kepindahan", "memindahkan"},
      {"daftar", "mendaftar", "pendaftaran", "terdaftar"},
      {"izin", "perizinan", "berizin", "izinnya", "mengizinkan"},
      {"lahir", "kelahiran", "melahirkan"},
      {"rumah", "perumahan"},
      {"terima", "menerima", "penerimaan"},
      {"tutup", "menutup", "penutupan"},
      {"milik", "kepemilikan", "pemilik", "memiliki"},
      {"sah", "pengesahan", "mengesahkan"},
      {"rawat", "perawatan", "merawat"},
      {"ubah", "perubahan", "mengubah"},
      {"urus", "mengurus", "pengurusan", "ngurus"},
  };
  for (const auto& family : families) {
    for (const std::string& word : family) EXPECT_EQ(stems_of(word).id, stems_of(family.front()).id) << word;
  }
}

TEST(Stem, TheFormsOfOneEnglishWordMeetInOneRoot) {
  EXPECT_EQ(stems_of("licences").en, stems_of("licence").en);
  EXPECT_EQ(stems_of("moving").en, stems_of("move").en);
  EXPECT_EQ(stems_of("certificates").en, stems_of("certificate").en);
}

TEST(Stem, DifferentWordsStayApart) {
  const std::vector<std::string> words = {"lahir", "mati",  "nikah",    "cerai", "pindah", "sekolah",
                                          "tanah", "rumah", "usaha",    "pajak", "izin",   "keluarga",
                                          "sehat", "sakit", "bangunan", "kartu", "akta",   "lurah"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) EXPECT_NE(stems_of(words[i]).id, stems_of(words[k]).id) << words[i];
  }
}

TEST(Stem, StrangeWordsStayWhole) {
  const std::string too_long(65, 'a');
  const std::string garbage = "\xFF\xC0\x80 \x01";
  EXPECT_EQ(stems_of(""), (Stems{"", ""}));
  EXPECT_EQ(stems_of(too_long), (Stems{too_long, too_long}));
  EXPECT_EQ(stems_of(garbage).id, garbage);
}

TEST(Stem, GivesTheSameFromManyThreadsAtOnce) {
  const Stems expected = stems_of("memperpanjang");
  std::vector<std::jthread> threads;
  std::vector<int> wrong(4, 0);
  for (int& count : wrong) {
    threads.emplace_back([&count, &expected] {
      for (int i = 0; i < 2000; ++i) {
        count += stems_of("pembuatan").id == "buat" ? 0 : 1;
        count += stems_of("memperpanjang") == expected ? 0 : 1;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace prima::catalogue
