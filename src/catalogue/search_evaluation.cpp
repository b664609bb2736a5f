#include "catalogue/search_evaluation.h"

#include <algorithm>
#include <array>

namespace prima::catalogue {

namespace {

// The points that a word of this kind is worth for each set of fields.
std::array<std::uint8_t, 1U << search_field_count> points_of_fields(std::uint8_t factor) {
  std::array<std::uint8_t, 1U << search_field_count> points{};
  for (std::size_t fields = 0; fields < points.size(); ++fields) {
    points[fields] = static_cast<std::uint8_t>(factor * best_field_points(static_cast<FieldSet>(fields)));
  }
  return points;
}

// Raises the points of the documents in `postings`.
void raise(std::span<const Posting> postings, std::uint8_t factor, std::vector<std::uint8_t>* points) {
  const auto worth = points_of_fields(factor);
  for (const Posting& one : postings) {
    std::uint8_t& at = (*points)[one.document()];
    at = std::max(at, worth[one.fields()]);
  }
}

bool is_better(std::uint8_t points, MatchKind kind, std::uint8_t than_points, MatchKind than_kind) {
  return points != than_points ? points > than_points : kind < than_kind;
}

std::uint8_t points_of(const WordMatch& match) {
  return static_cast<std::uint8_t>(kind_points(match.kind) * field_points(match.field));
}

}  // namespace

Evaluation::Evaluation(const SearchTables& tables, const AnalysedQuery& query) : tables_(tables), query_(query) {
  for (std::size_t i = 0; i < query.wanted.size(); ++i) {
    evidence_.push_back(evidence_for(query.wanted[i], i + 1 == query.wanted.size()));
    points_.emplace_back(tables.rows.size());
    add_evidence(i);
  }
  for (const Reading& reading : query.readings) add_reading(reading);
  field_points_.clear();
}

std::vector<Evaluation::Evidence> Evaluation::evidence_for(const AnalysedQuery::Wanted& wanted, bool last) const {
  std::vector<Evidence> evidence;
  const std::string& word = wanted.word.word;
  for (const TermId term : tables_.terms.with_root_of(wanted.word)) {
    evidence.push_back({term, tables_.terms.word(term) == word ? MatchKind::exact : MatchKind::root});
  }
  if (last && word.size() >= shortest_beginning) {
    const TermList::Range range = tables_.terms.beginning_with(word);
    for (TermId term = range.first; term < range.last; ++term) evidence.push_back({term, MatchKind::beginning});
  }
  if (!wanted.known) {
    for (const NearTerm& near : tables_.terms.near(word)) {
      evidence.push_back({near.term, kind_of_errors(near.errors)});
    }
  }
  return evidence;
}

void Evaluation::add_evidence(std::size_t word) {
  for (const Evidence& one : evidence_[word]) raise(tables_.of_term(one.term), kind_points(one.kind), &points_[word]);
}

// The points of the best field in which each document holds `word` in any form; empty when none holds it.
const Evaluation::PointsOfDocuments& Evaluation::field_points_of(const SearchWord& word) {
  const auto [found, is_new] = field_points_.try_emplace(word.word);
  if (is_new) {
    const std::vector<TermId> terms = tables_.terms.with_root_of(word);
    if (!terms.empty()) found->second.resize(tables_.rows.size());
    for (const TermId term : terms) raise(tables_.of_term(term), 1, &found->second);
  }
  return found->second;
}

// The points of the worst placed of the words in each document; empty when no document can hold them all.
Evaluation::PointsOfDocuments Evaluation::worst_points_of(const SearchWords& words) {
  for (const SearchWord& one : words) {
    if (field_points_of(one).empty()) return {};
  }
  PointsOfDocuments worst = field_points_of(words.front());
  for (std::size_t i = 1; i < words.size(); ++i) {
    const PointsOfDocuments& points = field_points_of(words[i]);
    for (std::size_t k = 0; k < worst.size(); ++k) worst[k] = std::min(worst[k], points[k]);
  }
  return worst;
}

void Evaluation::add_reading(const Reading& reading) {
  const std::uint8_t factor = kind_points(kind_of_reading(reading.count, reading.errors));
  PointsOfDocuments best;
  for (const SearchWords* official : reading.official) {
    PointsOfDocuments worst = worst_points_of(*official);
    if (best.empty()) {
      best = std::move(worst);
      continue;
    }
    for (std::size_t k = 0; k < worst.size(); ++k) best[k] = std::max(best[k], worst[k]);
  }
  for (std::size_t word = reading.first; word < reading.first + reading.count; ++word) {
    PointsOfDocuments& points = points_[word];
    for (std::size_t k = 0; k < best.size(); ++k) {
      points[k] = std::max(points[k], static_cast<std::uint8_t>(best[k] * factor));
    }
  }
}

std::vector<std::uint32_t> Evaluation::ranks() const {
  const std::size_t count = tables_.rows.size();
  std::vector<std::uint32_t> sums(count);
  std::vector<std::uint8_t> missed(count);
  for (std::size_t word = 0; word < points_.size(); ++word) {
    const std::uint32_t weight = word_weight(query_.wanted[word].word.weak);
    const auto counts = static_cast<std::uint8_t>(query_.wanted[word].counts);
    const PointsOfDocuments& points = points_[word];
    for (std::size_t k = 0; k < count; ++k) {
      sums[k] += weight * points[k];
      missed[k] = static_cast<std::uint8_t>(missed[k] | (counts & static_cast<std::uint8_t>(points[k] == 0)));
    }
  }
  for (std::size_t k = 0; k < count; ++k) {
    if (sums[k] == 0) continue;
    const std::uint32_t all_words = missed[k] != 0 ? 0 : SearchRank::all_words;
    sums[k] = all_words + SearchRank::per_point * sums[k] + tables_.rows[k].title_length_points;
  }
  return sums;
}

ExplainedWord Evaluation::explain_directly(std::size_t word, DocumentNumber document) const {
  const std::string& wanted = query_.wanted[word].word.word;
  ExplainedWord best{.match = {.word = wanted, .terms = {}}, .understood = wanted};
  std::uint8_t best_points = 0;
  for (const Evidence& one : evidence_[word]) {
    const std::uint8_t field = best_field_points(tables_.fields(one.term, document));
    const auto points = static_cast<std::uint8_t>(field * kind_points(one.kind));
    if (points == 0) continue;
    const std::string term(tables_.terms.word(one.term));
    if (is_better(points, one.kind, best_points, best.match.kind)) {
      best.match.kind = one.kind;
      best.match.field = field_worth(field);
      best.match.terms.clear();
      best.understood = one.kind == MatchKind::one_error || one.kind == MatchKind::two_errors ? term : wanted;
      best_points = points;
    }
    if (points == best_points && one.kind == best.match.kind) best.match.terms.push_back(term);
  }
  return best;
}

// The forms of `word` in the document; lowers `worst` to the points of their best field.
std::vector<std::string> Evaluation::terms_of(const SearchWord& word, DocumentNumber document,
                                              std::uint8_t* worst) const {
  std::vector<std::string> terms;
  std::uint8_t best = 0;
  for (const TermId term : tables_.terms.with_root_of(word)) {
    const std::uint8_t points = best_field_points(tables_.fields(term, document));
    if (points == 0) continue;
    best = std::max(best, points);
    terms.emplace_back(tables_.terms.word(term));
  }
  *worst = std::min(*worst, best);
  return terms;
}

void Evaluation::explain_by(const Reading& reading, DocumentNumber document, std::vector<ExplainedWord>* words) const {
  const MatchKind kind = kind_of_reading(reading.count, reading.errors);
  for (const SearchWords* official : reading.official) {
    std::uint8_t field = field_points(SearchField::title);
    std::vector<std::string> terms;
    for (const SearchWord& one : *official) {
      for (std::string& term : terms_of(one, document, &field)) terms.push_back(std::move(term));
    }
    if (field == 0) continue;
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    const auto points = static_cast<std::uint8_t>(field * kind_points(kind));
    for (std::size_t i = 0; i < reading.count; ++i) {
      ExplainedWord& word = (*words)[reading.first + i];
      if (!is_better(points, kind, points_of(word.match), word.match.kind)) continue;
      word.match.kind = kind;
      word.match.field = field_worth(field);
      word.match.terms = terms;
      word.understood = reading.errors > 0 ? reading.understood[i] : word.match.word;
    }
  }
}

std::vector<ExplainedWord> Evaluation::explain(DocumentNumber document) const {
  std::vector<ExplainedWord> words;
  for (std::size_t word = 0; word < points_.size(); ++word) words.push_back(explain_directly(word, document));
  for (const Reading& reading : query_.readings) explain_by(reading, document, &words);
  return words;
}

}  // namespace prima::catalogue
