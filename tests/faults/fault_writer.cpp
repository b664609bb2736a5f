// Writes services until it is killed, and checks afterwards that nothing which was acknowledged is lost or doubled.
//
//   fault_writer prepare PLACE            makes the tables, one institution and one unit
//   fault_writer write PLACE SEED         writes from 8 threads; prints a line "CODE" after each write that is durable
//   fault_writer check PLACE < CODES      every code on standard input is there once, in the table and in the journal,
//                                         and the journal is whole; prints "SERVICES ENTRIES"
//
// PLACE is a folder or a PostgreSQL address. Exit code 1 with a line on standard error when something is wrong.
// tests/faults/kills.py is what kills it.
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "catalogue/service_store.h"
#include "db/migrate.h"
#include "db/request_answer_store.h"
#include "identity/system_random.h"
#include "journal/audit.h"
#include "journal/journal_store.h"
#include "journal/signing_key.h"

namespace {

using namespace prima;

constexpr InstitutionId institution{1};
const UnitId unit(parse_uuid("01900000-0000-7000-8000-000000000001").value());
constexpr int threads = 8;

db::Place place_of(const std::string& text) {
  return text.starts_with("postgresql://") ? db::Place{.folder = {}, .postgres_url = text}
                                           : db::Place{.folder = text, .postgres_url = {}};
}

Instant now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

int prepare(const db::Place& place) {
  const auto connection = db::connect(place, db::Purpose::migrate);
  const auto applied = db::apply_migration(*connection, db::plan_migration(*connection).value(), now());
  if (!applied) return 1;
  connection->execute(
      "INSERT INTO institution (institution_id, code, name, kind, region_code, time_zone, status, details, version,"
      " changed_at) VALUES ($1, '19.71', 'Kota', 'city', '19.71', 'WIB', 'active', '{}', 1, 0)",
      institution);
  connection->execute(
      "INSERT INTO unit (institution_id, unit_id, code, name, kind, region_code, status, details, version, changed_at)"
      " VALUES ($1, $2, 'dinas', 'Dinas', 'office', '19.71', 'active', '{}', 1, 0)",
      institution, unit);
  return 0;
}

// One write as the server does it: the service, its first edition, the journal entry and the kept answer, or none.
void create(db::Database& database, const std::string& code) {
  catalogue::NewService made{.id = catalogue::ServiceId(identity::random_uuid(now())), .unit = unit, .code = code};
  made.standard.title = {"Layanan " + code, {}};
  const db::RequestKey key{institution, "fault_writer", code, code};
  const Instant at = now();
  database.write([&](db::Transaction& transaction) {
    if (db::earlier_answer(transaction, key).kind != db::Earlier::Kind::unknown) return;
    const auto created = catalogue::create_service(transaction, institution, made, {Uuid{}, at});
    if (!created) throw std::runtime_error(created.error().findings.front().message.en);
    db::keep_answer(transaction, key, {.status = 201, .location = "/" + code}, at);
  });
}

int write_until_killed(const db::Place& place, const std::string& seed) {
  db::Database database(place);
  std::vector<std::thread> writers;
  for (int writer = 0; writer < threads; ++writer) {
    writers.emplace_back([&, writer] {
      for (int n = 0;; ++n) {
        const std::string line = fmt::format("s{}-{}-{}\n", seed, writer, n);
        const std::string code = line.substr(0, line.size() - 1);
        create(database, code);
        if (n % 3 == 0) create(database, code);  // sent again: must change nothing
        if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  return 0;
}

int wrong(const std::string& what) {
  std::cerr << what << "\n";
  return 1;
}

int check(const db::Place& place) {
  db::Database database(place);
  db::Snapshot snapshot = database.read();
  std::map<std::string, int> created;  // id -> entries
  for (std::optional<journal::JournalCursor> after; ;) {
    const auto page = journal::find_entries(snapshot, institution, {.action = "catalogue.service.create", .after = after}, 1000);
    for (const auto& stored : page.entries) {
      const auto entry = journal::parse_entry(stored.bytes);
      if (!entry) return wrong("an entry cannot be read");
      ++created[entry->change.subject.id];
    }
    after = page.next;
    if (!after) break;
  }
  std::set<std::string> codes;
  std::string last;
  for (;;) {
    const auto services = catalogue::list_services(snapshot, institution, last, 1000);
    if (services.empty()) break;
    for (const catalogue::Service& service : services) {
      codes.insert(service.code);
      if (created[to_text(service.id)] != 1) return wrong(service.code + " has not exactly one entry in the journal");
    }
    last = services.back().code;
  }
  if (codes.size() != created.size()) return wrong("the journal has entries for services that are not there");
  std::size_t acknowledged = 0;
  for (std::string code; std::getline(std::cin, code); ++acknowledged)
    if (!codes.contains(code)) return wrong(code + " was acknowledged and is lost");
  const auto key = journal::SigningKey::generate("test", journal::KeyUse::log);
  const auto audit = journal::audit(snapshot, institution, {.log = key.verifier(), .server = "test"});
  if (audit.tampering) return wrong(audit.tampering->message.en);
  std::cout << acknowledged << " " << codes.size() << " " << audit.entries << "\n";
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  try {
    if (words.size() == 2 && words[0] == "prepare") return prepare(place_of(words[1]));
    if (words.size() == 3 && words[0] == "write") return write_until_killed(place_of(words[1]), words[2]);
    if (words.size() == 2 && words[0] == "check") return check(place_of(words[1]));
  } catch (const std::exception& error) {
    return wrong(error.what());
  }
  return wrong("usage: fault_writer prepare|write|check PLACE [SEED]");
}
