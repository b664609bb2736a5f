#include "catalogue/search_index.h"

#include <algorithm>

#include "catalogue/search_evaluation.h"
#include "catalogue/search_query.h"
#include "catalogue/search_tables.h"

namespace prima::catalogue {

struct SearchIndex::Parts {
  SearchTables tables;
  const SearchVocabulary& vocabulary;
};

namespace {

// Which documents a query allows.
class Filter {
 public:
  Filter(const SearchTables& tables, const SearchQuery& query) : institution_(query.institution) {
    if (query.unit) {
      const auto found = std::lower_bound(tables.units.begin(), tables.units.end(), *query.unit);
      const bool known = found != tables.units.end() && *found == *query.unit;
      unit_ = known ? static_cast<std::uint32_t>(found - tables.units.begin()) : ~0U;
    }
    for (const std::string& region : tables.regions) region_allowed_.push_back(region.starts_with(query.region_prefix));
    if (query.life_event.empty()) return;
    event_allowed_.assign(tables.rows.size(), false);
    const auto found = tables.by_life_event.find(query.life_event);
    if (found == tables.by_life_event.end()) return;
    for (const DocumentNumber number : found->second) event_allowed_[number] = true;
  }

  bool allows(DocumentNumber number, const DocumentRow& row) const {
    return (!institution_ || row.institution == *institution_) && (!unit_ || row.unit == *unit_) &&
           region_allowed_[row.region] && (event_allowed_.empty() || event_allowed_[number]);
  }

 private:
  std::optional<InstitutionId> institution_;
  std::optional<std::uint32_t> unit_;
  std::vector<bool> region_allowed_;
  std::vector<bool> event_allowed_;  // empty: all
};

struct Ranked {
  std::uint32_t rank = 0;
  DocumentNumber document = 0;
};

bool stands_before(const Ranked& a, const Ranked& b) {
  return a.rank != b.rank ? a.rank > b.rank : a.document < b.document;
}

// Cuts `ranked` down to the page that the query asks for, in order.
void cut_to_page(const SearchQuery& query, std::vector<Ranked>* ranked) {
  const std::size_t begin = std::min(query.offset, ranked->size());
  const std::size_t rest = ranked->size() - begin;
  const std::size_t end = begin + (query.limit ? std::min(*query.limit, rest) : rest);
  const auto at = [&](std::size_t n) { return ranked->begin() + static_cast<std::ptrdiff_t>(n); };
  std::partial_sort(at(0), at(end), ranked->end(), stands_before);
  ranked->erase(at(end), ranked->end());
  ranked->erase(at(0), at(begin));
}

std::string mended(const AnalysedQuery& query, const std::vector<ExplainedWord>& explained) {
  bool changed = false;
  std::string text;
  for (const std::string& written : query.all_words) {
    const auto found = std::find_if(explained.begin(), explained.end(),
                                    [&](const ExplainedWord& one) { return one.match.word == written; });
    const std::string& word = found == explained.end() ? written : found->understood;
    changed = changed || word != written;
    text += (text.empty() ? "" : " ") + word;
  }
  return changed ? text : std::string();
}

SearchHit hit_of(const DocumentRow& row, std::uint32_t rank, bool all_words, std::vector<ExplainedWord> explained) {
  SearchHit hit{.id = row.id, .rank = rank, .all_words = all_words, .words = {}};
  for (ExplainedWord& one : explained) hit.words.push_back(std::move(one.match));
  return hit;
}

}  // namespace

SearchIndex::SearchIndex(std::span<const SearchDocument> documents, const SearchVocabulary& vocabulary)
    : parts_(std::make_unique<const Parts>(Parts{build_tables(documents, vocabulary.events), vocabulary})) {}

SearchIndex::~SearchIndex() = default;

std::size_t SearchIndex::size() const { return parts_->tables.rows.size(); }

std::size_t SearchIndex::memory_bytes() const { return parts_->tables.memory_bytes(); }

SearchResult SearchIndex::search(const SearchQuery& query) const {
  const SearchTables& tables = parts_->tables;
  const AnalysedQuery analysed = analyse(query.text, parts_->vocabulary.everyday);
  const bool by_words = !analysed.wanted.empty();
  const Evaluation evaluation(tables, analysed);
  const std::vector<std::uint32_t> ranks = evaluation.ranks();
  const Filter filter(tables, query);
  std::vector<Ranked> ranked;
  SearchResult result;
  for (DocumentNumber number = 0; number < tables.rows.size(); ++number) {
    if (by_words && ranks[number] == 0) continue;
    if (!filter.allows(number, tables.rows[number])) continue;
    ranked.push_back({ranks[number], number});
    result.found_all_words += !by_words || ranks[number] >= SearchRank::all_words ? 1 : 0;
  }
  result.found = ranked.size();
  if (ranked.empty()) return result;
  const DocumentNumber best = std::min_element(ranked.begin(), ranked.end(), stands_before)->document;
  result.did_you_mean = mended(analysed, evaluation.explain(best));
  cut_to_page(query, &ranked);
  for (const Ranked& one : ranked) {
    const bool all_words = !by_words || one.rank >= SearchRank::all_words;
    result.hits.push_back(hit_of(tables.rows[one.document], one.rank, all_words, evaluation.explain(one.document)));
  }
  return result;
}

std::vector<MarkedRange> marked_words(std::string_view text, const SearchHit& hit) {
  std::vector<MarkedRange> ranges;
  for (const Token& one : normalised_words(text)) {
    const bool found = std::any_of(hit.words.begin(), hit.words.end(), [&](const WordMatch& match) {
      return std::binary_search(match.terms.begin(), match.terms.end(), one.word);
    });
    if (found) ranges.push_back({one.begin, one.end});
  }
  return ranges;
}

}  // namespace prima::catalogue
