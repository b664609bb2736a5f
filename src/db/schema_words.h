#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "db/connection.h"

namespace prima::db {

// Spells a migration for one engine.
//
// A migration is SQL that both engines understand, except for the types of columns, which are words of the house:
//
//   word      kept there                                    SQLite    PostgreSQL
//   id        a UUID                                        blob      uuid
//   instant   milliseconds since 1970, UTC                  integer   bigint
//   bigint    a whole number of 64 bits                     integer   bigint
//   integer   a whole number of 32 bits                     integer   integer
//   text      UTF-8 without NUL, in the order of its bytes  text      text COLLATE "C"
//   bytes     any bytes                                     blob      bytea
//   flag      true or false                                 integer   boolean
//
// A table is STRICT in SQLite; when a line "-- clustered" stands before it, SQLite keeps its rows in the order of the
// primary key (WITHOUT ROWID). Statements that are allowed: CREATE TABLE, CREATE INDEX, ALTER TABLE ... ADD COLUMN,
// DROP TABLE, DROP INDEX, INSERT, UPDATE, DELETE. Anything else, and a type that is no word of the house, is a finding
// with its line.
Result<std::string, Findings> spell(std::string_view sql, const std::string& file, Engine engine);

// A table as migrations make it.
struct TableShape {
  struct Column {
    std::string name;
    std::string type;  // a word of the house
  };
  std::string name;
  std::vector<Column> columns;
  std::vector<std::string> key;  // the columns of the primary key, in order
};

// Changes `shapes` as `sql`, which spell() accepts, changes the tables of a database.
void apply_shapes(std::string_view sql, std::vector<TableShape>& shapes);

}  // namespace prima::db
