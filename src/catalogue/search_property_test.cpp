#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catalogue/search_query.h"
#include "catalogue/search_test_support.h"
#include "catalogue/search_typo.h"

// The index against a plain program that compares every word of a query with every word of every service.
namespace prima::catalogue {
namespace {

struct PlainDocument {
  Uuid id;
  std::string title;
  std::size_t title_words = 0;
  std::vector<std::pair<SearchWord, SearchField>> words;
};

PlainDocument plain(const SearchDocument& document) {
  PlainDocument result{.id = document.id, .title = folded(document.title.id), .title_words = 0, .words = {}};
  result.title_words = normalised_words(document.title.id).size();
  const auto add = [&](std::string_view text, SearchField field) {
    for (SearchWord& one : search_words(text)) result.words.emplace_back(std::move(one), field);
  };
  add(document.title.id, SearchField::title);
  add(document.title.en, SearchField::title);
  for (const auto& one : document.other_titles) add(one, SearchField::other_title);
  for (const auto& one : document.keywords) add(one, SearchField::keyword);
  for (const auto& id : document.life_events) {
    const LifeEvent* const event = built_in_vocabulary().events.find(id);
    if (event == nullptr) continue;
    for (const auto& one : event->words) add(one, SearchField::life_event);
  }
  add(document.description.id, SearchField::description);
  add(document.description.en, SearchField::description);
  return result;
}

MatchKind kind_of(const AnalysedQuery::Wanted& wanted, bool last, const SearchWord& other) {
  const std::string& word = wanted.word.word;
  if (word == other.word) return MatchKind::exact;
  if (same_root(wanted.word, other)) return MatchKind::root;
  if (last && word.size() >= 3 && other.word.starts_with(word)) return MatchKind::beginning;
  const std::size_t allowed = word.size() < 4 || word.size() > 40 ? 0 : (word.size() < 8 ? 1 : 2);
  if (wanted.known || allowed == 0) return MatchKind::none;
  const std::size_t errors = typing_errors(word, other.word, 2);
  if (errors > allowed) return MatchKind::none;
  return errors == 1 ? MatchKind::one_error : MatchKind::two_errors;
}

std::uint32_t field_of(const PlainDocument& document, const SearchWord& wanted) {
  std::uint32_t best = 0;
  for (const auto& [word, field] : document.words) {
    if (same_root(word, wanted)) best = std::max<std::uint32_t>(best, field_points(field));
  }
  return best;
}

std::uint32_t points_by(const PlainDocument& document, const Reading& reading) {
  std::uint32_t best = 0;
  for (const SearchWords* official : reading.official) {
    std::uint32_t worst = 8;
    for (const SearchWord& one : *official) worst = std::min(worst, field_of(document, one));
    best = std::max(best, worst);
  }
  return best * (reading.errors == 1 ? 4 : reading.errors == 2 ? 2 : (reading.count > 1 ? 11 : 9));
}

std::uint32_t plain_rank(const PlainDocument& document, const AnalysedQuery& query) {
  std::uint32_t sum = 0;
  bool all = true;
  for (std::size_t i = 0; i < query.wanted.size(); ++i) {
    const AnalysedQuery::Wanted& wanted = query.wanted[i];
    std::uint32_t points = 0;
    for (const auto& [word, field] : document.words) {
      const MatchKind kind = kind_of(wanted, i + 1 == query.wanted.size(), word);
      points = std::max<std::uint32_t>(points, field_points(field) * kind_points(kind));
    }
    for (const Reading& reading : query.readings) {
      if (i >= reading.first && i < reading.first + reading.count) {
        points = std::max(points, points_by(document, reading));
      }
    }
    sum += (wanted.word.weak ? 1 : 4) * points;
    all = all && (points > 0 || !wanted.counts);
  }
  if (sum == 0) return 0;
  const std::size_t length = std::min<std::size_t>(document.title_words, 15);
  return (all ? 1U << 20U : 0) + 16 * sum + 15 - static_cast<std::uint32_t>(length);
}

using Ranking = std::vector<std::pair<std::string, std::uint32_t>>;

Ranking plain_search(const std::vector<PlainDocument>& documents, std::string_view text) {
  const AnalysedQuery query = analyse(text, built_in_vocabulary().everyday);
  struct Ranked {
    std::uint32_t rank;
    const PlainDocument* document;
  };
  std::vector<Ranked> ranked;
  for (const PlainDocument& one : documents) {
    const std::uint32_t rank = plain_rank(one, query);
    if (rank > 0 || query.wanted.empty()) ranked.push_back({rank, &one});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return std::tuple(b.rank, a.document->title, a.document->id) <
           std::tuple(a.rank, b.document->title, b.document->id);
  });
  Ranking ranking;
  for (const Ranked& one : ranked) ranking.emplace_back(to_text(one.document->id), one.rank);
  return ranking;
}

Ranking index_search(const SearchIndex& index, std::string_view text) {
  Ranking ranking;
  for (const SearchHit& one : index.search({.text = text, .limit = {}}).hits) {
    ranking.emplace_back(to_text(one.id), one.rank);
  }
  return ranking;
}

// Queries of words that services use and people say, now and then with a typing error, cut short or in another form.
class QueryMaker {
 public:
  explicit QueryMaker(unsigned seed) : random_(seed) {
    std::set<std::string> words = {"bikin",  "ilang",  "imb",     "bpjs",   "pindah", "sekolah",  "siup",
                                   "warung", "mau",    "saya",    "gimana", "kis",    "renovasi", "vaksin",
                                   "lost",   "id",     "card",    "xyz",    "akte",   "kuburan",  "sedot",
                                   "wc",     "bansos", "dipecat", "girik"};
    for (const TestService& one : test_services()) {
      for (const std::string_view text : {one.title, one.english, one.keywords, one.description}) {
        for (Token& token : normalised_words(text)) words.insert(std::move(token.word));
      }
    }
    words_.assign(words.begin(), words.end());
  }

  std::string next() {
    std::string query;
    const std::size_t count = 1 + below(5);
    for (std::size_t i = 0; i < count; ++i) query += (i > 0 ? " " : "") + spoiled(words_[below(words_.size())]);
    return query;
  }

  std::size_t below(std::size_t n) { return random_() % n; }

 private:
  std::string spoiled(std::string word) {
    const std::size_t at = below(word.size());
    switch (below(10)) {
      case 0:
        word.erase(at, 1);
        break;
      case 1:
        word.insert(at, 1, static_cast<char>('a' + below(26)));
        break;
      case 2:
        word[at] = static_cast<char>('a' + below(26));
        break;
      case 3:
        std::swap(word[at], word[at / 2]);
        break;
      case 4:
        word.resize(at + 1);
        break;
      case 5:
        word += "nya";
        break;
      case 6:
        word = "me" + word;
        break;
      default:
        break;
    }
    return word;
  }

  std::mt19937 random_;
  std::vector<std::string> words_;
};

TEST(SearchProperty, TheIndexFindsWhatComparingEverythingFinds) {
  const std::vector<SearchDocument> documents = test_documents();
  std::vector<PlainDocument> plain_documents;
  for (const SearchDocument& one : documents) plain_documents.push_back(plain(one));
  const SearchIndex index(documents, built_in_vocabulary());
  QueryMaker maker(1);
  for (int round = 0; round < 400; ++round) {
    const std::string query = maker.next();
    ASSERT_EQ(index_search(index, query), plain_search(plain_documents, query)) << query;
  }
}

TEST(SearchProperty, TheOrderOfTheDocumentsNeverMatters) {
  std::vector<SearchDocument> documents = test_documents();
  const SearchIndex index(documents, built_in_vocabulary());
  std::mt19937 random(2);
  std::shuffle(documents.begin(), documents.end(), random);
  const SearchIndex shuffled(documents, built_in_vocabulary());
  QueryMaker maker(3);
  for (int round = 0; round < 300; ++round) {
    const std::string query = maker.next();
    ASSERT_EQ(index_search(index, query), index_search(shuffled, query)) << query;
  }
}

TEST(SearchProperty, AddingADocumentNeverTakesAnotherAway) {
  const std::vector<SearchDocument> documents = test_documents();
  QueryMaker maker(4);
  for (int round = 0; round < 60; ++round) {
    const std::size_t count = 1 + maker.below(documents.size() - 1);
    const std::span<const SearchDocument> few = std::span(documents).first(count);
    const std::span<const SearchDocument> more = std::span(documents).first(count + 1);
    const SearchIndex before(few, built_in_vocabulary());
    const SearchIndex after(more, built_in_vocabulary());
    const std::string query = maker.next();
    const Ranking found_before = index_search(before, query);
    Ranking found_after = index_search(after, query);
    std::erase_if(found_after, [&](const auto& one) { return one.first == to_text(documents[count].id); });
    ASSERT_EQ(found_before, found_after) << query;
  }
}

TEST(SearchProperty, TheExplanationIsWorthTheRank) {
  const SearchIndex index(test_documents(), built_in_vocabulary());
  QueryMaker maker(5);
  for (int round = 0; round < 300; ++round) {
    const std::string query = maker.next();
    const AnalysedQuery analysed = analyse(query, built_in_vocabulary().everyday);
    for (const SearchHit& hit : index.search({.text = query, .limit = {}}).hits) {
      std::uint32_t sum = 0;
      for (std::size_t i = 0; i < hit.words.size(); ++i) {
        const WordMatch& match = hit.words[i];
        EXPECT_EQ(match.terms.empty(), match.kind == MatchKind::none);
        sum += word_weight(analysed.wanted[i].word.weak) * kind_points(match.kind) * field_points(match.field);
      }
      ASSERT_EQ(hit.rank % SearchRank::all_words / SearchRank::per_point, sum) << query;
    }
  }
}

}  // namespace
}  // namespace prima::catalogue
