#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/words.h"
#include "catalogue/search_rank_rules.h"
#include "catalogue/search_vocabulary.h"

namespace prima::catalogue {

// What the search needs to know about one service. Whatever else people may search for (the name of the unit, of the
// city) goes into `keywords`.
struct SearchDocument {
  Uuid id;  // different for each
  InstitutionId institution{};
  Uuid unit;
  std::string region;  // code: "32.73"
  Words title;
  std::vector<std::string> other_titles;
  std::vector<std::string> keywords;
  Words description;
  std::vector<std::string> life_events;  // ids; the words of known ones are searched too
};

struct SearchQuery {
  std::string_view text;  // anything; one without a word to search for finds all that passes the filters
  std::optional<InstitutionId> institution = std::nullopt;
  std::optional<Uuid> unit = std::nullopt;
  std::string_view region_prefix = {};  // the code begins with it; empty: anywhere
  std::string_view life_event = {};     // id; empty: any
  std::size_t offset = 0;
  std::optional<std::size_t> limit = 20;  // nothing: all
};

// How one word of the query was found in a service.
struct WordMatch {
  std::string word;  // of the query, normalised
  MatchKind kind = MatchKind::none;
  SearchField field = SearchField::description;  // the best place; means nothing for `none`
  std::vector<std::string> terms;                // the words of the service that it was found by, sorted
};

struct SearchHit {
  Uuid id;
  std::uint32_t rank = 0;        // SearchRank; 0 for a query without words
  bool all_words = true;         // each word that is not weak was found
  std::vector<WordMatch> words;  // in the order of the query
};

struct SearchResult {
  std::vector<SearchHit> hits;      // best first
  std::size_t found = 0;            // with at least one word, whatever `limit` says
  std::size_t found_all_words = 0;  // those stand first
  // The query with its typing errors mended; empty unless the best result was found in spite of one.
  std::string did_you_mean;
};

// All published services, ready to be searched. Immutable: build a new one aside after a publication and put it in the
// place of the old. Safe from any thread.
//
// A search looks at each word of the query in turn (exact, by root, as everyday expression, as beginning of a longer
// word when it is the last, in spite of typing errors) and ranks what holds any of them by SearchRank; so adding a
// service never takes another from the result.
class SearchIndex {
 public:
  // `vocabulary` must outlive the index. The order of `documents` changes nothing.
  SearchIndex(std::span<const SearchDocument> documents, const SearchVocabulary& vocabulary);
  ~SearchIndex();
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;

  SearchResult search(const SearchQuery& query) const;

  std::size_t size() const;
  // What the index holds in memory, without the vocabulary.
  std::size_t memory_bytes() const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

// A run of bytes of a text.
struct MarkedRange {
  std::size_t begin = 0;
  std::size_t end = 0;  // the byte after it

  bool operator==(const MarkedRange&) const = default;
};

// The words of `text` by which `hit` was found, in order; for <mark>.
std::vector<MarkedRange> marked_words(std::string_view text, const SearchHit& hit);

}  // namespace prima::catalogue
