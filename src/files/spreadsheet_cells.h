#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/spreadsheet.h"
#include "files/spreadsheet_number_rules.h"
#include "files/spreadsheet_xml.h"

namespace prima::files {

// What the cells of a sheet refer to.
struct CellContext {
  std::vector<std::string> strings;
  std::vector<NumberKind> styles;
  bool from_1904 = false;
};

// Gathers the rows of one XLSX worksheet part (ECMA-376, part 1, 18.3.1). problem() is what ended the reading.
class CellsReader : public XmlReader {
 public:
  // All three must outlive the reader.
  CellsReader(const CellContext& context, const std::string& file, const SpreadsheetLimits& limits)
      : context_(context), file_(file), limits_(limits) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override;
  void end(std::string_view element) override;
  void characters(std::string_view text) override;
  bool goes_on() const override { return !problem_; }

  const std::optional<Finding>& problem() const { return problem_; }
  std::vector<SheetRow> take_rows() { return std::move(rows_); }
  // What to know about formulas and errors; at most one note for each.
  Findings notes() const;

 private:
  void begin_row(const XmlAttributes& attributes);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  void end_row();
  std::optional<std::string> value() const;
  std::optional<std::string> shared_string() const;
  std::string number_text() const;
  void fail(std::string code, Words message);

  const CellContext& context_;
  const std::string& file_;
  const SpreadsheetLimits& limits_;
  std::vector<SheetRow> rows_;
  std::optional<Finding> problem_;
  std::vector<std::string> formulas_;  // names of cells
  std::vector<std::string> errors_;

  // Of the current row and cell.
  SheetRow row_;
  std::int64_t last_row_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::string type_;
  std::size_t style_ = 0;
  std::string text_;
  bool has_value_ = false;
  bool has_formula_ = false;
  bool inside_cell_ = false;
  bool inside_value_ = false;
  bool inside_reading_ = false;
};

}  // namespace prima::files
