#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "db/database.h"
#include "directory/institution.h"

// Institutions, and the history of institutions and units, in the database (migrations/0001_directory.sql). Everything
// that changes something enters it into the institution's journal in the same transaction. All functions throw
// db::Error.
namespace prima::directory {

// Who changes something, and when.
struct Author {
  Uuid account;  // all zero: the program itself
  Instant at;
};

// Why a change was not made; nothing was stored then. In order of precedence.
enum class DirectoryProblem : std::uint8_t {
  not_found,
  changed_meanwhile,  // somebody else saved after the caller had read
  not_active,         // closed or merged; reopen it first
  code_is_taken,
  not_allowed,  // the findings say why
};
struct DirectoryRefusal {
  DirectoryProblem problem{};
  Findings findings;  // at least one, for people; Finding::file names the field
};
template <typename T>
using DirectoryResult = Result<T, DirectoryRefusal>;

struct StoredInstitution {
  Institution institution;
  std::int64_t version = 0;  // grows with each change; an ETag is made of it
  Instant changed_at;

  bool operator==(const StoredInstitution&) const = default;
};

// Makes an institution under the number that it holds, active since `since`.
DirectoryResult<StoredInstitution> create_institution(db::Transaction& transaction, const Institution& made, Date since,
                                                      const Author& author);

// Replaces what may change: kind, region, time zone, parent, and the name, which counts as a rename from today. Number,
// code and standing stay.
DirectoryResult<StoredInstitution> change_institution(db::Transaction& transaction, const Institution& changed,
                                                      std::int64_t version, const Author& author);

// What happens to an institution or unit on a day; `from` is today or earlier, and not before the last event.
enum class Event : std::uint8_t { create, change, rename, merge, close, reopen };
std::string_view to_text(Event event);
std::optional<Event> parse_event(std::string_view text);

struct Happening {
  Event event = Event::rename;  // rename, merge, close or reopen
  Date from;
  std::string name = {};  // the new name, of a rename
  std::string into = {};  // code of an active one, of a merge
};
DirectoryResult<StoredInstitution> happen(db::Transaction& transaction, InstitutionId institution, std::int64_t version,
                                          const Happening& happening, const Author& author);

std::optional<StoredInstitution> find_institution(db::Reader reader, InstitutionId institution);
std::optional<StoredInstitution> find_institution(db::Reader reader, std::string_view code);
// By code, after `after_code` (empty: from the beginning), at most `limit`.
std::vector<StoredInstitution> list_institutions(db::Reader reader, std::string_view after_code, std::int64_t limit);

// One version of an institution or unit.
struct HistoryEntry {
  std::int64_t version = 0;
  Date valid_from;
  Event event = Event::create;
  std::string name;         // that it had from then on
  std::string merged_into;  // code; only of a merge
  Instant changed_at;       // when it was entered

  bool operator==(const HistoryEntry&) const = default;
};

// All versions, the first one first. `unit` of all zeros means the institution itself.
std::vector<HistoryEntry> history_of(db::Reader reader, InstitutionId institution, UnitId unit = {});

// What it was called, and whether it served, on a day: the last version that holds from that day or before; nothing
// before it existed.
std::optional<HistoryEntry> on_day(db::Reader reader, InstitutionId institution, UnitId unit, Date day);

}  // namespace prima::directory
