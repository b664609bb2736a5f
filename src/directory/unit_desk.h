#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "db/database.h"
#include "directory/directory_visitor.h"
#include "directory/institution.h"
#include "directory/unit_form.h"
#include "directory/unit_store.h"
#include "http/form.h"
#include "http/response.h"

namespace prima::directory {

// Forms for the units of an institution: make, change, rename, merge, close, reopen. Nothing: there is no such unit.
// Throws db::Error. Safe from any thread.
class UnitDesk {
 public:
  // `random` as for ImportDesk.
  UnitDesk(db::Database& database, std::function<IdRandom()> random)
      : database_(database), random_(std::move(random)) {}

  // GET and POST /kelola/unit/{instansi}/baru. Once made, the unit's page follows.
  http::Response new_form(const Institution& institution, const DirectoryVisitor& visitor) const;
  http::Response create(const Institution& institution, const DirectoryVisitor& visitor, const http::Form& form) const;

  // GET and POST /kelola/unit/{instansi}/unit/{unit}. The form carries the version that was read: a change in between
  // is refused, with what was typed still there.
  std::optional<http::Response> edit_form(const Institution& institution, std::string_view code,
                                          const DirectoryVisitor& visitor) const;
  std::optional<http::Response> save(const Institution& institution, std::string_view code,
                                     const DirectoryVisitor& visitor, const http::Form& form) const;
  // POST /kelola/unit/{instansi}/unit/{unit}/peristiwa
  std::optional<http::Response> enter(const Institution& institution, std::string_view code,
                                      const DirectoryVisitor& visitor, const http::Form& form) const;

 private:
  std::optional<StoredUnit> find(const Institution& institution, std::string_view code) const;

  db::Database& database_;
  std::function<IdRandom()> random_;
};

}  // namespace prima::directory
