#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/gate.h"
#include "directory/import_desk.h"
#include "directory/institution.h"
#include "directory/unit_desk.h"

namespace prima::app {

// The directory of units for those who keep it (/kelola/unit): a list, the forms of units, and tables in and out.
// Asks for every institution and unit whether the person may. Safe from any thread.
class UnitAdmin {
 public:
  // `changed` is called after something that citizens see has changed; may be empty.
  explicit UnitAdmin(db::Database& database, std::function<void()> changed = {});

  std::vector<GatedRoute> routes();

 private:
  // ?instansi=CODE, otherwise the person's own; ?halaman=N
  http::Response list(const Visit& visit) const;

  // Answers for the institution of the address, when the person may edit the whole of it; for one of its units, when
  // they may edit that one. Nothing from `answer` is "not found".
  using Answer =
      std::function<std::optional<http::Response>(const directory::Institution&, const directory::DirectoryVisitor&)>;
  http::Response for_institution(const Visit& visit, const Answer& answer) const;
  http::Response for_unit(const Visit& visit, const Answer& answer) const;
  http::Response answered(const Visit& visit, const directory::Institution& institution, const Answer& answer) const;

  db::Database& database_;
  std::function<void()> changed_;
  directory::UnitDesk units_;
  directory::ImportDesk imports_;
};

}  // namespace prima::app
