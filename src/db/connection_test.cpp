// The contract of a connection, held against both engines.

#include <gtest/gtest.h>

#include "db/db_test_support.h"
#include "db/postgres.h"

namespace prima::db {
namespace {

Uuid uuid(std::uint8_t last) {
  Uuid made = make_uuid(from_unix_ms(1'000), {});
  made.bytes[15] = last;
  return made;
}

constexpr std::string_view all_types =
    "CREATE TABLE thing (institution_id integer NOT NULL, thing_id id NOT NULL, number bigint, words text, raw bytes,"
    " open flag, made_at instant, PRIMARY KEY (institution_id, thing_id));";

constexpr std::string_view insert_thing =
    "INSERT INTO thing (institution_id, thing_id, number, words, raw, open, made_at) VALUES ($1, $2, $3, $4, $5, $6, "
    "$7)";

class DbConnection : public ContractTest {
 protected:
  void SetUp() override {
    place_ = empty_place();
    connection_ = connect(place_, Purpose::migrate);
    connection_->script(spell(all_types, "test", GetParam()).value());
  }

  void insert(std::uint8_t last, std::int64_t number, const std::string& words = "") {
    connection_->execute(insert_thing, 1, uuid(last), number, words, std::nullopt, std::nullopt, std::nullopt);
  }

  std::int64_t count() {
    return connection_->query("SELECT count(*) FROM thing WHERE institution_id = $1", 1).only().integer(0);
  }

  Trouble trouble_of(const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      EXPECT_FALSE(error.words().id.empty());
      return error.trouble();
    }
    ADD_FAILURE() << "no error";
    return Trouble::failed;
  }

  Place place_;
  std::unique_ptr<Connection> connection_;
};
PRIMA_ON_BOTH_DATABASES(DbConnection);

TEST_P(DbConnection, GivesBackEachTypeAsItWasKept) {
  const std::string raw("\0\xff'\\x", 5);
  const UnitId unit(uuid(1));
  connection_->execute(insert_thing, InstitutionId{7}, unit, std::numeric_limits<std::int64_t>::min(),
                       std::string_view("Kota 'A' \\ \"B\" é 日本"), Bytes{raw}, true, from_unix_ms(1'764'000'000'123));
  const Rows rows = connection_->query("SELECT institution_id, thing_id, number, words, raw, open, made_at FROM thing");
  const Row row = rows.only();
  EXPECT_EQ(row.institution(0), InstitutionId{7});
  EXPECT_EQ(row.id<UnitTag>(1), unit);
  EXPECT_EQ(row.integer(2), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(row.text(3), "Kota 'A' \\ \"B\" é 日本");
  EXPECT_EQ(row.bytes(4), raw);
  EXPECT_TRUE(row.flag(5));
  EXPECT_EQ(unix_ms(row.instant(6)), 1'764'000'000'123);
}

TEST_P(DbConnection, KeepsNothingApartFromEmptyAndZero) {
  insert(1, 0, "");
  connection_->execute(insert_thing, 1, uuid(2), std::nullopt, std::optional<std::string>(), Bytes{""}, false,
                       std::optional<Instant>());
  const Rows rows = connection_->query("SELECT number, words, raw, open, made_at FROM thing ORDER BY thing_id");
  EXPECT_EQ(rows[0].integer(0), 0);
  EXPECT_EQ(rows[0].text(1), "");
  EXPECT_TRUE(rows[0].is_null(2));
  EXPECT_TRUE(rows[1].is_null(0));
  EXPECT_EQ(rows[1].optional_text(1), std::nullopt);
  EXPECT_EQ(rows[1].bytes(2), "");
  EXPECT_FALSE(rows[1].flag(3));
  EXPECT_EQ(rows[1].optional_instant(4), std::nullopt);
}

TEST_P(DbConnection, SaysHowManyRowsChanged) {
  for (std::uint8_t i = 1; i <= 3; ++i) insert(i, i);
  EXPECT_EQ(
      connection_->execute("UPDATE thing SET number = number + $2 WHERE institution_id = $1 AND number > $3", 1, 10, 1),
      2);
  EXPECT_EQ(connection_->execute("DELETE FROM thing WHERE institution_id = $1 AND number = $2", 1, 99), 0);
  EXPECT_EQ(connection_->query("SELECT sum(number) FROM thing WHERE institution_id = $1", 1).only().integer(0), 26);
}

TEST_P(DbConnection, AnswersAChangeWithRowsWhenAsked) {
  const Rows rows = connection_->query(
      "INSERT INTO thing (institution_id, thing_id, number) VALUES ($1, $2, $3) ON CONFLICT (institution_id, thing_id) "
      "DO "
      "UPDATE SET number = thing.number + 1 RETURNING number",
      1, uuid(1), 5);
  EXPECT_EQ(rows.only().integer(0), 5);
}

TEST_P(DbConnection, KeepsAQuestionInAValueFromBecomingSql) {
  insert(1, 1, "x'); DELETE FROM thing; --");
  EXPECT_EQ(connection_->query("SELECT number FROM thing WHERE words = $1", "x'); DELETE FROM thing; --").size(), 1U);
  EXPECT_EQ(count(), 1);
}

TEST_P(DbConnection, SortsTextsByTheirBytes) {
  const char* const words[] = {"b", "B", "a", "é", "Z", "_"};
  for (std::uint8_t i = 0; i < 6; ++i) insert(i, i, words[i]);
  std::string order;
  for (const Row row : connection_->query("SELECT words FROM thing ORDER BY words")) order += row.text(0);
  EXPECT_EQ(order, "BZ_abé");
}

TEST_P(DbConnection, ForgetsWhatWasRolledBack) {
  connection_->begin();
  insert(1, 1);
  connection_->rollback();
  EXPECT_EQ(count(), 0);
  connection_->begin();
  insert(1, 1);
  connection_->commit();
  EXPECT_EQ(count(), 1);
}

TEST_P(DbConnection, QueuedStatementsAreThereAfterTheCommit) {
  connection_->begin();
  for (int i = 0; i < 1'000; ++i) {
    Uuid id = uuid(static_cast<std::uint8_t>(i % 256));
    id.bytes[14] = static_cast<std::uint8_t>(i / 256);
    connection_->queue(insert_thing, 1, id, i, "", std::nullopt, std::nullopt, std::nullopt);
  }
  connection_->commit();
  EXPECT_EQ(count(), 1'000);
}

TEST_P(DbConnection, AQueuedStatementThatFailsUndoesTheTransaction) {
  EXPECT_EQ(trouble_of([&] {
              connection_->begin();
              for (int i = 0; i < 2; ++i)
                connection_->queue(insert_thing, 1, uuid(1), i, "", std::nullopt, std::nullopt, std::nullopt);
              connection_->commit();
            }),
            Trouble::conflict);
  connection_->rollback();
  EXPECT_EQ(count(), 0);
  insert(1, 1);  // the connection is as good as new
  EXPECT_EQ(count(), 1);
}

TEST_P(DbConnection, RefusesASecondRowWithTheSameKey) {
  insert(1, 1);
  EXPECT_EQ(trouble_of([&] { insert(1, 2); }), Trouble::conflict);
}

TEST_P(DbConnection, RefusesATextThatNotEveryDatabaseCanHold) {
  EXPECT_EQ(trouble_of([&] { insert(1, 1, std::string("a\0b", 3)); }), Trouble::wrong_value);
}

TEST_P(DbConnection, RefusesNonsense) {
  EXPECT_THROW(connection_->query("SELEKT 1"), Error);
  EXPECT_THROW(connection_->query("SELECT words FROM nothing_here"), Error);
  insert(1, 1);  // and goes on
}

TEST_P(DbConnection, OneThatReadsCannotChangeAnything) {
  const auto reader = connect(place_, Purpose::read);
  EXPECT_THROW(reader->execute("DELETE FROM thing"), Error);
  reader->begin();
  EXPECT_THROW(reader->execute(insert_thing, 1, uuid(1), 1, "", std::nullopt, std::nullopt, std::nullopt), Error);
  reader->rollback();
  EXPECT_EQ(count(), 0);
}

TEST_P(DbConnection, ASnapshotDoesNotMove) {
  const auto reader = connect(place_, Purpose::read);
  reader->begin();
  EXPECT_EQ(reader->query("SELECT count(*) FROM thing").only().integer(0), 0);
  insert(1, 1);
  EXPECT_EQ(reader->query("SELECT count(*) FROM thing").only().integer(0), 0);
  reader->rollback();
  reader->begin();
  EXPECT_EQ(reader->query("SELECT count(*) FROM thing").only().integer(0), 1);
  reader->rollback();
}

TEST_P(DbConnection, GivesALongAnswerRowByRow) {
  for (std::uint8_t i = 0; i < 100; ++i) insert(i, i);
  std::int64_t sum = 0;
  connection_->each("SELECT number FROM thing", [&](const Row& row) { sum += row.integer(0); });
  EXPECT_EQ(sum, 4950);
  EXPECT_THROW(connection_->each("SELECT number FROM thing", [](const Row&) { throw std::runtime_error("enough"); }),
               std::runtime_error);
  EXPECT_EQ(count(), 100);
}

TEST(SqliteConnection, LetsNoStatementReachAnotherFileOrASetting) {
  const TestFolder folder;
  const auto connection = connect({.folder = folder.path()}, Purpose::migrate);
  for (const char* sql :
       {"ATTACH DATABASE '/tmp/other.sqlite' AS other", "PRAGMA foreign_keys = OFF", "PRAGMA journal_mode = OFF",
        "SELECT load_extension('x')", "CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END", "VACUUM INTO '/tmp/x'"})
    EXPECT_THROW(connection->query(sql), Error) << sql;
}

TEST(SqliteConnection, MakesAFileThatOnlyItsOwnerReads) {
  const TestFolder folder;
  const auto connection = connect({.folder = folder.path()}, Purpose::migrate);
  const auto rights = std::filesystem::status(folder.path() + "/prima.sqlite").permissions();
  EXPECT_EQ(rights, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(SqliteConnection, SaysThatAFileIsNoDatabase) {
  const TestFolder folder;
  std::ofstream(folder.path() + "/prima.sqlite") << std::string(8192, 'x');
  try {
    connect({.folder = folder.path()}, Purpose::read)->query("SELECT 1 FROM sqlite_master");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.trouble(), Trouble::damaged);
  }
}

TEST(SqliteConnection, SaysThatThereIsNoFolder) {
  try {
    connect({.folder = "/nowhere/at/all"}, Purpose::read);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.trouble(), Trouble::unavailable);
  }
}

TEST(PostgresUrl, IsShownWithoutItsPassword) {
  EXPECT_EQ(shown_postgres_url("postgresql://prima:secret@db.go.id/prima"), "postgresql://prima@db.go.id/prima");
  EXPECT_EQ(shown_postgres_url("postgresql://prima@db.go.id:5432/prima"), "postgresql://prima@db.go.id:5432/prima");
  EXPECT_EQ(shown_postgres_url("postgresql://db.go.id/prima"), "postgresql://db.go.id/prima");
}

}  // namespace
}  // namespace prima::db
