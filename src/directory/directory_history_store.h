#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "directory/directory_store.h"
#include "journal/entry.h"

// What the stores of institutions and units share.
namespace prima::directory {

Failure<DirectoryRefusal> refuse(DirectoryProblem problem, std::string code, Words words, std::string field = {});
Failure<DirectoryRefusal> refuse(Findings findings);
Failure<DirectoryRefusal> changed_meanwhile();
Failure<DirectoryRefusal> not_active();
Failure<DirectoryRefusal> code_is_taken(std::string_view code);

// One version as it goes into the history and the journal.
struct Version {
  InstitutionId institution{};
  UnitId unit;  // all zeros: the institution
  std::int64_t number = 0;
  Date from;
  Event event = Event::create;
  std::string name;
  journal::Json before;  // null: it was created
  journal::Json after;
};

// Writes the version into the history, whole, and one entry into the journal, of what changed.
void record(db::Transaction& transaction, const Version& version, const Author& author);
// Writes it into the history only; whoever writes many enters them into the journal at once.
void record_history(db::Transaction& transaction, const Version& version, const Author& author);
journal::Change journal_entry(const Version& version, const Author& author);

// The day from which the last version holds; `institution` or `unit` exists.
Date last_day_of(db::Reader reader, InstitutionId institution, UnitId unit);

// What a happening makes of a standing; a finding when its day, name or target does not fit. `into_is_active`: whether
// the code names another one that is active.
struct Outcome {
  Standing standing;
  std::string name;
};
DirectoryResult<Outcome> outcome_of(const Happening& happening, const Standing& before, const std::string& name,
                                    Date last_day, Date today, bool into_is_active);

// The part of the details that institutions and units share.
void put_standing(journal::Json& details, const Standing& standing);
Standing standing_of(std::string_view status, const journal::Json& details);

// The object in the column `details`; throws db::Error when it is none.
journal::Json details_in(const std::string& text);
// A member that is a text; empty when there is none.
std::string text_in(const journal::Json& details, std::string_view name);

}  // namespace prima::directory
