#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "base/words.h"
#include "catalogue/search_words.h"

namespace prima::catalogue {

// Something that happens in a life and for which people need services.
struct LifeEvent {
  std::string id;  // "losing-documents"; stands in addresses
  Words name;
  std::vector<std::string> words;              // what people search for then
  std::vector<std::vector<SearchWord>> kinds;  // a service with all words of one of these belongs
};

// The life events of the portal (reference/search/life_events.yaml, whose first lines give the grammar), in the file's
// order. Immutable; safe from any thread.
class LifeEvents {
 public:
  // Gives every finding, each with its line: a missing key, an id used twice, a kind without a word.
  static Result<LifeEvents, Findings> read(std::string_view text, const std::string& file);

  const std::vector<LifeEvent>& all() const { return events_; }
  // Nothing for an unknown id.
  const LifeEvent* find(std::string_view id) const;

  // The ids of the events that a service belongs to by its titles and keywords, in the file's order: what a catalogue
  // proposes, and a person may change.
  std::vector<std::string> of_service(const std::vector<std::string>& titles_and_keywords) const;

 private:
  std::vector<LifeEvent> events_;
};

}  // namespace prima::catalogue
