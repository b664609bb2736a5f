#pragma once

#include <string>
#include <utility>
#include <vector>

#include "db/connection.h"
#include "db/database.h"
#include "db/schema_words.h"

namespace prima::db {

// Writes the whole database, as it is at one moment, into the new SQLite file `file`, while others read and write it. A
// backup is such a file whichever engine the data lives in, so it can be restored into either. Throws when the file
// exists. The file gets its name only when it is whole and was checked.
void back_up(const Place& place, const std::string& file, Instant now);

// Copies a backup into `place`, which must be empty (no step of a migration applied): a finding when it is not, or when
// the file is no backup that this program can read. Everything or nothing.
Result<void, Finding> restore(const std::string& file, const Place& place, Instant now);

// A digest of the rows of each table, in the order of its primary key; the same for the same data on both engines.
std::vector<std::pair<std::string, std::string>> table_digests(Connection& connection);

}  // namespace prima::db
