#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "catalogue/search_index.h"
#include "catalogue/search_terms.h"

namespace prima::catalogue {

// The number of a service in the index: its place in the order of folded Indonesian titles, then of ids. Of two
// services of one rank the lower number stands first.
using DocumentNumber = std::uint32_t;

// That a word stands in a service, and in which fields, in 32 bits.
class Posting {
 public:
  Posting(DocumentNumber document, FieldSet fields) : bits_(document << search_field_count | fields) {}

  DocumentNumber document() const { return bits_ >> search_field_count; }
  FieldSet fields() const { return static_cast<FieldSet>(bits_ & ((1U << search_field_count) - 1)); }

 private:
  std::uint32_t bits_;
};

// What the index keeps of one service besides its words.
struct DocumentRow {
  Uuid id;
  InstitutionId institution{};
  std::uint32_t unit = 0;    // in `units`
  std::uint16_t region = 0;  // in `regions`
  std::uint8_t title_length_points = 0;
};

// The inverted index. Immutable once built.
struct SearchTables {
  TermList terms;
  std::vector<std::uint32_t> posting_ends;  // of each term, into `postings`
  std::vector<Posting> postings;            // of each term in the order of the documents
  std::vector<DocumentRow> rows;            // by DocumentNumber
  std::vector<Uuid> units;                  // sorted
  std::vector<std::string> regions;         // sorted
  std::map<std::string, std::vector<DocumentNumber>, std::less<>> by_life_event;

  std::span<const Posting> of_term(TermId term) const;
  // The fields in which the term stands in the document; 0 for none.
  FieldSet fields(TermId term, DocumentNumber document) const;
  std::size_t memory_bytes() const;
};

// At most 2^27 documents, 65,536 regions, and no id twice: more is a bug of the caller.
SearchTables build_tables(std::span<const SearchDocument> documents, const LifeEvents& events);

}  // namespace prima::catalogue
