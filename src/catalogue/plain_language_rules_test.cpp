#include "catalogue/plain_language_rules.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/standard_test_support.h"
#include "catalogue/standard_texts.h"

namespace prima::catalogue {
namespace {

// "passive dikirim", one a remark; the words are cut out of the text by offset and length.
std::vector<std::string> remarks(const std::string& text) {
  static const std::vector<std::string> kinds = {"sentence", "long", "passive", "abbreviation", "noun", "office"};
  std::vector<std::string> list;
  for (const Remark& remark : check_plain_language(text, plain_words()).remarks) {
    std::string words = text.substr(remark.offset, remark.length);
    if (remark.kind == RemarkKind::long_sentence) words = words.substr(0, words.find(' '));
    list.push_back(kinds[static_cast<std::size_t>(remark.kind)] + " " + words);
    EXPECT_FALSE(remark.reason.id.empty() || remark.reason.en.empty() || remark.proposal.id.empty() ||
                 remark.proposal.en.empty());
  }
  return list;
}

struct Row {
  std::string text;
  std::vector<std::string> remarks;
};

TEST(PlainLanguage, SaysNothingAboutPlainTexts) {
  for (const char* text : {
           "",
           "...",
           "Bawa KTP dan Kartu Keluarga asli. Petugas mencetak kartu Anda hari itu juga.",
           "Anda bayar di loket 3. Simpan buktinya.",
           "Buka Senin sampai Jumat, pukul 08.00-15.30.",
           "Datang ke Dinas Sosial di Jl. Merdeka No. 5. Mintalah formulir.",
           "Biayanya Rp. 10.000 untuk tiap lembar. Dia menerima kartunya di rumah.",
           "Kami mengirim Nomor Induk Berusaha (NIB) lewat surel. NIB berlaku seumur hidup.",
           "NIB (Nomor Induk Berusaha) berlaku di mana saja.",
           "Tulis alamat terbaru Anda. Terima kasih.",
           "Isi formulir, lalu kirim. Tunggu pesan dari kami.",
           "PENGUMUMAN PENTING UNTUK SEMUA PPDB WARGA",
           "Dinasnya tersedia di setiap kecamatan, termasuk hari Sabtu.",
           "Ibu Diana dan Pak Terangkum datang dari Dieng.",
           "Syarat:\n- KTP\n- Kartu Keluarga\n- foto ukuran 3x4\n- surat dari RT dan RW\n- bukti bayar\n- buku "
           "nikah\n- ijazah terakhir\n- akta lahir",
           "Anak-anak boleh ikut, begitu pula orang tua-orang tuanya.",
       })
    EXPECT_THAT(remarks(text), testing::IsEmpty()) << text;
}

TEST(PlainLanguage, RemarksWhatMakesATextHeavy) {
  const std::vector<Row> rows = {
      {"Berkas dikirim ke rumah.", {"passive dikirim"}},
      {"Diserahkan ke loket.", {"passive Diserahkan"}},
      {"Data tersimpan dengan aman.", {"passive tersimpan"}},
      {"Pemohon melakukan pembayaran di bank.", {"noun melakukan pembayaran"}},
      {"Nanti dilakukan pemeriksaan.", {"noun dilakukan pemeriksaan"}},
      {"Petugas melakukan, lalu pembayaran selesai.", {}},
      {"Apabila hujan, tunggu.", {"office Apabila"}},
      {"Datang sehubungan dengan hal tersebut ke sini.", {"office sehubungan dengan hal tersebut"}},
      {"Datang sehubungan dengan hujan.", {"office sehubungan dengan"}},
      {"Bayar sesuai ketentuan yang berlaku.", {"office sesuai ketentuan yang berlaku"}},
      {"Urus PBG dulu, lalu urus PBG lagi.", {"abbreviation PBG"}},
      {"Kartu AK1 untuk pencari kerja.", {"abbreviation AK1"}},
      {"Bawa KTP-el Anda.", {}},
      {"Kami mempertanggungjawabkan biaya.", {"long mempertanggungjawabkan"}},
      {"Soal kewarganegaraan ada di loket 2.", {}},
      {"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu dua tiga empat lima enam tujuh delapan "
       "sembilan sepuluh.",
       {}},
      {"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh satu dua tiga empat lima enam tujuh delapan "
       "sembilan sepuluh sebelas.",
       {"sentence satu"}},
      {"“Apabila” hujan…", {"office Apabila"}},
  };
  for (const Row& row : rows) EXPECT_EQ(remarks(row.text), row.remarks) << row.text;
}

TEST(PlainLanguage, ProposesTheWordToWrite) {
  const auto noun = check_plain_language("Silakan melakukan pendaftaran.", plain_words()).remarks.at(0);
  EXPECT_EQ(noun.proposal.id, "Tulis \"mendaftar\".");
  const auto office = check_plain_language("Datang dalam rangka sekolah.", plain_words()).remarks.at(0);
  EXPECT_EQ(office.proposal, (Words{"Tulis \"untuk\".", "Write \"untuk\"."}));
  const auto reason = check_plain_language("Bayar sesuai ketentuan yang berlaku.", plain_words()).remarks.at(0);
  EXPECT_EQ(reason.reason.en, "The reader cannot know which rules.");
}

TEST(PlainLanguage, IndexFollowsItsFormula) {
  struct Index {
    int weight;
    std::size_t words;
    int index;
  };
  for (const Index& row : {Index{0, 0, 100}, Index{0, 500, 100}, Index{2, 0, 90}, Index{2, 10, 93}, Index{12, 100, 90},
                           Index{1, 9979, 99}, Index{200, 20, 0}})
    EXPECT_EQ(plain_index(row.weight, row.words), row.index) << row.weight << " " << row.words;
  const PlainReport report = check_plain_language("Berkas dikirim ke rumah.", plain_words());
  EXPECT_EQ(report.words, 4U);
  EXPECT_EQ(report.sentences, 1U);
  EXPECT_EQ(report.weight, 2);
  EXPECT_EQ(report.index, 91);
}

TEST(PlainLanguage, AHeavyTextScoresBelowItsPlainTwin) {
  const std::string heavy =
      "Dalam rangka menindaklanjuti permohonan dimaksud, pemohon yang bersangkutan diwajibkan untuk melakukan "
      "pengisian "
      "formulir serta melakukan pembayaran retribusi sesuai ketentuan yang berlaku sebelum dilakukan penerbitan SKRD.";
  const std::string plain = "Isi formulir. Bayar retribusi. Setelah itu kami menerbitkan surat Anda.";
  EXPECT_LT(check_plain_language(heavy, plain_words()).index, 50);
  EXPECT_EQ(check_plain_language(plain, plain_words()).index, 100);
}

TEST(PlainLanguage, KnowsAtLeast120OfficeWords) { EXPECT_GE(plain_words().office_word_count(), 120U); }

TEST(PlainLanguage, ProposalsAreThemselvesPlain) {
  for (const auto& [first, list] : plain_words().office_words) {
    for (const OfficeWord& one : list) {
      if (one.say.starts_with('(')) continue;
      EXPECT_THAT(remarks(one.say), testing::IsEmpty()) << one.phrase << " -> " << one.say;
    }
  }
  for (const auto& [noun, verb] : plain_words().nominalisations) EXPECT_THAT(remarks(verb), testing::IsEmpty()) << noun;
}

TEST(PlainLanguage, PlacesEveryRemarkInsideTheText) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    std::mt19937_64 random(seed);
    static const std::vector<std::string> pieces = {
        "melakukan", " ",        "pembayaran", ".",     "\n",     "PBG", "(",  ")",
        "é",         "“",        "apabila",    "No.",   "5",      "-",   "di", "terkirim",
        "\xC2",      "\xE2\x80", "dikirim",    "dalam", "rangka", ":",   "'",  "Ú"};
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
    std::size_t last = 0;
    for (const Remark& remark : check_plain_language(text, plain_words()).remarks) {
      EXPECT_LE(remark.offset + remark.length, text.size());
      EXPECT_GT(remark.length, 0U);
      EXPECT_GE(remark.offset, last);
      last = remark.offset;
    }
  }
}

TEST(PlainLanguage, ReadsAllTextsOfAStandardAndKnowsWhatOneOfThemExplains) {
  Standard standard = test::whole_standard();
  EXPECT_EQ(indonesian_texts(standard)[0].pointer, "/title/id");
  standard.description = {"Kami menerbitkan Nomor Induk Berusaha (NIB).", "We issue an NIB."};
  standard.procedure[1].what = {"Petugas mencetak NIB dan SKRD.", ""};
  standard.legal_basis[0].title = {"Apabila", ""};
  const StandardPlainReport report = check_plain_language(standard, plain_words());
  std::vector<std::string> places;
  for (const PlacedReport& one : report.texts) places.push_back(one.pointer);
  EXPECT_THAT(places, testing::Contains("/procedure/1/what/id"));
  for (const PlacedReport& one : report.texts) {
    if (one.pointer != "/procedure/1/what/id") continue;
    ASSERT_EQ(one.report.remarks.size(), 1U);
    EXPECT_EQ(one.text.substr(one.report.remarks[0].offset, one.report.remarks[0].length), "SKRD");
  }
  EXPECT_THAT(places, testing::Not(testing::Contains(testing::HasSubstr("legal_basis"))));
}

TEST(PlainLanguageWords, GiveAFindingForEveryMistakeOfTheFile) {
  const auto read = read_plain_words(
      "format: prima-plain-language/2\noffice_words:\n  - {word: \"a\", say: \"b\"}\n  - {word: \"a\", say: \"c\"}\n"
      "  - {wrd: \"x\"}\nlight_verbs: []\nnominalisations: []\nnot_passive: []\nlong_words_allowed: []\n",
      "words.yaml");
  ASSERT_FALSE(read);
  std::vector<std::string> codes;
  for (const Finding& finding : read.error()) codes.push_back(fmt::format("{}:{}", finding.line, finding.code));
  EXPECT_THAT(codes, testing::IsSupersetOf({"1:bad_format", "4:word_twice", "5:unknown_key", "5:missing_key"}));
}

}  // namespace
}  // namespace prima::catalogue
