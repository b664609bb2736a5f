#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"
#include "db/database.h"

namespace prima::app {

// --data and --database, for every command that touches stored data.
const std::vector<OptionSpec>& data_options();

// Where an installation keeps what it knows.
struct DataPlace {
  db::Place database;
  // Keys, which never lie in the database: DIR/keys, or with --database alone $STATE_DIRECTORY/keys (systemd sets it),
  // or
  // ./prima-keys.
  std::string keys_folder;
};

// What the caller asked for; nothing when neither option is there. With both, the data lives in the database and the
// keys in the folder. A finding for an address that is no PostgreSQL, and for a folder that cannot be made.
Result<std::optional<DataPlace>, Finding> data_place(const Arguments& arguments);

// The same for a command that cannot do without.
Result<DataPlace, Finding> needed_data_place(const Arguments& arguments);

// Makes the tables of an empty place; refuses an older or newer one, and says what to do.
Result<void, Finding> prepare_database(const db::Place& place, Instant now);

// The clock of the machine.
Instant now();

}  // namespace prima::app
