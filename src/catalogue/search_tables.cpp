#include "catalogue/search_tables.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "base/assert.h"

namespace prima::catalogue {

namespace {

// The documents in the order of their numbers.
std::vector<const SearchDocument*> in_order(std::span<const SearchDocument> documents) {
  struct Keyed {
    std::string title;
    const SearchDocument* document;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(documents.size());
  for (const SearchDocument& one : documents) keyed.push_back({folded(one.title.id), &one});
  std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return a.title != b.title ? a.title < b.title : a.document->id < b.document->id;
  });
  std::vector<const SearchDocument*> ordered;
  ordered.reserve(documents.size());
  for (const Keyed& one : keyed) ordered.push_back(one.document);
  return ordered;
}

template <typename Value, typename Of>
std::vector<Value> distinct(std::span<const SearchDocument> documents, const Of& of) {
  std::vector<Value> values;
  for (const SearchDocument& one : documents) values.push_back(of(one));
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  values.shrink_to_fit();
  return values;
}

template <typename Value>
std::size_t place(const std::vector<Value>& sorted, const Value& value) {
  return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

// Collects the words of the documents, which come in the order of their numbers. Words are numbered as they are met and
// put into the order of the alphabet at the end.
class WordCollector {
 public:
  explicit WordCollector(const LifeEvents& events) : events_(events) {}

  void add(DocumentNumber number, const SearchDocument& document) {
    add_text(document.title.id, SearchField::title);
    add_text(document.title.en, SearchField::title);
    for (const std::string& one : document.other_titles) add_text(one, SearchField::other_title);
    for (const std::string& one : document.keywords) add_text(one, SearchField::keyword);
    for (const std::string& one : document.life_events) add_event(one);
    add_text(document.description.id, SearchField::description);
    add_text(document.description.en, SearchField::description);
    finish_document(number);
  }

  void write(SearchTables* tables) {
    std::vector<std::string> words(numbers_.size());
    for (const auto& [word, number] : numbers_) words[number] = word;
    tables->terms = TermList(words);
    std::vector<std::uint32_t> number_of_term(words.size());
    std::size_t total = 0;
    for (std::uint32_t number = 0; number < words.size(); ++number) {
      number_of_term[*tables->terms.find(words[number])] = number;
      total += postings_[number].size();
    }
    PRIMA_ASSERT(total <= std::numeric_limits<std::uint32_t>::max());
    tables->postings.reserve(total);
    tables->posting_ends.reserve(words.size());
    for (const std::uint32_t number : number_of_term) {
      std::vector<Posting> list = std::move(postings_[number]);
      tables->postings.insert(tables->postings.end(), list.begin(), list.end());
      tables->posting_ends.push_back(static_cast<std::uint32_t>(tables->postings.size()));
    }
  }

 private:
  void add_text(std::string_view text, SearchField field) {
    for (Token& one : normalised_words(text)) {
      if (!is_stop_word(one.word)) add_word(std::move(one.word), field);
    }
  }

  void add_event(const std::string& id) {
    const LifeEvent* const event = events_.find(id);
    if (event == nullptr) return;
    for (const std::string& one : event->words) add_text(one, SearchField::life_event);
  }

  void add_word(std::string word, SearchField field) {
    const auto [found, is_new] = numbers_.emplace(std::move(word), static_cast<std::uint32_t>(numbers_.size()));
    if (is_new) {
      postings_.emplace_back();
      fields_.push_back(0);
    }
    const std::uint32_t number = found->second;
    if (fields_[number] == 0) of_document_.push_back(number);
    fields_[number] = static_cast<FieldSet>(fields_[number] | field_bit(field));
  }

  void finish_document(DocumentNumber document) {
    for (const std::uint32_t number : of_document_) {
      postings_[number].emplace_back(document, fields_[number]);
      fields_[number] = 0;
    }
    of_document_.clear();
  }

  const LifeEvents& events_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::vector<Posting>> postings_;
  std::vector<FieldSet> fields_;            // of each word in the document at hand
  std::vector<std::uint32_t> of_document_;  // the words of the document at hand
};

void add_to_events(const SearchDocument& document, DocumentNumber number, SearchTables* tables) {
  for (const std::string& id : document.life_events) {
    auto& list = tables->by_life_event[id];
    if (list.empty() || list.back() != number) list.push_back(number);
  }
}

}  // namespace

std::span<const Posting> SearchTables::of_term(TermId term) const {
  const std::size_t begin = term == 0 ? 0 : posting_ends[term - 1];
  return std::span(postings).subspan(begin, posting_ends[term] - begin);
}

FieldSet SearchTables::fields(TermId term, DocumentNumber document) const {
  const auto list = of_term(term);
  const auto found = std::lower_bound(list.begin(), list.end(), document,
                                      [](const Posting& one, DocumentNumber d) { return one.document() < d; });
  return found != list.end() && found->document() == document ? found->fields() : FieldSet{0};
}

std::size_t SearchTables::memory_bytes() const {
  const auto bytes_of = [](const auto& list) { return list.capacity() * sizeof(list[0]); };
  std::size_t bytes = terms.memory_bytes() + bytes_of(posting_ends) + bytes_of(postings) + bytes_of(rows) +
                      bytes_of(units) + bytes_of(regions);
  for (const auto& [id, list] : by_life_event) bytes += id.capacity() + bytes_of(list);
  return bytes;
}

SearchTables build_tables(std::span<const SearchDocument> documents, const LifeEvents& events) {
  PRIMA_ASSERT(documents.size() < 1U << 27U);
  SearchTables tables;
  const auto ids = distinct<Uuid>(documents, [](const SearchDocument& one) { return one.id; });
  PRIMA_ASSERT(ids.size() == documents.size());
  tables.units = distinct<Uuid>(documents, [](const SearchDocument& one) { return one.unit; });
  tables.regions = distinct<std::string>(documents, [](const SearchDocument& one) { return one.region; });
  PRIMA_ASSERT(tables.regions.size() <= 1U << 16U);
  WordCollector words(events);
  tables.rows.reserve(documents.size());
  for (const SearchDocument* one : in_order(documents)) {
    const auto number = static_cast<DocumentNumber>(tables.rows.size());
    const std::size_t title_words = normalised_words(one->title.id).size();
    tables.rows.push_back({.id = one->id,
                           .institution = one->institution,
                           .unit = static_cast<std::uint32_t>(place(tables.units, one->unit)),
                           .region = static_cast<std::uint16_t>(place(tables.regions, one->region)),
                           .title_length_points = static_cast<std::uint8_t>(title_length_points(title_words))});
    words.add(number, *one);
    add_to_events(*one, number, &tables);
  }
  words.write(&tables);
  return tables;
}

}  // namespace prima::catalogue
