#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalogue/search_query.h"
#include "catalogue/search_tables.h"

namespace prima::catalogue {

// How one word of a query was found in one service, and how it should have been written.
struct ExplainedWord {
  WordMatch match;
  std::string understood;  // differs from match.word when a typing error was overlooked
};

// One query over one index. Lives shorter than both; belongs to one thread.
class Evaluation {
 public:
  Evaluation(const SearchTables& tables, const AnalysedQuery& query);

  // SearchRank of each document; 0 where no word was found.
  std::vector<std::uint32_t> ranks() const;
  std::vector<ExplainedWord> explain(DocumentNumber document) const;

 private:
  // A word of the services that is taken for the word of the query.
  struct Evidence {
    TermId term = 0;
    MatchKind kind = MatchKind::none;
  };
  using PointsOfDocuments = std::vector<std::uint8_t>;

  std::vector<Evidence> evidence_for(const AnalysedQuery::Wanted& wanted, bool last) const;
  void add_evidence(std::size_t word);
  void add_reading(const Reading& reading);
  const PointsOfDocuments& field_points_of(const SearchWord& word);
  PointsOfDocuments worst_points_of(const SearchWords& words);

  ExplainedWord explain_directly(std::size_t word, DocumentNumber document) const;
  void explain_by(const Reading& reading, DocumentNumber document, std::vector<ExplainedWord>* words) const;
  std::vector<std::string> terms_of(const SearchWord& word, DocumentNumber document, std::uint8_t* worst) const;

  const SearchTables& tables_;
  const AnalysedQuery& query_;
  std::vector<std::vector<Evidence>> evidence_;  // of each word of the query
  std::vector<PointsOfDocuments> points_;        // of each word of the query
  std::map<std::string, PointsOfDocuments> field_points_;
};

}  // namespace prima::catalogue
