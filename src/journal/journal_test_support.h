#pragma once

#include <string>

#include "db/db_test_support.h"
#include "journal/checkpoint_store.h"
#include "journal/journal_store.h"

namespace prima::journal::test {

inline const InstitutionId kota{7};
inline const InstitutionId kabupaten{8};
inline const std::string server = "contoh.go.id";

inline Uuid actor_number(int number) {
  Uuid uuid;
  uuid.bytes[0] = 1;
  uuid.bytes[15] = static_cast<std::uint8_t>(number);
  return uuid;
}

inline Instant minute(int number) { return *parse_instant("2026-11-24T04:00:00Z") + std::chrono::minutes(number); }

// The change number `number` of a made-up history: three actors, two actions, five subjects, one each minute.
inline Change change_number(int number) {
  return {actor_number(number % 3),
          minute(number),
          number % 2 == 0 ? "service.create" : "service.rename",
          {"service", "s" + std::to_string(number % 5)},
          number % 2 == 0 ? Json() : Json::object({{"name", "lama"}}),
          Json::object({{"name", "Layanan " + std::to_string(number)}})};
}

inline void enter(db::Database& database, InstitutionId institution, int from, int to) {
  database.write([&](db::Transaction& transaction) {
    std::vector<Change> changes;
    for (int number = from; number < to; ++number) changes.push_back(change_number(number));
    append(transaction, institution, changes);
  });
}

}  // namespace prima::journal::test
