#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "directory/import_rules.h"

namespace prima::directory {

// Which column of a table holds which field.
struct ImportColumns {
  std::vector<std::optional<UnitField>> fields;  // by column; nothing: the column has no text at all
  std::vector<std::string> headings;             // as the table has them

  // The column of a field, or nothing.
  std::optional<std::size_t> find(UnitField field) const;
  // "Kode (A)", for messages.
  std::string shown(std::size_t column) const;
  std::string shown(UnitField field) const;
};

// Reads the first row. Problems: a heading that is not known, one that stands twice, no column for the code.
ImportColumns read_columns(const files::SheetRow& row, std::vector<ImportProblem>& problems);

}  // namespace prima::directory
