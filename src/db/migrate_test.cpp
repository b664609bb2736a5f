#include "db/migrate.h"

#include <gtest/gtest.h>

#include "db/copy.h"
#include "db/db_test_support.h"

namespace prima::db {
namespace {

const std::vector<Migration> first{
    {1, "0001_a", "CREATE TABLE a (institution_id integer NOT NULL PRIMARY KEY);", "h1"}};
const std::vector<Migration> both{
    first[0],
    {2, "0002_b", "CREATE TABLE b (institution_id integer NOT NULL PRIMARY KEY); ALTER TABLE a ADD COLUMN words text;",
     "h2"}};
const std::vector<Migration> with_fault{
    first[0],
    {2, "0002_b", "CREATE TABLE b (institution_id integer NOT NULL PRIMARY KEY); INSERT INTO nowhere VALUES (1);",
     "h2"}};

class DbMigrate : public ContractTest {
 protected:
  void SetUp() override { connection_ = connect(place_ = empty_place(), Purpose::migrate); }

  MigrationPlan plan(const std::vector<Migration>& known) { return plan_migration(*connection_, known).value(); }
  void apply(const std::vector<Migration>& known) {
    ASSERT_TRUE(apply_migration(*connection_, plan(known), from_unix_ms(5)));
  }

  Place place_;
  std::unique_ptr<Connection> connection_;
};
PRIMA_ON_BOTH_DATABASES(DbMigrate);

TEST_P(DbMigrate, PlansEveryStepForAnEmptyDatabaseAndChangesNothing) {
  EXPECT_EQ(plan(both).applied, 0);
  EXPECT_EQ(plan(both).pending.size(), 2U);
  EXPECT_EQ(plan(both).pending.size(), 2U);
}

TEST_P(DbMigrate, AppliesEachStepOnce) {
  apply(first);
  EXPECT_EQ(plan(both).applied, 1);
  EXPECT_EQ(plan(both).pending.size(), 1U);
  apply(both);
  EXPECT_TRUE(plan(both).pending.empty());
  connection_->execute("INSERT INTO a (institution_id, words) VALUES ($1, $2)", 1, "x");
}

TEST_P(DbMigrate, RefusesADatabaseNewerThanTheProgram) {
  apply(both);
  const auto refused = plan_migration(*connection_, first);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "database_is_newer");
  EXPECT_NE(refused.error().message.en.find("Install the newer"), std::string::npos);
}

TEST_P(DbMigrate, RefusesAStepThatWasChangedAfterwards) {
  apply(first);
  std::vector<Migration> other = first;
  other[0].sha256 = "other";
  EXPECT_EQ(plan_migration(*connection_, other).error().code, "migration_was_changed");
}

TEST_P(DbMigrate, AStepThatFailsLeavesTheStateBeforeIt) {
  EXPECT_THROW((void)apply_migration(*connection_, plan(with_fault), from_unix_ms(5)), Error);
  EXPECT_EQ(plan(both).applied, 1);
  apply(both);  // b does not exist yet, so this succeeds
}

TEST_P(DbMigrate, TheProgramsOwnStepsMakeTheTablesTheySay) {
  ASSERT_TRUE(apply_migration(*connection_, plan_migration(*connection_).value(), from_unix_ms(5)));
  for (const TableShape& table : table_shapes()) {
    EXPECT_FALSE(table.key.empty()) << table.name;
    std::string names;
    for (const TableShape::Column& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
    EXPECT_TRUE(connection_->query("SELECT " + names + " FROM " + table.name).empty());
  }
}

TEST_P(DbMigrate, ABackupRestoredIsTheSameOnEitherEngine) {
  Database& full = database();
  full.write([](Transaction& transaction) {
    for (int i = 1; i <= 300; ++i) {
      transaction.queue(
          "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, "
          "version, "
          "changed_at) VALUES ($1, $2, $3, 'city', '19.71', 'WIB', 'open', '{}', 1, $4)",
          i, fmt::format("k{}", i), "Kota \"é\" 'ß'", from_unix_ms(i));
    }
    transaction.queue(
        "INSERT INTO request_answer (institution_id, request_key, request_hash, status, content_type, location, body, "
        "answered_at) VALUES ($1, $2, $3, 201, '', '', '', $4)",
        1, Bytes{std::string("\0\x01", 2)}, Bytes{""}, from_unix_ms(7));
  });
  const TestFolder folder;
  const std::string file = folder.path() + "/backup";
  back_up(full.place(), file, from_unix_ms(9));
  EXPECT_THROW(back_up(full.place(), file, from_unix_ms(9)), Error) << "a backup never replaces a file";
  const auto expected = table_digests(*connect(full.place(), Purpose::read));

  std::filesystem::create_directory(folder.path() + "/data");
  for (const Place& target :
       {Place{.folder = folder.path() + "/data"}, Place{.postgres_url = TestPostgres::server().create_database()}}) {
    const auto restored = restore(file, target, from_unix_ms(10));
    ASSERT_TRUE(restored) << restored.error().message.en;
    EXPECT_EQ(table_digests(*connect(target, Purpose::read)), expected);
    EXPECT_EQ(restore(file, target, from_unix_ms(10)).error().code, "database_not_empty");
  }
}

TEST_P(DbMigrate, SaysThatAFileIsNoBackup) {
  const TestFolder folder;
  EXPECT_EQ(restore(folder.path() + "/none", empty_place(), from_unix_ms(1)).error().code, "no_backup");
  std::filesystem::create_directory(folder.path() + "/empty");
  connect({.folder = folder.path() + "/empty"}, Purpose::migrate)->script("CREATE TABLE x (y integer) STRICT;");
  EXPECT_EQ(restore(folder.path() + "/empty/prima.sqlite", empty_place(), from_unix_ms(1)).error().code, "no_backup");
}

struct Spelling {
  const char* written;
  const char* sqlite;
  const char* postgresql;
};

TEST(SchemaWords, AreSpelledForEachEngine) {
  const Spelling spellings[] = {
      {"CREATE TABLE a (id id NOT NULL, at instant, PRIMARY KEY (id));",
       "CREATE TABLE a (id blob NOT NULL, at integer, PRIMARY KEY (id)) STRICT;\n",
       "CREATE TABLE a (id uuid NOT NULL, at bigint, PRIMARY KEY (id));\n"},
      {"-- clustered\nCREATE TABLE a (x bytes, y flag CHECK (y IN (TRUE, FALSE)));",
       "CREATE TABLE a (x blob, y integer CHECK (y IN (TRUE, FALSE))) STRICT, WITHOUT ROWID;\n",
       "CREATE TABLE a (x bytea, y boolean CHECK (y IN (TRUE, FALSE)));\n"},
      {"ALTER TABLE a ADD COLUMN z text NOT NULL DEFAULT 'id';",
       "ALTER TABLE a ADD COLUMN z text NOT NULL DEFAULT 'id';\n",
       "ALTER TABLE a ADD COLUMN z text COLLATE \"C\" NOT NULL DEFAULT 'id';\n"},
      {"CREATE INDEX b ON a (id);", "CREATE INDEX b ON a (id);\n", "CREATE INDEX b ON a (id);\n"},
  };
  for (const Spelling& spelling : spellings) {
    EXPECT_EQ(spell(spelling.written, "t.sql", Engine::sqlite).value(), spelling.sqlite);
    EXPECT_EQ(spell(spelling.written, "t.sql", Engine::postgresql).value(), spelling.postgresql);
  }
}

TEST(SchemaWords, RefuseOtherTypesAndStatementsWithTheirLine) {
  const auto refused =
      spell("CREATE TABLE a (\n  x real,\n  y serial\n);\nCREATE TRIGGER t;\nPRAGMA x;", "t.sql", Engine::sqlite);
  ASSERT_FALSE(refused);
  std::vector<std::int64_t> lines;
  for (const Finding& finding : refused.error()) lines.push_back(finding.line);
  EXPECT_EQ(lines, (std::vector<std::int64_t>{2, 3, 5, 6}));
}

}  // namespace
}  // namespace prima::db
