#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/words.h"
#include "directory/regions.h"
#include "directory/unit.h"
#include "directory/unit_field_rules.h"
#include "files/spreadsheet.h"

namespace prima::directory {

// A unit as it is kept now.
struct KnownUnit {
  Unit unit;
  std::int64_t version = 0;
};

struct FieldChange {
  UnitField field = UnitField::code;
  std::string before;
  std::string after;

  bool operator==(const FieldChange&) const = default;
};

enum class ImportAction : std::uint8_t { create, change, leave };

// What one row of the table asks for.
struct PlannedUnit {
  ImportAction action = ImportAction::create;
  std::int64_t row = 0;                   // as SheetRow::number
  Unit unit;                              // as it will be; a new one has no id yet
  std::int64_t version = 0;               // of the unit that is changed or left; 0 for a new one
  std::vector<FieldChange> changes = {};  // of a changed unit, in the order of the columns
};

// Something to know about a row. One that stops must be mended before anything is imported.
struct ImportProblem {
  std::int64_t row = 0;     // 0: the whole table
  std::string column = {};  // the heading as the table has it, with its letter: "Kode (A)"; empty: the whole row
  std::string code = {};    // stable: "unknown_column"
  Words message = {};       // what is wrong and what to do
  bool stops = true;

  bool operator==(const ImportProblem&) const = default;
};

struct ImportPlan {
  std::vector<PlannedUnit> units;       // by row
  std::vector<ImportProblem> problems;  // by row; those of the whole table first

  bool can_be_applied() const;
  std::size_t count(ImportAction action) const;
  // Problems that stop, in the whole table.
  std::size_t stopping() const;
};

// Works out what importing a table of units would do. The first row names the columns, in either language and any
// order; a column that is missing leaves that field of known units as it is, a blank cell in a column that is there
// takes the value away. Rows are matched with known units by code. Units that are not in the table stay as they are.
//
// Everything that is wrong is in the plan, not only the first. A new unit whose name is likely that of another one
// (import_names_rules.h) is reported without stopping. `known` are all units of the institution, closed ones too, which
// an import does not change.
//
// Pure; the same arguments give the same plan.
ImportPlan plan_import(const files::Sheet& sheet, InstitutionId institution, std::span<const KnownUnit> known,
                       const Regions& regions);

// The units as a table with the headings of one language that plan_import reads again without any change. Merged and
// closed units are left out.
files::Sheet export_units(std::span<const KnownUnit> units, Language language, const std::string& name);

}  // namespace prima::directory
