#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/spreadsheet.h"
#include "files/spreadsheet_number_rules.h"

namespace prima::files {

// What the parts of an XLSX file say (ECMA-376, part 1). Each function reads one part; nothing when it is not
// well-formed.

// One relation of a part to another.
struct PartRelation {
  std::string id;
  std::string type;    // the last word of its address: "worksheet", "sharedStrings"
  std::string target;  // path in the file, without "/" at the start
};

// `folder` is that of the part which the relations belong to: "xl/".
std::optional<std::vector<PartRelation>> read_relations(const std::string& xml, std::string_view folder);

struct WorkbookSheet {
  std::string name;
  std::string relation;
  bool hidden = false;
};

struct Workbook {
  std::vector<WorkbookSheet> sheets;  // in the order of their tabs
  bool from_1904 = false;
};

std::optional<Workbook> read_workbook(const std::string& xml);

// The texts that cells refer to by their place.
std::optional<std::vector<std::string>> read_shared_strings(const std::string& xml);

// What each cell style shows of a number, by its place.
std::optional<std::vector<NumberKind>> read_cell_styles(const std::string& xml);

// A text of a cell: "_x000A_" stands for a line break, and CR LF for LF.
std::string cell_text(std::string_view text);

// A reference such as "AB12" as column, from 0, and row, from 1. Nothing for anything else.
struct CellPlace {
  std::size_t column = 0;
  std::int64_t row = 0;
};
std::optional<CellPlace> parse_cell_place(std::string_view reference);

}  // namespace prima::files
