#include "db/migrate.h"

#include <fmt/format.h>

#include <algorithm>

#include "embedded/migration_files.h"

namespace prima::db {

namespace {

std::int64_t number_of(std::string_view name) {
  std::int64_t number = 0;
  for (const char c : name.substr(0, name.find('_'))) {
    PRIMA_ASSERT(c >= '0' && c <= '9');
    number = number * 10 + (c - '0');
  }
  return number;
}

std::vector<Migration> built_in() {
  std::vector<Migration> all;
  for (const EmbeddedFile& file : migration_data::files()) {
    const std::string name(file.path.substr(0, file.path.size() - std::string_view(".sql").size()));
    all.push_back({number_of(name), name, std::string(file.bytes), std::string(file.sha256)});
    PRIMA_ASSERT(all.back().number == static_cast<std::int64_t>(all.size()));
  }
  return all;
}

bool has_migration_table(Connection& connection) {
  const Rows rows = connection.engine() == Engine::sqlite
                        ? connection.query("SELECT name FROM sqlite_master WHERE name = $1", "schema_migration")
                        : connection.query(
                              "SELECT table_name::text FROM information_schema.tables WHERE table_schema = "
                              "current_schema() AND table_name = $1",
                              "schema_migration");
  return !rows.empty();
}

constexpr std::string_view migration_table =
    "CREATE TABLE schema_migration (number bigint NOT NULL PRIMARY KEY, name text NOT NULL, sha256 text NOT NULL,"
    " applied_at instant NOT NULL);";

Finding newer_database(std::int64_t applied, std::int64_t known) {
  return {
      "database_is_newer",
      {},
      0,
      {fmt::format("Basis data ini dibuat oleh Prima yang lebih baru (langkah {}, program ini mengenal sampai {}). "
                   "Pasang versi program yang lebih baru, atau pulihkan cadangan lama.",
                   applied, known),
       fmt::format("This database was made by a newer Prima (step {}, this program knows up to {}). Install the newer "
                   "program, or restore an older backup.",
                   applied, known)}};
}

Finding changed_step(const Migration& step) {
  return {"migration_was_changed",
          {},
          0,
          {fmt::format("Langkah migrasi {} yang sudah diterapkan berbeda isinya dari yang ada di program ini. Pasang "
                       "program yang membuat basis data ini.",
                       step.name),
           fmt::format("Migration step {} as it was applied differs from the one in this program. Install the program "
                       "that made this database.",
                       step.name)}};
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all = built_in();
  return all;
}

Result<MigrationPlan, Finding> plan_migration(Connection& connection, const std::vector<Migration>& known) {
  MigrationPlan plan;
  if (has_migration_table(connection)) {
    for (const Row row : connection.query("SELECT number, sha256 FROM schema_migration ORDER BY number")) {
      plan.applied = row.integer(0);
      if (plan.applied > static_cast<std::int64_t>(known.size())) continue;
      const Migration& step = known[static_cast<std::size_t>(plan.applied - 1)];
      if (step.sha256 != row.text(1)) return failure(changed_step(step));
    }
  }
  const auto newest = static_cast<std::int64_t>(known.size());
  if (plan.applied > newest) return failure(newer_database(plan.applied, newest));
  for (const Migration& step : known)
    if (step.number > plan.applied) plan.pending.push_back(&step);
  return plan;
}

Result<void, Findings> apply_migration(Connection& connection, const MigrationPlan& plan, Instant now) {
  for (const Migration* step : plan.pending) {
    const auto sql = spell(step->sql, step->name + ".sql", connection.engine());
    if (!sql) return failure(sql.error());
    connection.begin();
    try {
      if (!has_migration_table(connection))
        connection.script(spell(migration_table, "schema_migration", connection.engine()).value());
      connection.script(*sql);
      connection.execute("INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, $4)",
                         step->number, step->name, step->sha256, now);
      connection.commit();
    } catch (...) {
      connection.rollback();
      throw;
    }
  }
  return {};
}

std::vector<TableShape> table_shapes(const std::vector<Migration>& known) {
  std::vector<TableShape> shapes;
  for (const Migration& step : known) apply_shapes(step.sql, shapes);
  return shapes;
}

}  // namespace prima::db
