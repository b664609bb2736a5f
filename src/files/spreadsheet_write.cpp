#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/csv.h"
#include "base/text.h"
#include "files/spreadsheet.h"
#include "files/spreadsheet_number_rules.h"

namespace prima::files {

namespace {

constexpr std::size_t longest_cell = 32'767;  // characters; a byte more than characters does no harm here
constexpr std::size_t widest_column = 60;
constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;

// A file in memory that the library, which writes only to files, can write to.
class MemoryFile {
 public:
  MemoryFile() : number_(::memfd_create("sheet", MFD_CLOEXEC)) {
    if (number_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(number_); }

  std::string path() const { return fmt::format("/proc/self/fd/{}", number_); }

  std::string bytes() const {
    const off_t size = ::lseek(number_, 0, SEEK_END);
    if (size < 0) throw std::system_error(errno, std::generic_category(), "lseek");
    std::string text(static_cast<std::size_t>(size), '\0');
    std::size_t at = 0;
    while (at < text.size()) {
      const ssize_t got = ::pread(number_, text.data() + at, text.size() - at, static_cast<off_t>(at));
      if (got <= 0) throw std::system_error(errno, std::generic_category(), "pread");
      at += static_cast<std::size_t>(got);
    }
    return text;
  }

 private:
  int number_;
};

std::optional<Finding> what_does_not_fit(const Sheet& sheet) {
  if (sheet.rows.size() > most_rows) {
    return Finding{
        "spreadsheet_too_long",
        sheet.name,
        0,
        {"terlalu banyak baris untuk .xlsx; unduh sebagai .csv", "too many rows for .xlsx; download it as .csv"}};
  }
  for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
    const SheetRow& row = sheet.rows[at];
    const bool fits =
        row.cells.size() <= most_columns && std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) {
          return cell.size() <= longest_cell && !first_invalid_utf8(cell) && cell.find('\0') == std::string::npos;
        });
    if (fits) continue;
    return Finding{"cell_does_not_fit",
                   sheet.name,
                   static_cast<std::int64_t>(at + 1),
                   {"baris ini memuat teks yang terlalu panjang atau tidak sah untuk .xlsx; unduh sebagai .csv",
                    "this row holds a text that is too long or not valid for .xlsx; download it as .csv"}};
  }
  return std::nullopt;
}

// What spreadsheet programs accept as the name of a sheet.
std::string sheet_name(std::string_view name) {
  std::string clean;
  for (const char c : name) {
    if (clean.size() == 31) break;
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F &&
                       std::string_view("[]:*?/\\'").find(c) == std::string_view::npos;
    clean += plain ? c : '_';
  }
  return clean.empty() ? "Prima" : clean;
}

std::vector<std::size_t> column_widths(const Sheet& sheet) {
  std::vector<std::size_t> widths;
  for (const SheetRow& row : sheet.rows) {
    widths.resize(std::max(widths.size(), row.cells.size()), 8);
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      widths[column] = std::min(widest_column, std::max(widths[column], row.cells[column].size() + 2));
  }
  return widths;
}

// "_x000A_" as plain text would be read as a line break; its first "_" is therefore written as an escape.
std::string escaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '_' && text.size() - at >= 7 && text[at + 1] == 'x' && text[at + 6] == '_';
    result += escape ? std::string_view("_x005F_") : text.substr(at, 1);
  }
  return result;
}

void write_rows(lxw_worksheet* worksheet, const Sheet& sheet, lxw_format* heading) {
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    const auto& cells = sheet.rows[row].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (cells[column].empty()) continue;
      worksheet_write_string(worksheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                             escaped(cells[column]).c_str(), row == 0 ? heading : nullptr);
    }
  }
}

// libxlsxwriter takes widths as floating-point numbers; they are whole here.
void write_widths(lxw_worksheet* worksheet, const std::vector<std::size_t>& widths, lxw_format* as_text) {
  for (std::size_t column = 0; column < widths.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(worksheet, at, at, static_cast<int>(widths[column]), as_text);
  }
}

}  // namespace

std::string column_name(std::size_t index) {
  std::string name;
  for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return name;
}

Result<std::string, Finding> write_xlsx(const Sheet& sheet, Instant created) {
  if (auto problem = what_does_not_fit(sheet)) return failure(*std::move(problem));
  const MemoryFile file;
  lxw_workbook* workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr) throw std::runtime_error("libxlsxwriter cannot make a workbook");
  lxw_doc_properties properties{};
  properties.created = static_cast<time_t>(unix_ms(created) / 1000);
  workbook_set_properties(workbook, &properties);
  lxw_worksheet* worksheet = workbook_add_worksheet(workbook, sheet_name(sheet.name).c_str());
  lxw_format* heading = workbook_add_format(workbook);
  format_set_bold(heading);
  lxw_format* as_text = workbook_add_format(workbook);
  format_set_num_format_index(as_text, 49);  // "@": what is typed below stays text, such as codes with leading zeros
  write_widths(worksheet, column_widths(sheet), as_text);
  write_rows(worksheet, sheet, heading);
  worksheet_freeze_panes(worksheet, 1, 0);
  if (const auto error = workbook_close(workbook); error != LXW_NO_ERROR)
    throw std::runtime_error(fmt::format("libxlsxwriter: {}", lxw_strerror(error)));
  return file.bytes();
}

std::string write_csv(const Sheet& sheet) {
  std::string text = "\xEF\xBB\xBF";
  const std::size_t width = column_widths(sheet).size();
  for (const SheetRow& row : sheet.rows) {
    for (std::size_t column = 0; column < width; ++column) {
      if (column > 0) text += ',';
      if (column >= row.cells.size()) continue;
      const std::string& cell = row.cells[column];
      const std::size_t rest = std::min(cell.find_first_not_of('\''), cell.size());
      text += csv_field(looks_like_formula(std::string_view(cell).substr(rest)) ? "'" + cell : cell);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace prima::files
