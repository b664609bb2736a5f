// The pool of readers and the writer that commits what arrived together.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <future>

#include "db/db_test_support.h"

namespace prima::db {
namespace {

constexpr std::string_view insert_institution =
    "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, version,"
    " changed_at) VALUES ($1, $2, '', 'city', '19.71', 'WIB', 'open', '{}', 1, $3)";

void insert(Transaction& transaction, int number) {
  transaction.queue(insert_institution, number, "code" + std::to_string(number), from_unix_ms(1));
}

class DbDatabase : public ContractTest {
 protected:
  std::int64_t count() { return database().read().query("SELECT count(*) FROM institution").only().integer(0); }
};
PRIMA_ON_BOTH_DATABASES(DbDatabase);

TEST_P(DbDatabase, WhatWasWrittenIsRead) {
  const int given = database().write([](Transaction& transaction) {
    insert(transaction, 1);
    return 42;
  });
  EXPECT_EQ(given, 42);
  EXPECT_EQ(count(), 1);
}

TEST_P(DbDatabase, AChangeThatThrowsLeavesNothingAndTellsWhy) {
  EXPECT_THROW(database().write([](Transaction& transaction) {
    insert(transaction, 1);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(count(), 0);
}

TEST_P(DbDatabase, NobodyFailsBecauseOfSomebodyElse) {
  constexpr int writers = 32;
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 10; ++round) {
        try {
          // Every fourth one collides with the first.
          database().write(
              [&](Transaction& transaction) { insert(transaction, i % 4 == 0 ? 0 : 1 + round * writers + i); });
        } catch (const Error& error) {
          EXPECT_EQ(error.trouble(), Trouble::conflict) << error.what();
          ++refused;
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count(), 10 * 24 + 1);
  EXPECT_EQ(refused, 10 * 8 - 1);
}

TEST_P(DbDatabase, WhatArrivesTogetherIsCommittedTogether) {
  // The first change holds the writer until all others wait.
  std::promise<void> go;
  const auto may_go = go.get_future().share();
  std::vector<std::thread> threads;
  threads.emplace_back([&] { database().write([&](Transaction&) { may_go.wait(); }); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  for (int i = 1; i <= 20; ++i)
    threads.emplace_back([&, i] { database().write([i](Transaction& transaction) { insert(transaction, i); }); });
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  go.set_value();
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count(), 20);
  EXPECT_EQ(database().counts().changes, 21U);
  EXPECT_LE(database().counts().commits, 4U);
}

TEST_P(DbDatabase, ASnapshotSeesOneMoment) {
  Snapshot snapshot = database().read();
  EXPECT_EQ(snapshot.query("SELECT count(*) FROM institution").only().integer(0), 0);
  database().write([](Transaction& transaction) { insert(transaction, 1); });
  EXPECT_EQ(snapshot.query("SELECT count(*) FROM institution").only().integer(0), 0);
  EXPECT_EQ(count(), 1);
}

TEST_P(DbDatabase, ManyReadersTakeTurns) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 24; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) EXPECT_EQ(count(), 0);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(PostgresDatabase, ComesBackByItselfAfterTheServerStopped) {
  TestPostgres& server = TestPostgres::server();
  const std::string like = server.migrated_template();
  Database database({.postgres_url = server.create_database(like)});
  const auto count = [&] { return database.read().query("SELECT count(*) FROM institution").only().integer(0); };
  database.write([](Transaction& transaction) { insert(transaction, 1); });
  EXPECT_EQ(count(), 1);

  server.stop(SIGQUIT);
  const auto is_unavailable = [](const auto& action) {
    try {
      action();
      return false;
    } catch (const Error& error) {
      return error.trouble() == Trouble::unavailable;
    }
  };
  EXPECT_TRUE(is_unavailable([&] { database.write([](Transaction& transaction) { insert(transaction, 2); }); }));
  EXPECT_TRUE(is_unavailable([&] { count(); }));

  server.start();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // longer than it waits after two failures
  database.write([](Transaction& transaction) { insert(transaction, 3); });
  EXPECT_EQ(count(), 2);
}

TEST(PostgresDatabase, DoesNotNoticeARestartBetweenTwoRequests) {
  TestPostgres& server = TestPostgres::server();
  const std::string like = server.migrated_template();
  Database database({.postgres_url = server.create_database(like)});
  database.write([](Transaction& transaction) { insert(transaction, 1); });
  database.read().query("SELECT code FROM institution");
  server.stop(SIGINT);
  server.start();
  database.write([](Transaction& transaction) { insert(transaction, 2); });
  EXPECT_EQ(database.read().query("SELECT code FROM institution").size(), 2U);
}

TEST(SqliteDatabase, IsUnavailableWithoutItsFileAndSaysSo) {
  const TestFolder folder;
  Database database({.folder = folder.path()});
  EXPECT_THROW(database.read(), Error);
  EXPECT_THROW(database.write([](Transaction& transaction) { insert(transaction, 1); }), Error);
}

// A disk that takes no more bytes, as far as this process is concerned.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes_a_file) {
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes_a_file, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(SqliteDatabase, AFullDiskIsToldLosesNothingAndIsOverWhenThereIsRoom) {
  const TestFolder folder;
  {
    const auto connection = connect({.folder = folder.path()}, Purpose::migrate);
    ASSERT_TRUE(apply_migration(*connection, plan_migration(*connection).value(), from_unix_ms(0)));
  }
  Database database({.folder = folder.path()});
  int stored = 0;
  std::optional<Trouble> trouble;
  {
    const FullDisk full(1U << 20U);
    while (!trouble && stored < 100'000) {
      try {
        database.write([&](Transaction& transaction) { insert(transaction, stored); });
        ++stored;
      } catch (const Error& error) {
        trouble = error.trouble();
      }
    }
  }
  EXPECT_EQ(trouble, Trouble::full);
  const auto count = [&] { return database.read().query("SELECT count(*) FROM institution").only().integer(0); };
  EXPECT_EQ(count(), stored) << "every acknowledged change is there, and nothing else";
  database.write([&](Transaction& transaction) { insert(transaction, stored); });
  EXPECT_EQ(count(), stored + 1);
}

// What `action` gives when it runs as somebody who has no rights; root has them everywhere.
template <typename Action>
int as_nobody(Action action) {
  const pid_t child = fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(100);
    _exit(action());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 101;
}

TEST(SqliteDatabase, AFileThatCannotBeWrittenIsToldAsSuch) {
  namespace fs = std::filesystem;
  const TestFolder folder;
  {
    const auto connection = connect({.folder = folder.path()}, Purpose::migrate);
    ASSERT_TRUE(apply_migration(*connection, plan_migration(*connection).value(), from_unix_ms(0)));
  }
  fs::permissions(folder.path() + "/prima.sqlite",
                  fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  fs::permissions(folder.path(),
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  const int told = as_nobody([&] {
    try {
      connect({.folder = folder.path()}, Purpose::write)->execute("DELETE FROM institution");
    } catch (const Error& error) {
      return error.trouble() == Trouble::read_only || error.trouble() == Trouble::unavailable ? 0 : 1;
    }
    return 2;
  });
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_EQ(told, 0);
}

}  // namespace
}  // namespace prima::db
