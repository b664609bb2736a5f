#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/instant.h"
#include "base/words.h"
#include "journal/journal_store.h"

namespace prima::app {

// The names of the fields by which a journal is searched, as read_filter() takes them.
inline constexpr std::array<std::string_view, 6> journal_fields{"from", "until", "actor", "action", "kind", "id"};

// What the page of a journal shows.
struct JournalView {
  InstitutionId institution{};
  std::string institution_name;
  TimeZone zone = TimeZone::wib;
  journal::JournalFilter filter = {};
  std::vector<std::pair<std::string, std::string>> typed = {};  // what the person wrote into the fields
  Findings problems = {};                                       // of those
  journal::JournalPage page = {};
  journal::TreeHead head = {};
  std::string checkpoint = {};  // the signed note; empty: none yet
};

// The page /jurnal: fields to search by, entries with who, when, what and before/after, and the signed checkpoint.
std::string journal_page(Language language, const JournalView& view);

}  // namespace prima::app
