#include "catalogue/search_vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "embedded/search_files.h"

namespace prima::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string problems_of(const Findings& findings) {
  std::string text;
  for (const Finding& one : findings) text += one.code + ":" + std::to_string(one.line) + " " + one.message.en + "\n";
  return text;
}

template <typename T>
std::string problems_in(std::string_view text) {
  const auto read = T::read(text, "words.yaml");
  return read ? std::string() : problems_of(read.error());
}

TEST(Vocabulary, TheFilesOfTheProgramHaveNoFindings) {
  EXPECT_EQ(problems_in<EverydayWords>(search_data::find("everyday_words.yaml")->bytes), "");
  EXPECT_EQ(problems_in<LifeEvents>(search_data::find("life_events.yaml")->bytes), "");
}

TEST(Vocabulary, IsLargeEnoughForACity) {
  EXPECT_GE(built_in_vocabulary().everyday.entries(), 250U);
  EXPECT_GE(built_in_vocabulary().events.all().size(), 14U);
}

struct BadFile {
  std::string_view text;
  std::string_view finding;  // code and line
};

TEST(EverydayWords, EachMistakeIsAFindingWithItsLine) {
  constexpr BadFile files[] = {
      {"entries:\n  - {say: [imb]}\n", "missing_key:2"},
      {"entries:\n  - {means: [bangunan]}\n", "missing_key:2"},
      {"entries:\n  - {same: [imb, pbg]}\n  - {say: [a], means: [bangunan]}\n", "nothing_to_search:3"},
      {"entries:\n  - {say: [imb], means: [satu dua tiga empat lima enam tujuh]}\n", "expression_too_long:2"},
      {"entries:\n  - {say: [imb], means: [bangunan]}\n  - {say: [imb], means: [gedung]}\n", "said_twice:3"},
      {"entries:\n  - {same: [imb]}\n", "same_as_nothing:2"},
      {"entries:\n  - {same: [imb, pbg], say: [x]}\n", "say_or_same:2"},
      {"entries:\n  - {}\n", "say_or_same:2"},
      {"entries:\n  - {say: [], means: [bangunan]}\n", "empty_list:2"},
      {"entries:\n  - {say: imb, means: [bangunan]}\n", "not_a_list:2"},
      {"entries:\n  - {says: [imb], means: [bangunan]}\n", "unknown_key:2"},
      {"entry: []\n", "unknown_key:1"},
      {"entries: [", ":"},
  };
  for (const BadFile& file : files) {
    EXPECT_THAT(problems_in<EverydayWords>(file.text), testing::HasSubstr(std::string(file.finding))) << file.text;
  }
}

TEST(LifeEvents, EachMistakeIsAFindingWithItsLine) {
  constexpr BadFile files[] = {
      {"events:\n  - {id: x, name: {id: A, en: B}, words: [a]}\n", "missing_key:2"},
      {"events:\n  - {id: x, name: {id: A}, words: [a], kinds: [akta]}\n", "missing_language:2"},
      {"events:\n  - {id: X Y, name: {id: A, en: B}, words: [a], kinds: [akta]}\n", "bad_id:2"},
      {"events:\n  - {id: x, name: {id: A, en: B}, words: [a], kinds: [dan]}\n", "nothing_to_search:2"},
      {"events:\n  - &a {id: x, name: {id: A, en: B}, words: [a], kinds: [b c]}\n", ":"},
      {"events:\n  - {id: x, name: {id: A, en: B}, words: [a], kinds: [akta]}\n"
       "  - {id: x, name: {id: A, en: B}, words: [a], kinds: [akta]}\n",
       "id_used_twice:3"},
  };
  for (const BadFile& file : files) {
    EXPECT_THAT(problems_in<LifeEvents>(file.text), testing::HasSubstr(std::string(file.finding))) << file.text;
  }
}

TEST(LifeEvents, AServiceBelongsByItsTitlesAndKeywords) {
  const LifeEvents& events = built_in_vocabulary().events;
  EXPECT_THAT(events.of_service({"Pencatatan Kelahiran dan Penerbitan Akta Kelahiran"}), ElementsAre("birth"));
  EXPECT_THAT(events.of_service({"Penggantian KTP-el karena Hilang"}), testing::Contains("losing-documents"));
  EXPECT_THAT(events.of_service({"Izin Usaha", "buka toko"}), ElementsAre("starting-a-business"));
  EXPECT_THAT(events.of_service({"Legalisasi Ijazah"}), ElementsAre("starting-school"));
  EXPECT_THAT(events.of_service({"Tera Ulang Timbangan"}), IsEmpty());
  EXPECT_THAT(events.of_service({}), IsEmpty());
}

TEST(LifeEvents, AreFoundByTheirId) {
  const LifeEvent* const death = built_in_vocabulary().events.find("death");
  ASSERT_NE(death, nullptr);
  EXPECT_EQ(death->name.en, "A death in the family");
  EXPECT_EQ(built_in_vocabulary().events.find("party"), nullptr);
}

EverydayWords small_list() {
  return *EverydayWords::read(
      "entries:\n"
      "  - {say: [ktp hilang], means: [penggantian ktp, kutipan kedua]}\n"
      "  - {say: [hilang], means: [penggantian]}\n"
      "  - {same: [imb, persetujuan bangunan gedung]}\n",
      "words.yaml");
}

std::string reading_of(const EverydayWords& words, std::string_view query) {
  std::string text;
  const SearchWords wanted = search_words(query);
  for (const Reading& one : words.readings(wanted)) {
    text += std::to_string(one.first) + "+" + std::to_string(one.count) + std::string(one.errors, '?');
    for (const SearchWords* official : one.official) {
      text += "=";
      for (const SearchWord& word : *official) text += word.word + ".";
    }
    text += " ";
  }
  return text;
}

TEST(EverydayWords, AreReadInAQuery) {
  const EverydayWords words = small_list();
  EXPECT_EQ(reading_of(words, "ktp hilang"), "0+2=penggantian.ktp.=kutipan.kedua. 1+1=penggantian. ");
  EXPECT_EQ(reading_of(words, "ktp saya yang hilang"), reading_of(words, "ktp hilang"));
  EXPECT_EQ(reading_of(words, "kehilangan ktp"), "0+2=penggantian.ktp.=kutipan.kedua. 0+1=penggantian. ");
  EXPECT_EQ(reading_of(words, "persetujuan bangunan gedung"), "0+3=imb. ");
  EXPECT_EQ(reading_of(words, "imb"), "0+1=persetujuan.bangunan.gedung. ");
  EXPECT_EQ(reading_of(words, "bangunan"), "");
  EXPECT_EQ(reading_of(words, ""), "");
}

TEST(EverydayWords, AreReadInSpiteOfATypingError) {
  const EverydayWords words = small_list();
  EXPECT_EQ(reading_of(words, "ktp hialng"), "0+2?=penggantian.ktp.=kutipan.kedua. 1+1?=penggantian. ");
  EXPECT_EQ(words.readings(search_words("ktp hialng")).front().understood, (std::vector<std::string>{"ktp", "hilang"}));
  EXPECT_EQ(reading_of(words, "imbb"), "0+1?=persetujuan.bangunan.gedung. ");
}

TEST(EverydayWords, KnowTheirOwnWordsInAnyForm) {
  const EverydayWords words = small_list();
  EXPECT_TRUE(words.knows(search_words("kehilangan").front()));
  EXPECT_TRUE(words.knows(search_words("kutipan").front()));
  EXPECT_FALSE(words.knows(search_words("hialng").front()));
}

}  // namespace
}  // namespace prima::catalogue
