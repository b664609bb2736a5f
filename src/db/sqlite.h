#pragma once

#include <memory>
#include <string>

#include "db/connection.h"

namespace prima::db {

// Opens the SQLite file at `path`: WAL, synchronous FULL, foreign keys on, trusted_schema off, no extensions, no
// ATTACH. Purpose::migrate makes the file (readable by its owner only) when there is none; the others need it. A writer
// waits up to 10 s for another one.
std::unique_ptr<Connection> open_sqlite(const std::string& path, Purpose purpose);

// Copies the database at `from` to the new file `to` while others read and write it: one consistent moment, checked for
// integrity before it gets its name, and on disk when this returns. Throws when `to` exists.
void copy_sqlite(const std::string& from, const std::string& to);

}  // namespace prima::db
