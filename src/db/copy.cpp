#include "db/copy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <memory>

#include "db/migrate.h"
#include "db/sqlite.h"

namespace prima::db {

namespace {

std::string columns_of(const TableShape& table) {
  std::vector<std::string> names;
  for (const TableShape::Column& column : table.columns) names.push_back(column.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string all_rows(const TableShape& table) {
  return fmt::format("SELECT {} FROM {} ORDER BY {}", columns_of(table), table.name, fmt::join(table.key, ", "));
}

std::string insertion(const TableShape& table) {
  std::vector<std::string> places;
  for (std::size_t i = 1; i <= table.columns.size(); ++i) places.push_back(fmt::format("${}", i));
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, columns_of(table), fmt::join(places, ", "));
}

Value value_of(const Cell& cell, const std::string& type) {
  if (std::holds_alternative<std::monostate>(cell)) return std::nullopt;
  if (const auto* number = std::get_if<std::int64_t>(&cell))
    return type == "flag" ? Value(*number != 0) : Value(*number);
  const auto& bytes = std::get<std::string>(cell);
  if (type == "bytes") return Bytes{bytes};
  if (type != "id") return bytes;
  Uuid uuid;
  PRIMA_ASSERT(bytes.size() == uuid.bytes.size());
  std::copy(bytes.begin(), bytes.end(), uuid.bytes.begin());
  return uuid;
}

void copy_table(Connection& from, Connection& to, const TableShape& table) {
  const std::string insert = insertion(table);
  std::vector<Value> values;
  from.each(all_rows(table), [&](const Row& row) {
    values.clear();
    for (std::size_t i = 0; i < row.size(); ++i) values.push_back(value_of(row.cell(i), table.columns[i].type));
    to.send(insert, values);
  });
}

// Everything in one transaction of each side; `to` has the tables already.
void copy_rows(Connection& from, Connection& to) {
  from.begin();
  to.begin();
  try {
    for (const TableShape& table : table_shapes()) copy_table(from, to, table);
    to.commit();
    from.rollback();
  } catch (...) {
    to.rollback();
    from.rollback();
    throw;
  }
}

void make_tables(Connection& connection, Instant now) {
  const auto plan = plan_migration(connection);
  PRIMA_ASSERT(plan && plan->applied == 0);
  const auto applied = apply_migration(connection, *plan, now);
  PRIMA_ASSERT(applied);
}

// After a failure: nothing is left of what make_tables() made.
void drop_tables(Connection& connection) noexcept {
  try {
    const std::vector<TableShape> tables = table_shapes();
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
      connection.script(fmt::format("DROP TABLE IF EXISTS {};", table->name));
    connection.script("DROP TABLE IF EXISTS schema_migration;");
  } catch (...) {  // the first failure is the one to tell
  }
}

void back_up_postgres(const Place& place, const std::string& file, Instant now) {
  const std::string whole = file + ".copying";
  ::unlink(whole.c_str());
  {
    const auto from = connect(place, Purpose::read);
    const auto to = open_sqlite(whole, Purpose::migrate);
    make_tables(*to, now);
    copy_rows(*from, *to);
  }
  copy_sqlite(whole, file);  // one file without a WAL, checked
  for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((whole + suffix).c_str());
}

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) { PRIMA_ASSERT(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1); }

  void add(std::string_view bytes) { PRIMA_ASSERT(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1); }
  std::string hex() {
    std::array<unsigned char, 32> digest{};
    PRIMA_ASSERT(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) == 1);
    return fmt::format("{:02x}", fmt::join(digest, ""));
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

// Each cell with its kind and length, so that no two different rows read the same.
void add_cell(Sha256& digest, const Cell& cell) {
  if (std::holds_alternative<std::monostate>(cell)) return digest.add("n;");
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return digest.add(fmt::format("i{};", *number));
  const auto& bytes = std::get<std::string>(cell);
  digest.add(fmt::format("b{}:", bytes.size()));
  digest.add(bytes);
}

}  // namespace

void back_up(const Place& place, const std::string& file, Instant now) {
  if (place.folder.empty()) {
    if (::access(file.c_str(), F_OK) == 0) throw Error(Trouble::conflict, fmt::format("backup: {} exists", file));
    return back_up_postgres(place, file, now);
  }
  copy_sqlite(place.folder + "/prima.sqlite", file);
}

Result<void, Finding> restore(const std::string& file, const Place& place, Instant now) {
  if (::access(file.c_str(), R_OK) != 0)
    return failure(Finding{"no_backup", file, 0, {"berkas cadangan tidak dapat dibaca", "the backup cannot be read"}});
  const auto to = connect(place, Purpose::migrate);
  const auto state = plan_migration(*to);
  if (!state || state->applied != 0) {
    return failure(Finding{"database_not_empty",
                           place.shown(),
                           0,
                           {"tujuan sudah berisi data; pilih folder atau basis data yang kosong",
                            "the target holds data already; choose an empty folder or database"}});
  }
  // Read from a copy of its own, so that the backup stays as it is whatever happens.
  const std::string copy = place.folder.empty() ? file + ".restoring" : place.folder + "/restoring.sqlite";
  ::unlink(copy.c_str());
  copy_sqlite(file, copy);
  const auto remove = [&] {
    for (const char* suffix : {"", "-wal", "-shm"}) ::unlink((copy + suffix).c_str());
  };
  try {
    const auto from = open_sqlite(copy, Purpose::migrate);
    const auto plan = plan_migration(*from);
    if (!plan || plan->applied == 0) {
      remove();
      return failure(
          plan ? Finding{"no_backup", file, 0, {"berkas ini bukan cadangan Prima", "this file is no backup of Prima"}}
               : plan.error());
    }
    const auto brought_up = apply_migration(*from, *plan, now);
    PRIMA_ASSERT(brought_up);
    make_tables(*to, now);
    copy_rows(*from, *to);
  } catch (...) {
    remove();
    drop_tables(*to);
    throw;
  }
  remove();
  return {};
}

std::vector<std::pair<std::string, std::string>> table_digests(Connection& connection) {
  std::vector<std::pair<std::string, std::string>> digests;
  connection.begin();
  for (const TableShape& table : table_shapes()) {
    Sha256 digest;
    connection.each(all_rows(table), [&](const Row& row) {
      for (std::size_t i = 0; i < row.size(); ++i) add_cell(digest, row.cell(i));
      digest.add("\n");
    });
    digests.emplace_back(table.name, digest.hex());
  }
  connection.rollback();
  return digests;
}

}  // namespace prima::db
