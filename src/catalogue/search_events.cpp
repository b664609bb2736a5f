// Reads life_events.yaml.
//
//   events:
//     - id: text                        lower-case letters, digits, "-"
//       name: {id: text, en: text}
//       words: [text...]
//       kinds: [text...]

#include "catalogue/search_events.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "instrument/yaml.h"

namespace prima::catalogue {

namespace {

using instrument::YamlNode;
using instrument::YamlProblems;

std::vector<std::vector<SearchWord>> kinds_of(const YamlNode& list) {
  std::vector<std::vector<SearchWord>> kinds;
  for (const YamlNode& item : list.items()) {
    kinds.push_back(search_words(item.text()));
    if (!kinds.back().empty()) continue;
    const std::string shown = shown_to_people(item.text());
    item.report("nothing_to_search",
                {fmt::format("\"{}\" tidak memuat kata yang dapat dicari; hapus atau tulis lebih jelas", shown),
                 fmt::format("\"{}\" holds no word to search for; remove it or say more", shown)});
  }
  return kinds;
}

LifeEvent event_of(const YamlNode& node) {
  node.allow_keys({"id", "name", "words", "kinds"});
  LifeEvent event{.id = node.required("id").id(), .name = node.required("name").words(), .words = {}, .kinds = {}};
  for (const YamlNode& item : node.required("words").items()) event.words.push_back(item.text());
  event.kinds = kinds_of(node.required("kinds"));
  return event;
}

bool holds_all(const std::vector<SearchWord>& text, const std::vector<SearchWord>& kind) {
  return std::all_of(kind.begin(), kind.end(), [&](const SearchWord& wanted) {
    return std::any_of(text.begin(), text.end(), [&](const SearchWord& one) { return same_root(one, wanted); });
  });
}

}  // namespace

Result<LifeEvents, Findings> LifeEvents::read(std::string_view text, const std::string& file) {
  YamlProblems problems{.file = file, .findings = {}};
  LifeEvents events;
  if (const auto value = instrument::parse_yaml(text, &problems)) {
    const YamlNode root(&*value, "", 1, &problems);
    root.allow_keys({"events"});
    for (const YamlNode& node : root.required("events").items()) {
      LifeEvent event = event_of(node);
      if (events.find(event.id) != nullptr) {
        node.report("id_used_twice", {fmt::format("id \"{}\" dipakai dua kali; beri id lain", event.id),
                                      fmt::format("the id \"{}\" is used twice; give another", event.id)});
      }
      events.events_.push_back(std::move(event));
    }
  }
  if (!problems.findings.empty()) return failure(std::move(problems.findings));
  return events;
}

const LifeEvent* LifeEvents::find(std::string_view id) const {
  const auto found = std::find_if(events_.begin(), events_.end(), [&](const LifeEvent& one) { return one.id == id; });
  return found == events_.end() ? nullptr : &*found;
}

std::vector<std::string> LifeEvents::of_service(const std::vector<std::string>& titles_and_keywords) const {
  std::vector<SearchWord> text;
  for (const std::string& one : titles_and_keywords) {
    for (SearchWord& word : search_words(one)) text.push_back(std::move(word));
  }
  std::vector<std::string> ids;
  for (const LifeEvent& event : events_) {
    const bool belongs =
        std::any_of(event.kinds.begin(), event.kinds.end(), [&](const auto& kind) { return holds_all(text, kind); });
    if (belongs) ids.push_back(event.id);
  }
  return ids;
}

}  // namespace prima::catalogue
