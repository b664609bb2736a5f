#include "app/people_housekeeping.h"

#include <vector>

#include "directory/directory_store.h"
#include "identity/sessions_store.h"
#include "identity/sign_in_store.h"

namespace prima::app {

namespace {

std::vector<InstitutionId> all_institutions(db::Database& database) {
  constexpr std::int64_t at_once = 1000;
  std::vector<InstitutionId> all;
  std::string after;
  db::Snapshot snapshot = database.read();
  for (;;) {
    const auto some = directory::list_institutions(snapshot, after, at_once);
    if (some.empty()) return all;
    for (const auto& stored : some) all.push_back(stored.institution.id);
    after = some.back().institution.code;
  }
}

}  // namespace

void tidy_people(db::Database& database, Instant now) {
  for (const InstitutionId institution : all_institutions(database)) {
    database.write([&](db::Transaction& transaction) {
      identity::remove_old_sessions(transaction, institution, now, {});
      identity::remove_old_sign_ins(transaction, institution, now);
    });
  }
  database.write([&](db::Transaction& transaction) { identity::remove_old_budgets(transaction, {}, now); });
}

}  // namespace prima::app
