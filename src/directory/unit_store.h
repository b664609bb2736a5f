#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "db/database.h"
#include "directory/directory_store.h"
#include "directory/import_rules.h"
#include "directory/unit.h"

// Units in the database. As directory_store.h: journal entry in the same transaction, db::Error.
namespace prima::directory {

struct StoredUnit {
  Unit unit;
  std::int64_t version = 0;
  Instant changed_at;

  bool operator==(const StoredUnit&) const = default;
};

// Makes a unit under the id that it holds, active since `since`. Codes differ in more than case.
DirectoryResult<StoredUnit> create_unit(db::Transaction& transaction, const Unit& made, Date since,
                                        const Author& author);

// Replaces every field but code and standing; another name counts as a rename from today.
DirectoryResult<StoredUnit> change_unit(db::Transaction& transaction, const Unit& changed, std::int64_t version,
                                        const Author& author);

// Which unit, as the caller has read it.
struct UnitPlace {
  InstitutionId institution{};
  UnitId unit;
  std::int64_t version = 0;
};
DirectoryResult<StoredUnit> happen(db::Transaction& transaction, const UnitPlace& place, const Happening& happening,
                                   const Author& author);

// What applying an import did.
struct ImportOutcome {
  std::size_t created = 0;
  std::size_t changed = 0;
  std::size_t left = 0;
};

// Does what the plan says, wholly or not at all: refused when it has problems that stop, when a unit that it changes
// was changed since it was made, or when a code was given meanwhile. `ids` are for the new units in their order, at
// least as many; the caller makes them once, so that running again gives the same units. One journal entry for each
// unit.
DirectoryResult<ImportOutcome> apply_import(db::Transaction& transaction, InstitutionId institution,
                                            const ImportPlan& plan, std::span<const UnitId> ids, const Author& author);

std::optional<StoredUnit> find_unit(db::Reader reader, InstitutionId institution, UnitId unit);
std::optional<StoredUnit> find_unit(db::Reader reader, InstitutionId institution, std::string_view code);
// By code, after `after_code` (empty: from the beginning), at most `limit`; of every standing.
std::vector<StoredUnit> list_units(db::Reader reader, InstitutionId institution, std::string_view after_code,
                                   std::int64_t limit);
// All of them by code, as plan_import and export_units take them.
std::vector<KnownUnit> all_units(db::Reader reader, InstitutionId institution);

}  // namespace prima::directory
