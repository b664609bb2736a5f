#include "catalogue/search_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "catalogue/search_test_support.h"

namespace prima::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const SearchIndex& city() {
  static const SearchIndex index(test_documents(), built_in_vocabulary());
  return index;
}

std::vector<std::string> keys_of(const SearchResult& result) {
  std::vector<std::string> keys;
  for (const SearchHit& one : result.hits) keys.push_back(test_key(one.id));
  return keys;
}

SearchDocument document(std::string_view key, std::string title) {
  return {.id = test_id(key),
          .institution = InstitutionId{1},
          .unit = test_id("unit"),
          .region = "32",
          .title = {std::move(title), ""},
          .other_titles = {},
          .keywords = {},
          .description = {},
          .life_events = {}};
}

SearchResult search_among(const std::vector<SearchDocument>& documents, std::string_view text) {
  return SearchIndex(documents, built_in_vocabulary()).search({.text = text});
}

TEST(SearchIndex, SaysHowEachWordWasFound) {
  const auto kinds = [](std::string_view text) {
    const SearchResult result = city().search({.text = text});
    std::vector<MatchKind> found;
    for (const WordMatch& one : result.hits.at(0).words) found.push_back(one.kind);
    return found;
  };
  EXPECT_THAT(kinds("akta kelahiran"), ElementsAre(MatchKind::exact, MatchKind::exact));
  EXPECT_THAT(kinds("pencabutan gigi"), ElementsAre(MatchKind::expression, MatchKind::exact));
  EXPECT_THAT(kinds("legalisasi ijazahnya"), ElementsAre(MatchKind::exact, MatchKind::root));
  EXPECT_THAT(kinds("pindah sekolah"), ElementsAre(MatchKind::expression, MatchKind::expression));
  EXPECT_THAT(kinds("imb"), ElementsAre(MatchKind::everyday));
  EXPECT_THAT(kinds("rekla"), ElementsAre(MatchKind::beginning));
  EXPECT_THAT(kinds("domisli"), ElementsAre(MatchKind::one_error));
  EXPECT_THAT(kinds("labratorim"), ElementsAre(MatchKind::two_errors));
  EXPECT_THAT(kinds("akta zzzzzz"), ElementsAre(MatchKind::exact, MatchKind::none));
}

TEST(SearchIndex, SaysWhereAndByWhichWords) {
  const SearchResult result = city().search({.text = "pindah sekolah"});
  const WordMatch& pindah = result.hits.at(0).words.at(0);
  EXPECT_EQ(pindah.word, "pindah");
  EXPECT_EQ(pindah.field, SearchField::title);
  EXPECT_THAT(pindah.terms, ElementsAre("didik", "mutasi", "pendidikan", "peserta"));
  EXPECT_EQ(city().search({.text = "adopsi"}).hits.at(0).words.at(0).field, SearchField::keyword);
}

TEST(SearchIndex, MarksTheWordsThatWereFound) {
  const SearchHit hit = city().search({.text = "pindah sekolah"}).hits.at(0);
  const std::string_view title = "Mutasi Peserta Didik Antarsekolah";
  EXPECT_THAT(marked_words(title, hit), ElementsAre(MarkedRange{0, 6}, MarkedRange{7, 14}, MarkedRange{15, 20}));
  EXPECT_THAT(marked_words("lain", hit), IsEmpty());
  EXPECT_THAT(marked_words("", hit), IsEmpty());
}

TEST(SearchIndex, AsksDidYouMeanWhenATypingErrorDecided) {
  EXPECT_EQ(city().search({.text = "Surat domisli saya"}).did_you_mean, "surat domisili saya");
  EXPECT_EQ(city().search({.text = "ktp hialng"}).did_you_mean, "ktp hilang");
  EXPECT_EQ(city().search({.text = "ktp hilang"}).did_you_mean, "");
  EXPECT_EQ(city().search({.text = "imb"}).did_you_mean, "");
  EXPECT_EQ(city().search({.text = "domisili"}).did_you_mean, "");
  EXPECT_EQ(city().search({.text = "xqzvwk"}).did_you_mean, "");
  const auto second_page = city().search({.text = "surat domisli", .offset = 5, .limit = 5});
  EXPECT_EQ(second_page.did_you_mean, "surat domisili");
}

TEST(SearchIndex, TheBestPlaceAndTheSurestWayComeFirst) {
  std::vector<SearchDocument> documents;
  const auto add = [&](std::string_view key, std::string title) -> SearchDocument& {
    documents.push_back(document(key, std::move(title)));
    return documents.back();
  };
  add("title", "Karantina ikan");
  add("keyword", "Layanan A").keywords = {"karantina"};
  add("description", "Layanan B").description = {"karantina", ""};
  add("root", "Karantinanya ikan");
  add("typo", "Karantima ikan");
  add("other", "Layanan C").other_titles = {"Karantina ikan"};
  std::vector<Uuid> found;
  for (const SearchHit& one : search_among(documents, "karantina").hits) found.push_back(one.id);
  EXPECT_THAT(found, ElementsAre(test_id("title"), test_id("other"), test_id("root"), test_id("keyword"),
                                 test_id("typo"), test_id("description")));
}

TEST(SearchIndex, AllWordsCountMoreThanSome) {
  std::vector<SearchDocument> documents = {document("some", "Karantina"), document("all", "Layanan")};
  documents[1].description = {"karantina unggas", ""};
  const SearchResult result = search_among(documents, "karantina unggas");
  EXPECT_EQ(result.hits.at(0).id, test_id("all"));
  EXPECT_EQ(result.found, 2U);
  EXPECT_EQ(result.found_all_words, 1U);
}

TEST(SearchIndex, WeakWordsNeedNotBeFound) {
  const SearchResult result = search_among({document("a", "Karantina")}, "pembuatan surat karantina");
  EXPECT_EQ(result.found_all_words, 1U);
  EXPECT_EQ(search_among({document("a", "Karantina")}, "pembuatan surat").found, 0U);
}

TEST(SearchIndex, AKnownWordIsNoTypingError) {
  // "perpanjangan" stands in the list of everyday words, so that it is never taken for another word.
  EXPECT_THAT(search_among({document("a", "Perpanjangam")}, "perpanjangan").hits, IsEmpty());
  EXPECT_EQ(search_among({document("a", "Perpanjangan")}, "perpanjangam").hits.size(), 1U);
}

TEST(SearchIndex, EqualRanksStandInTheOrderOfTitlesThenIds) {
  std::vector<SearchDocument> documents = {document("1", "Reklame c"), document("2", "reklame A"),
                                           document("3", "Reklame b"), document("4", "Reklame b")};
  const auto hits = search_among(documents, "reklame").hits;
  ASSERT_EQ(hits.size(), 4U);
  EXPECT_EQ(hits[0].id, test_id("2"));
  EXPECT_EQ(hits[1].id, std::min(test_id("3"), test_id("4")));
  EXPECT_EQ(hits[2].id, std::max(test_id("3"), test_id("4")));
  EXPECT_EQ(hits[3].id, test_id("1"));
}

TEST(SearchIndex, AShorterTitleComesFirst) {
  const auto hits =
      search_among({document("long", "Izin Apotek Rakyat"), document("short", "Izin Apotek")}, "apotek").hits;
  EXPECT_EQ(hits.at(0).id, test_id("short"));
}

TEST(SearchIndex, FiltersByUnitRegionAndInstitution) {
  const auto found = [](SearchQuery query) { return city().search(query).found; };
  EXPECT_EQ(found({.text = "surat", .unit = test_id("puskesmas"), .limit = {}}), 2U);
  EXPECT_EQ(found({.text = "", .unit = test_id("kelurahan")}), 9U);
  EXPECT_EQ(found({.text = "", .unit = test_id("unknown")}), 0U);
  EXPECT_EQ(found({.text = "", .region_prefix = "32"}), city().size());
  EXPECT_EQ(found({.text = "", .region_prefix = "32.73.01"}), 9U);
  EXPECT_EQ(found({.text = "", .region_prefix = "33"}), 0U);
  EXPECT_EQ(found({.text = "", .institution = InstitutionId{1}}), city().size());
  EXPECT_EQ(found({.text = "", .institution = InstitutionId{2}}), 0U);
}

TEST(SearchIndex, FiltersByLifeEvent) {
  const SearchResult birth = city().search({.text = "", .life_event = "birth", .limit = {}});
  EXPECT_THAT(keys_of(birth), testing::IsSupersetOf({"akta-lahir", "kia", "imunisasi", "ibu", "kk-ubah"}));
  EXPECT_THAT(keys_of(birth), testing::Not(testing::Contains("akta-mati")));
  EXPECT_EQ(city().search({.text = "", .life_event = "unknown"}).found, 0U);
  for (const LifeEvent& event : built_in_vocabulary().events.all()) {
    EXPECT_GE(city().search({.text = "", .life_event = event.id}).found, 1U) << event.id;
  }
}

TEST(SearchIndex, AQueryWithoutWordsListsEverythingByTitle) {
  for (const std::string_view text : {"", "   ", "?!", "yang di", "\xFF"}) {
    const SearchResult result = city().search({.text = text, .limit = {}});
    EXPECT_EQ(result.found, city().size());
    EXPECT_EQ(result.found_all_words, city().size());
    EXPECT_EQ(result.hits.size(), city().size());
    EXPECT_EQ(test_key(result.hits.front().id), "ikd");  // "Aktivasi ..."
  }
}

TEST(SearchIndex, PagesFollowEachOther) {
  const SearchResult all = city().search({.text = "surat keterangan", .limit = {}});
  ASSERT_GT(all.hits.size(), 10U);
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < all.found + 5; offset += 3) {
    const SearchResult page = city().search({.text = "surat keterangan", .offset = offset, .limit = 3});
    EXPECT_EQ(page.found, all.found);
    for (const std::string& key : keys_of(page)) paged.push_back(key);
  }
  EXPECT_EQ(paged, keys_of(all));
}

TEST(SearchIndex, CountsWhatHoldsAllWords) {
  const SearchResult result = city().search({.text = "akta kelahiran", .limit = {}});
  EXPECT_GT(result.found, result.found_all_words);
  for (std::size_t i = 0; i < result.hits.size(); ++i) EXPECT_EQ(result.hits[i].all_words, i < result.found_all_words);
}

TEST(SearchIndex, AnEmptyIndexFindsNothing) {
  const SearchIndex empty({}, built_in_vocabulary());
  EXPECT_EQ(empty.size(), 0U);
  EXPECT_THAT(empty.search({.text = "ktp hilang"}).hits, IsEmpty());
  EXPECT_THAT(empty.search({.text = ""}).hits, IsEmpty());
}

TEST(SearchIndex, AnIdGivenTwiceIsABug) {
  EXPECT_ANY_THROW(SearchIndex(std::vector{document("a", "Satu"), document("a", "Dua")}, built_in_vocabulary()));
}

TEST(SearchIndex, AnythingMayBeAsked) {
  std::mt19937 random(7);
  std::string bytes(10'000, ' ');
  for (int round = 0; round < 50; ++round) {
    for (char& one : bytes) one = static_cast<char>(random());
    EXPECT_LE(city().search({.text = bytes}).hits.size(), 20U);
  }
  for (const std::string_view piece :
       {"a", "ktp ", "hilang", "-", ".", "a.", "1.", "é", "surat-", "\xF0\x9F\x98\x80"}) {
    std::string text;
    while (text.size() < 10'000) text += piece;
    EXPECT_LE(city().search({.text = text}).hits.size(), 20U) << piece;
  }
}

TEST(SearchIndex, StrangeDocumentsAreHarmless) {
  SearchDocument strange = document("strange", std::string(100'000, 'x') + " \xFF\xFE reklame");
  strange.life_events = {"no-such-event", "birth", "birth"};
  strange.keywords = {"", std::string(1, '\0')};
  const std::vector<SearchDocument> documents = {strange, document("empty", "")};
  const SearchIndex index(documents, built_in_vocabulary());
  EXPECT_EQ(index.search({.text = "reklame"}).found, 1U);
  EXPECT_EQ(index.search({.text = "", .life_event = "birth"}).found, 1U);
  EXPECT_EQ(index.search({.text = "bayi"}).found, 1U);
}

}  // namespace
}  // namespace prima::catalogue
