#include "directory/import_columns_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace prima::directory {

namespace {

ImportProblem unknown_column(const std::string& shown, std::string_view heading, std::int64_t row) {
  std::vector<std::string> known;
  for (const UnitColumn& one : unit_columns()) known.emplace_back(one.id);
  const auto meant = closest(heading, known);
  const Words hint =
      meant ? Words{fmt::format("; mungkin maksudnya {}", *meant), fmt::format("; perhaps {} is meant", *meant)}
            : Words{"; hapus kolom ini atau ganti judulnya", "; remove this column or change its heading"};
  return {row,
          shown,
          "unknown_column",
          {"judul kolom ini tidak dikenal" + hint.id, "the heading of this column is not known" + hint.en}};
}

}  // namespace

std::optional<std::size_t> ImportColumns::find(UnitField field) const {
  const auto found = std::find(fields.begin(), fields.end(), std::optional(field));
  return found == fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - fields.begin()));
}

std::string ImportColumns::shown(std::size_t column) const {
  const std::string letter = files::column_name(column);
  if (column >= headings.size() || trimmed(headings[column]).empty()) return letter;
  return fmt::format("{} ({})", shown_to_people(trimmed(headings[column])), letter);
}

std::string ImportColumns::shown(UnitField field) const {
  const auto column = find(field);
  return column ? shown(*column) : std::string();
}

ImportColumns read_columns(const files::SheetRow& row, std::vector<ImportProblem>& problems) {
  ImportColumns columns;
  columns.headings = row.cells;
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    const auto field = parse_unit_column(row.cells[at]);
    const auto before = field ? columns.find(*field) : std::nullopt;
    if (before) {
      problems.push_back(
          {row.number,
           columns.shown(at),
           "repeated_column",
           {fmt::format("kolom ini sudah ada di {}; hapus salah satunya", files::column_name(*before)),
            fmt::format("this column is already at {}; remove one of them", files::column_name(*before))}});
    }
    if (!field && !trimmed(row.cells[at]).empty())
      problems.push_back(unknown_column(columns.shown(at), trimmed(row.cells[at]), row.number));
    columns.fields.push_back(before ? std::nullopt : field);
  }
  if (!columns.find(UnitField::code)) {
    problems.push_back({row.number,
                        {},
                        "no_code_column",
                        {"tidak ada kolom Kode; baris pertama harus memuat judul kolom, paling sedikit Kode dan Nama",
                         "there is no column Code; the first row must hold the headings, at least Code and Name"}});
  }
  return columns;
}

}  // namespace prima::directory
