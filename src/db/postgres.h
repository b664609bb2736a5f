#pragma once

#include <memory>
#include <string>

#include "db/connection.h"

namespace prima::db {

// Connects to a PostgreSQL server (15 or later) by a libpq address: "postgresql://user@host/name?sslmode=verify-full".
// The session speaks UTF-8 and UTC, waits for the disk at each commit, and gives up a statement after 30 s (a migration
// after an hour). Statements given to queue() travel in one pipeline with the next that waits.
std::unique_ptr<Connection> open_postgres(const std::string& url, Purpose purpose);

// The address without its password, for messages.
std::string shown_postgres_url(const std::string& url);

}  // namespace prima::db
