#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/instant.h"
#include "base/result.h"

namespace prima::files {

// One row of a table as text.
struct SheetRow {
  std::int64_t number = 0;         // as the spreadsheet program counts it, or the line of the CSV file; from 1
  std::vector<std::string> cells;  // from column A; empty cells at the end are left out

  bool operator==(const SheetRow&) const = default;
};

// A table that a person sent or will get: an XLSX sheet or a CSV file, all of it text.
struct Sheet {
  std::string name;            // of the sheet; for CSV the name of the file
  std::vector<SheetRow> rows;  // by number; rows without any text are left out
  Findings notes = {};         // what the reader should know though it stops nothing: formulas, other sheets
};

// What bounds one file. A file beyond any of them is refused, however well it compresses.
struct SpreadsheetLimits {
  std::size_t file_bytes = std::size_t{20} << 20U;
  std::size_t unpacked_bytes = std::size_t{200} << 20U;  // of all parts of an XLSX file that are read
  std::size_t rows = 200'000;
  std::size_t columns = 256;
};

// Reads the first visible sheet of an XLSX file, or a CSV file; the bytes say which it is, not `name`, which findings
// and Sheet::name show.
//
// Text comes as it was typed. Numbers come in plain decimal notation with the 15 digits that a spreadsheet program
// keeps ("1.1", never "1.1000000000000001" or "11E-1"); dates as 2026-11-24, times as 08:30 (with seconds only where
// there are some), both with a space between. A formula gives the value that the program computed last, with a note;
// one without such a value is refused. A cell with an error such as #REF! gives that text, with a note.
//
// Refused, with what to do: encrypted files, the old binary formats, OpenDocument, damaged files, files beyond limits.
Result<Sheet, Finding> read_spreadsheet(std::string_view bytes, const std::string& name,
                                        const SpreadsheetLimits& limits = {});

// The sheet as an XLSX file: every cell is text, the first row stands out and stays in view. The same sheet and moment
// give the same bytes. Refuses what the format cannot hold: a cell of more than 32,767 characters, invalid UTF-8, too
// many rows or columns. Reading it again gives the same rows, numbered from 1.
Result<std::string, Finding> write_xlsx(const Sheet& sheet, Instant created);

// The sheet as CSV in UTF-8 with a byte order mark, lines ended by CR LF. A cell that a spreadsheet program would run
// as a formula gets an apostrophe before it, which reading takes off again.
std::string write_csv(const Sheet& sheet);

// "A", "Z", "AA": the name of the column at `index`, from 0.
std::string column_name(std::size_t index);

}  // namespace prima::files
