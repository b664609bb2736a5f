// Promise: catalogue edits with their journal entries, from 64 threads, reach at least 0.7 of what a bare writer of SQLite
// reaches that stores the same rows in batches of the same size on the same disk.
//
//   durable_writes prepare PLACE                  makes the tables, one unit and 64 services
//   durable_writes edits PLACE SECONDS            prints "EDITS_PER_SECOND CHANGES_PER_COMMIT"
//   durable_writes bare FOLDER SECONDS BATCH      prints "EDITS_PER_SECOND"; the same rows, without the program
//
// PLACE is a folder or a PostgreSQL address. bench/writes.py runs them in turn.
#include <fmt/format.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "catalogue/service_store.h"
#include "db/migrate.h"

namespace {

using namespace prima;
using Clock = std::chrono::steady_clock;

constexpr InstitutionId institution{1};
constexpr int writers = 64;

Uuid uuid(std::uint8_t kind, std::uint8_t number) {
  Uuid made = make_uuid(from_unix_ms(1), {});
  made.bytes[14] = kind;
  made.bytes[15] = number;
  return made;
}

db::Place place_of(const std::string& text) {
  return text.starts_with("postgresql://") ? db::Place{.folder = {}, .postgres_url = text}
                                           : db::Place{.folder = text, .postgres_url = {}};
}

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

catalogue::ServiceId service(int number) { return catalogue::ServiceId(uuid(2, static_cast<std::uint8_t>(number))); }

// What a typical draft says: about 2 KB.
catalogue::Standard standard(int version) {
  catalogue::Standard made;
  made.title = {fmt::format("Kartu Keluarga, perubahan {}", version), "Family card"};
  made.description = {"Kartu identitas keluarga yang memuat data tentang susunan dan hubungan anggota keluarga.", ""};
  for (int i = 0; i < 8; ++i) {
    catalogue::Requirement requirement;
    requirement.name = {fmt::format("Dokumen pendukung nomor {}", i), fmt::format("Supporting document {}", i)};
    made.requirements.push_back(requirement);
    catalogue::Step step;
    step.what = {fmt::format("Petugas memeriksa berkas pada langkah {}", i), ""};
    made.procedure.push_back(step);
  }
  return made;
}

int prepare(const db::Place& place) {
  const auto connection = db::connect(place, db::Purpose::migrate);
  if (!db::apply_migration(*connection, db::plan_migration(*connection).value(), now())) return 1;
  connection->execute(
      "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, version,"
      " changed_at) VALUES ($1, '19.71', 'Kota', 'city', '19.71', 'WIB', 'active', '{}', 1, 0)",
      institution);
  connection->execute(
      "INSERT INTO unit (institution_id, unit_id, code, name, kind, region_code, status, details, version, changed_at)"
      " VALUES ($1, $2, 'dinas', 'Dinas', 'office', '19.71', 'active', '{}', 1, 0)",
      institution, uuid(1, 1));
  db::Database database(place);
  for (int i = 0; i < writers; ++i) {
    catalogue::NewService made{.id = service(i), .unit = UnitId(uuid(1, 1)), .code = fmt::format("layanan-{}", i)};
    made.standard = standard(0);
    const auto created = database.write([&](db::Transaction& transaction) {
      return catalogue::create_service(transaction, institution, made, {Uuid{}, now()});
    });
    if (!created) return 1;
  }
  return 0;
}

int edits(const db::Place& place, int seconds) {
  db::Database database(place);
  std::atomic<bool> stop{false};
  std::atomic<std::int64_t> done{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([&, i] {
      std::int64_t version = 0;
      {
        db::Snapshot snapshot = database.read();
        version = catalogue::editions_of(snapshot, institution, service(i)).front().version;
      }
      for (int n = 1; !stop; ++n) {
        catalogue::Edition edition;
        edition.standard = standard(n);
        const Instant at = now();
        const auto saved = database.write([&](db::Transaction& transaction) {
          return catalogue::save_draft(transaction, institution, {service(i), 1, version}, edition, {Uuid{}, at});
        });
        version = saved.value().version;
        ++done;
      }
    });
  }
  const auto begin = Clock::now();
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  stop = true;
  for (std::thread& thread : threads) thread.join();
  const double took = std::chrono::duration<double>(Clock::now() - begin).count();
  const auto counts = database.counts();
  fmt::print("{:.0f} {:.1f}\n", static_cast<double>(done) / took,
             static_cast<double>(counts.changes) / static_cast<double>(counts.commits));
  return 0;
}

// The rows of an edit, as SQLite alone would store them: no reading, no JSON, no hashing.
int bare(const std::string& folder, int seconds, int batch) {
  sqlite3* handle = nullptr;
  if (sqlite3_open((folder + "/prima.sqlite").c_str(), &handle) != SQLITE_OK) return 1;
  const auto run = [&](const char* sql) { sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); };
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  const char* const statements[] = {
      "UPDATE standard_edition SET content = ?1, version = version + 1 WHERE institution_id = 1 AND service_id = ?2 AND number = 1",
      "UPDATE service SET title_id = 'x', version = version + 1 WHERE institution_id = 1 AND service_id = ?2",
      "UPDATE journal_head SET size = size + 1 WHERE institution_id = 1",
      "INSERT INTO journal_entry VALUES (1, ?3, ?3, ?2, 'catalogue.edition.save', 'standard_edition', 'x', ?1, ?2)"};
  std::vector<sqlite3_stmt*> prepared;
  for (const char* sql : statements) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK) return 1;
    prepared.push_back(statement);
  }
  const std::string content(2 * 2'300, 'x');  // an entry holds the edition before and after
  std::int64_t done = 0;
  const auto begin = Clock::now();
  while (Clock::now() - begin < std::chrono::seconds(seconds)) {
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < batch; ++i, ++done) {
      const Uuid id = uuid(2, static_cast<std::uint8_t>(done % writers));
      for (sqlite3_stmt* statement : prepared) {
        if (sqlite3_bind_parameter_count(statement) >= 1) {
          const bool whole = statement == prepared.back();
          sqlite3_bind_text(statement, 1, content.data(), static_cast<int>(whole ? content.size() : content.size() / 2), SQLITE_STATIC);
        }
        if (sqlite3_bind_parameter_count(statement) >= 2)
          sqlite3_bind_blob(statement, 2, id.bytes.data(), static_cast<int>(id.bytes.size()), SQLITE_STATIC);
        if (sqlite3_bind_parameter_count(statement) >= 3) sqlite3_bind_int64(statement, 3, 1'000'000'000 + done);
        if (statement == prepared.back()) {
          const std::string bytes(content);
          sqlite3_bind_blob(statement, 1, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
        }
        if (sqlite3_step(statement) != SQLITE_DONE) {
          std::cerr << sqlite3_errmsg(handle) << "\n";
          return 1;
        }
        sqlite3_reset(statement);
      }
    }
    run("COMMIT");
  }
  const double took = std::chrono::duration<double>(Clock::now() - begin).count();
  fmt::print("{:.0f}\n", static_cast<double>(done) / took);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.size() == 2 && words[0] == "prepare") return prepare(place_of(words[1]));
  if (words.size() == 3 && words[0] == "edits") return edits(place_of(words[1]), std::stoi(words[2]));
  if (words.size() == 4 && words[0] == "bare") return bare(words[1], std::stoi(words[2]), std::stoi(words[3]));
  std::cerr << "usage: durable_writes prepare|edits|bare PLACE [SECONDS] [BATCH]\n";
  return 2;
}
