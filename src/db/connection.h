#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "db/error.h"
#include "db/rows.h"
#include "db/value.h"

namespace prima::db {

enum class Engine : std::uint8_t { sqlite, postgresql };

// What a connection may do. SQLite is held to it by an authorizer, PostgreSQL by the session's settings.
enum class Purpose : std::uint8_t {
  read,     // SELECT
  write,    // also INSERT, UPDATE, DELETE
  migrate,  // also CREATE, ALTER, DROP
};

// One connection to a database, for one thread at a time. Statements are one SQL text for both engines, with $1, $2,
// ... for values; each is prepared once and kept. Every function throws db::Error.
class Connection {
 public:
  virtual ~Connection() = default;
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs one statement that answers with rows.
  template <typename... Values>
  Rows query(std::string_view sql, Values&&... values) {
    const std::array<Value, sizeof...(Values)> list{Value(std::forward<Values>(values))...};
    return run(sql, list).rows;
  }
  // Runs one statement that changes rows; gives how many.
  template <typename... Values>
  std::int64_t execute(std::string_view sql, Values&&... values) {
    const std::array<Value, sizeof...(Values)> list{Value(std::forward<Values>(values))...};
    return run(sql, list).changed;
  }
  // Runs one statement whose outcome nobody needs before the next query, execute or commit: PostgreSQL gets it without
  // waiting for the answer. Its error is thrown by what waits next.
  template <typename... Values>
  void queue(std::string_view sql, Values&&... values) {
    const std::array<Value, sizeof...(Values)> list{Value(std::forward<Values>(values))...};
    send(sql, list);
  }

  struct Outcome {
    Rows rows;
    std::int64_t changed = 0;
  };
  virtual Outcome run(std::string_view sql, std::span<const Value> values) = 0;
  virtual void send(std::string_view sql, std::span<const Value> values) { run(sql, values); }

  // Gives the rows of an answer one by one, so that it may be larger than memory. `take` must not use this connection.
  virtual void each(std::string_view sql, const std::function<void(const Row&)>& take) = 0;

  // Statements without values, one after the other, separated by semicolons; only for Purpose::migrate.
  virtual void script(const std::string& sql) = 0;

  // A transaction: of a reader, one snapshot of everything; of a writer, it excludes other writers that would disturb.
  virtual void begin() = 0;
  // After it returns, what was changed is on disk.
  virtual void commit() = 0;
  // Never throws; a connection that cannot roll back is lost.
  virtual void rollback() noexcept = 0;
  virtual bool lost() const = 0;

  virtual Engine engine() const = 0;
};

// What runs inside a transaction may ask and change, but not end it.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}

  template <typename... Values>
  Rows query(std::string_view sql, Values&&... values) {
    return connection_.query(sql, std::forward<Values>(values)...);
  }
  template <typename... Values>
  std::int64_t execute(std::string_view sql, Values&&... values) {
    return connection_.execute(sql, std::forward<Values>(values)...);
  }
  template <typename... Values>
  void queue(std::string_view sql, Values&&... values) {
    connection_.queue(sql, std::forward<Values>(values)...);
  }

 private:
  Connection& connection_;
};

}  // namespace prima::db
