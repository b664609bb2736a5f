#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"
#include "db/connection.h"
#include "db/schema_words.h"

namespace prima::db {

// One step from an older set of tables to a newer one. Never changes once it was published.
struct Migration {
  std::int64_t number = 0;  // 1, 2, 3, ... without a gap
  std::string name;         // "0001_directory"
  std::string sql;          // in the house's words (schema_words.h)
  std::string sha256;       // of `sql`
};

// Those of this program (migrations/*.sql), in order.
const std::vector<Migration>& migrations();

// What has to be done so that the database fits this program.
struct MigrationPlan {
  std::int64_t applied = 0;               // the number of the last step that was applied; 0: the database is empty
  std::vector<const Migration*> pending;  // in order
};

// Compares the database with `known`. A finding when the database is newer than the program (then a newer program made
// it: install that one), or when a step that was applied had another text. The steps must outlive the plan.
Result<MigrationPlan, Finding> plan_migration(Connection& connection,
                                              const std::vector<Migration>& known = migrations());

// Applies the steps, each in a transaction of its own: what is interrupted leaves the state after the last whole step.
// Needs Purpose::migrate. Findings only for a step that cannot be spelled, which is a bug of ours.
Result<void, Findings> apply_migration(Connection& connection, const MigrationPlan& plan, Instant now);

// The tables that all steps together make, for whoever copies or checks them all; in an order in which a table that is
// referred to comes before those that refer to it.
std::vector<TableShape> table_shapes(const std::vector<Migration>& known = migrations());

}  // namespace prima::db
