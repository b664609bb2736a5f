#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"
#include "directory/directory_visitor.h"
#include "directory/import_rules.h"
#include "directory/institution.h"
#include "http/form.h"
#include "http/response.h"

namespace prima::directory {

// Takes tables of units, shows what they would change, and changes it when that was agreed to. Between the two the plan
// is kept in memory: one for each account, for half an hour, at most 32 in all. Throws db::Error. Safe from any thread.
class ImportDesk {
 public:
  // `random` gives ten bytes of the system's source of randomness; safe from any thread.
  ImportDesk(db::Database& database, std::function<IdRandom()> random)
      : database_(database), random_(std::move(random)) {}

  // GET /kelola/unit/{instansi}/impor
  http::Response form(const Institution& institution, const DirectoryVisitor& visitor) const;
  // POST of the same: a file (`file`) gives the preview, `apply` with `upload` applies it and leads to the units. A
  // refusal shows the form with what to do.
  http::Response take(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form);
  // GET /kelola/unit/{instansi}/unit.xlsx and unit.csv: the active units, to edit and to upload again.
  http::Response table_xlsx(const Institution& institution, Language language, Instant now) const;
  http::Response table_csv(const Institution& institution, Language language) const;

 private:
  struct Kept {
    Uuid upload;
    InstitutionId institution{};
    Instant at;
    ImportPlan plan;
  };

  http::Response preview(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form);
  http::Response apply(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form);
  Uuid keep(InstitutionId institution, const DirectoryVisitor& visitor, ImportPlan plan);
  std::optional<ImportPlan> take_plan(InstitutionId institution, const DirectoryVisitor& visitor,
                                      const http::Form& form);

  db::Database& database_;
  std::function<IdRandom()> random_;
  std::mutex mutex_;
  std::map<Uuid, Kept> kept_;  // by account
};

}  // namespace prima::directory
