#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "db/connection.h"

namespace prima::db {

// Where the data lives. Exactly one of the two.
struct Place {
  std::string folder = {};        // holds prima.sqlite
  std::string postgres_url = {};  // as for open_postgres()

  // For messages: without a password.
  std::string shown() const;
};

// A connection of its own to the place.
std::unique_ptr<Connection> connect(const Place& place, Purpose purpose);

// A borrowed reading connection that shows one moment of the whole database. Goes back to the pool when it dies. One
// thread at a time.
class Snapshot {
 public:
  using GiveBack = std::function<void(std::unique_ptr<Connection>)>;
  // The connection's transaction has begun.
  Snapshot(std::unique_ptr<Connection> connection, GiveBack give_back);
  ~Snapshot();
  Snapshot(Snapshot&&) noexcept = default;
  Snapshot& operator=(Snapshot&&) = delete;

  template <typename... Values>
  Rows query(std::string_view sql, Values&&... values) {
    return connection_->query(sql, std::forward<Values>(values)...);
  }

 private:
  std::unique_ptr<Connection> connection_;
  GiveBack give_back_;
};

// What reads: a snapshot, or the transaction of a writer. Stores take this for questions, so that they serve both.
class Reader {
 public:
  Reader(Snapshot& snapshot) : snapshot_(&snapshot) {}
  Reader(Transaction& transaction) : transaction_(&transaction) {}

  template <typename... Values>
  Rows query(std::string_view sql, Values&&... values) {
    return snapshot_ ? snapshot_->query(sql, std::forward<Values>(values)...)
                     : transaction_->query(sql, std::forward<Values>(values)...);
  }

 private:
  Snapshot* snapshot_ = nullptr;
  Transaction* transaction_ = nullptr;
};

struct DatabaseOptions {
  std::size_t most_readers = 8;     // connections for reading
  std::size_t largest_batch = 256;  // changes in one transaction
};

// The database of a running program: a pool of readers, and one writer that puts all changes that arrived together into
// one transaction (group commit). Safe from any thread. Opens connections when they are needed; one that was lost is
// replaced, waiting longer after each failure (0.1 s to 5 s), and meanwhile every call fails at once with
// Trouble::unavailable.
class Database {
 public:
  explicit Database(Place place, DatabaseOptions options = {});
  // Waits for the changes that were begun.
  ~Database();

  // Throws Error. Blocks while all readers are in use.
  Snapshot read();

  // Runs `change` in a transaction of the writer, waits until it is on disk, and gives what it returned.
  //
  // `change` may run more than once: when another change of the same batch fails, or two writers meet, everything is
  // rolled back and it runs again. So it must depend on nothing but the transaction, and set only what it returns. What
  // it throws undoes only its own change, and comes out here. Do not call read() or write() inside.
  template <typename Change>
  auto write(Change change) -> decltype(change(std::declval<Transaction&>())) {
    using Returned = decltype(change(std::declval<Transaction&>()));
    if constexpr (std::is_void_v<Returned>) {
      submit([&](Transaction& transaction) { change(transaction); });
    } else {
      std::optional<Returned> returned;
      submit([&](Transaction& transaction) { returned.emplace(change(transaction)); });
      return std::move(*returned);
    }
  }

  const Place& place() const;

  // How often the writer committed, and how many changes those transactions held.
  struct Counts {
    std::uint64_t commits = 0;
    std::uint64_t changes = 0;
  };
  Counts counts() const;

 private:
  void submit(std::function<void(Transaction&)> change);

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace prima::db
