#include "directory/import_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "directory/import_columns_rules.h"
#include "directory/import_names_rules.h"
#include "directory/unit_rules.h"

namespace prima::directory {

namespace {

constexpr std::size_t most_units = 10'000;

// Works one table out; lives for one call of plan_import.
class Planner {
 public:
  Planner(InstitutionId institution, std::span<const KnownUnit> known, const Regions& regions)
      : institution_(institution), known_(known), regions_(regions) {
    for (const KnownUnit& one : known_) by_code_.emplace(lowered(one.unit.code), &one);
  }

  ImportPlan plan(const files::Sheet& sheet);

 private:
  void plan_row(const files::SheetRow& row);
  const KnownUnit* match(const files::SheetRow& row);
  bool read_cells(const files::SheetRow& row, Unit& unit);
  void check_unit(const files::SheetRow& row, const Unit& unit);
  bool is_repeated(const files::SheetRow& row, const Unit& unit);
  void add(const files::SheetRow& row, Unit unit, const KnownUnit* before);
  void report_similar_names();
  void refuse(const files::SheetRow& row, std::string column, std::string code, Words message) {
    plan_.problems.push_back({row.number, std::move(column), std::move(code), std::move(message)});
  }

  InstitutionId institution_;
  std::span<const KnownUnit> known_;
  const Regions& regions_;
  std::map<std::string, const KnownUnit*> by_code_;  // codes in lower case
  std::map<std::string, std::int64_t> rows_;         // of codes that the table had so far
  ImportColumns columns_;
  ImportPlan plan_;
};

std::string cell_of(const files::SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : std::string();
}

bool is_blank(const files::SheetRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); });
}

const KnownUnit* Planner::match(const files::SheetRow& row) {
  const auto column = columns_.find(UnitField::code);
  const auto found = by_code_.find(lowered(trimmed(cell_of(row, column.value_or(0)))));
  return found == by_code_.end() ? nullptr : found->second;
}

// Reads all cells into the unit; false when one of them is wrong.
bool Planner::read_cells(const files::SheetRow& row, Unit& unit) {
  const std::size_t before = plan_.problems.size();
  for (std::size_t at = 0; at < std::max(columns_.fields.size(), row.cells.size()); ++at) {
    const std::string cell = cell_of(row, at);
    const auto field = at < columns_.fields.size() ? columns_.fields[at] : std::nullopt;
    if (!field) {
      if (at >= columns_.headings.size() && !trimmed(cell).empty())
        refuse(row, columns_.shown(at), "cell_without_heading",
               {"sel ini berada di kolom tanpa judul; hapus isinya atau beri judul",
                "this cell is in a column without a heading; remove it or give the column one"});
      continue;
    }
    if (auto wrong = set_text(unit, *field, cell))
      refuse(row, columns_.shown(at), "value_not_usable", *std::move(wrong));
  }
  return plan_.problems.size() == before;
}

void Planner::check_unit(const files::SheetRow& row, const Unit& unit) {
  for (UnitProblem& problem : check(unit, regions_))
    refuse(row, columns_.shown(problem.field), std::move(problem.code), std::move(problem.message));
}

bool Planner::is_repeated(const files::SheetRow& row, const Unit& unit) {
  if (unit.code.empty()) return false;
  const auto [entry, first] = rows_.emplace(lowered(unit.code), row.number);
  if (first) return false;
  refuse(row, columns_.shown(UnitField::code), "repeated_code",
         {fmt::format("kode {} sudah ada di baris {}; hapus salah satunya", unit.code, entry->second),
          fmt::format("the code {} already stands in row {}; remove one of them", unit.code, entry->second)});
  return true;
}

void Planner::add(const files::SheetRow& row, Unit unit, const KnownUnit* before) {
  PlannedUnit planned{ImportAction::create, row.number, std::move(unit)};
  if (before != nullptr) {
    planned.version = before->version;
    for (const UnitColumn& column : unit_columns()) {
      std::string was = text_of(before->unit, column.field);
      std::string is = text_of(planned.unit, column.field);
      if (was != is) planned.changes.push_back({column.field, std::move(was), std::move(is)});
    }
    planned.action = planned.changes.empty() ? ImportAction::leave : ImportAction::change;
  }
  plan_.units.push_back(std::move(planned));
}

void Planner::plan_row(const files::SheetRow& row) {
  const KnownUnit* before = match(row);
  Unit unit = before != nullptr ? before->unit : Unit{};
  unit.institution = institution_;
  const bool readable = read_cells(row, unit);
  if (before != nullptr) unit.code = before->unit.code;  // "disdukcapil" means DISDUKCAPIL
  if (is_repeated(row, unit)) return;
  if (before != nullptr && before->unit.standing.status != Status::active) {
    return refuse(row, columns_.shown(UnitField::code), "unit_not_active",
                  {fmt::format("unit {} sudah ditutup atau digabung; hapus baris ini", unit.code),
                   fmt::format("the unit {} is closed or merged; remove this row", unit.code)});
  }
  if (readable) check_unit(row, unit);
  add(row, std::move(unit), before);
}

void Planner::report_similar_names() {
  SimilarNames names;
  std::vector<std::pair<std::string, std::string>> owners;  // code and name, by the order of adding
  for (const KnownUnit& one : known_) {
    if (one.unit.standing.status != Status::active) continue;
    names.add(one.unit.name);
    owners.emplace_back(one.unit.code, one.unit.name);
  }
  for (const PlannedUnit& planned : plan_.units) {
    if (planned.action != ImportAction::create || planned.unit.name.empty()) continue;
    if (const auto similar = names.find(planned.unit.name)) {
      const auto& [code, name] = owners[*similar];
      plan_.problems.push_back({planned.row,
                                columns_.shown(UnitField::name),
                                "similar_name",
                                {fmt::format("nama ini mirip dengan {} ({}); bila unitnya sama, pakai kode itu",
                                             shown_to_people(name), code),
                                 fmt::format("this name is much like {} ({}); if it is the same unit, use that code",
                                             shown_to_people(name), code)},
                                false});
    }
    names.add(planned.unit.name);
    owners.emplace_back(planned.unit.code, planned.unit.name);
  }
}

ImportPlan Planner::plan(const files::Sheet& sheet) {
  for (const Finding& note : sheet.notes) plan_.problems.push_back({note.line, {}, note.code, note.message, false});
  const auto& rows = sheet.rows;
  if (rows.size() < 2) {
    plan_.problems.push_back(
        {0,
         {},
         "empty_table",
         {"tabel ini tidak memuat unit; isi judul kolom di baris pertama dan satu unit di tiap baris berikutnya",
          "this table holds no units; write the headings in the first row and one unit in each row after it"}});
    return std::move(plan_);
  }
  columns_ = read_columns(rows.front(), plan_.problems);
  if (rows.size() - 1 > most_units) {
    plan_.problems.push_back({0,
                              {},
                              "too_many_units",
                              {fmt::format("lebih dari {} baris; bagi menjadi beberapa berkas", most_units),
                               fmt::format("more than {} rows; split the file", most_units)}});
  }
  if (plan_.stopping() > 0) return std::move(plan_);
  for (const files::SheetRow& row : std::span(rows).subspan(1)) {
    if (!is_blank(row)) plan_row(row);
  }
  report_similar_names();
  std::stable_sort(plan_.problems.begin(), plan_.problems.end(),
                   [](const ImportProblem& a, const ImportProblem& b) { return a.row < b.row; });
  return std::move(plan_);
}

}  // namespace

bool ImportPlan::can_be_applied() const { return stopping() == 0; }

std::size_t ImportPlan::count(ImportAction action) const {
  return static_cast<std::size_t>(
      std::count_if(units.begin(), units.end(), [&](const PlannedUnit& one) { return one.action == action; }));
}

std::size_t ImportPlan::stopping() const {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [](const ImportProblem& one) { return one.stops; }));
}

ImportPlan plan_import(const files::Sheet& sheet, InstitutionId institution, std::span<const KnownUnit> known,
                       const Regions& regions) {
  return Planner(institution, known, regions).plan(sheet);
}

files::Sheet export_units(std::span<const KnownUnit> units, Language language, const std::string& name) {
  files::Sheet sheet{name, {}, {}};
  files::SheetRow heading{1, {}};
  for (const UnitColumn& column : unit_columns()) heading.cells.push_back(column.words().in(language));
  sheet.rows.push_back(std::move(heading));
  for (const KnownUnit& one : units) {
    if (one.unit.standing.status != Status::active) continue;
    files::SheetRow row{static_cast<std::int64_t>(sheet.rows.size() + 1), {}};
    for (const UnitColumn& column : unit_columns()) row.cells.push_back(text_of(one.unit, column.field));
    while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace prima::directory
