#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publication/government_places.h"
#include "publication/registry_check.h"
#include "publication/registry_notes.h"
#include "publication/search_words.h"

namespace prima::publication {

// A row of the registry: its index into Registry::rows().
using RowIndex = std::size_t;

// What was published about one government in one year.
struct YearResult {
  int year = 0;
  // All results of the whole, the one that counts first: a result without a note before one with a note (an evaluation
  // ahead of the round), then one with a score, then the Ombudsman's own publication, then by source.
  std::vector<RowIndex> totals;
  std::vector<RowIndex> units;  // by name
};

struct Government {
  std::string slug;  // "kota-pangkalpinang"; stable as long as the name is
  std::string name;  // in full
  Level level = Level::other;
  std::string province;           // code; empty when none is known
  std::vector<YearResult> years;  // the newest first
};

// Which rows to show. Each word must begin a word of the row's government, level, province (in either language), unit
// or year. `zone` is the one that the rule gives.
struct Filter {
  std::string words = {};
  std::optional<int> year = {};
  std::optional<Level> level = {};
  std::optional<instrument::Zone> zone = {};
  std::string province = {};  // code
  bool contradictions_only = false;

  bool operator==(const Filter&) const = default;
};

struct Ranked {
  std::size_t rank = 0;  // 1, 2, 2, 4: equal rounded scores share a rank
  RowIndex row = 0;
};

// What was published about a province in one year.
struct ProvinceSummary {
  std::string code;
  int year = 0;
  std::vector<RowIndex> governments;  // totals of the province, its cities and regencies; the best first
  std::optional<RowIndex> own;        // that of the provincial government
  // Our mean of the totals of cities and regencies, by the province level of the year's method; nobody publishes it.
  std::optional<scoring::Classification> mean;
};

// The published results in memory, indexed once. Everything it gives has one order, whatever the order of the rows.
// Immutable, so safe from any thread.
class Registry {
 public:
  // `check` must stem from methods that outlive this. Institutions that `places` does not name belong to no province.
  Registry(RegistryCheck check, const std::vector<GovernmentPlace>& places);

  const RegistryCheck& check() const { return check_; }
  const std::vector<PublishedRow>& rows() const { return check_.rows; }
  const PublishedRow& row(RowIndex row) const { return check_.rows[row]; }
  const Verdict& verdict(RowIndex row) const { return check_.verdicts[row]; }
  const std::vector<Note>& notes() const { return notes_; }

  const std::vector<Government>& governments() const { return governments_; }  // by name
  const Government& government_of(RowIndex row) const { return governments_[owners_[row]]; }
  const Government* find(std::string_view slug) const;

  // The newest total with a score, or nothing.
  std::optional<RowIndex> latest(const Government& government) const;

  // Rows that match, the newest year first, then by government, the total before its units.
  std::vector<RowIndex> search(const Filter& filter) const;

  // The totals of one year, the best first, then by name. Only results of that year's own method; never national
  // figures; vertical units only when they are asked for, for they belong to their ministry. A rank among what is
  // published here, not a national one.
  std::vector<Ranked> ranking(int year, std::optional<Level> level = std::nullopt) const;

  // Provinces with at least one published total of their own or of a city or regency in that year, by code.
  std::vector<ProvinceSummary> provinces(int year) const;
  // Of each province the newest year that has one. Results of different years do not compare.
  std::vector<ProvinceSummary> newest_provinces() const;

  std::vector<int> years() const;     // that have rows; the newest first
  std::vector<Level> levels() const;  // that have rows; in the order of Level

 private:
  void group(const std::vector<GovernmentPlace>& places);
  void fill(Government& government, const std::vector<RowIndex>& rows);
  void sort_rows();
  bool counts_before(RowIndex one, RowIndex other) const;
  bool is_shown_before(RowIndex one, RowIndex other) const;
  bool matches(RowIndex row, const Filter& filter, const std::vector<Token>& words) const;
  // The total that counts, if it is one of the year's own method and has a score.
  std::optional<RowIndex> comparable_total(const YearResult& result) const;
  ProvinceSummary summary(const std::string& code, int year, std::vector<RowIndex> totals) const;
  void sort_by_score(std::vector<RowIndex>& rows) const;

  RegistryCheck check_;
  std::vector<Note> notes_;
  std::vector<Government> governments_;
  std::vector<std::size_t> owners_;               // of each row, an index into governments_
  std::vector<std::vector<Token>> search_texts_;  // of each row
  std::vector<RowIndex> shown_order_;
};

}  // namespace prima::publication
