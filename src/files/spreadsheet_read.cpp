#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/csv.h"
#include "base/text.h"
#include "files/spreadsheet.h"
#include "files/spreadsheet_cells.h"
#include "files/spreadsheet_workbook.h"
#include "files/spreadsheet_zip.h"

namespace prima::files {

namespace {

Finding refused(const std::string& file, std::string code, Words message) {
  return {std::move(code), file, 0, std::move(message)};
}

Finding damaged(const std::string& file) {
  return refused(
      file, "spreadsheet_damaged",
      {"berkas ini rusak atau terpotong; buka di program lembar kerja, simpan lagi sebagai .xlsx, lalu kirim",
       "this file is damaged or cut off; open it in a spreadsheet program, save it as .xlsx again, and send that"});
}

Finding zip_finding(const std::string& file, ZipProblem problem) {
  switch (problem) {
    case ZipProblem::damaged:
      return damaged(file);
    case ZipProblem::encrypted:
      return refused(file, "spreadsheet_encrypted",
                     {"berkas ini dikunci dengan kata sandi; simpan tanpa kata sandi, lalu kirim lagi",
                      "this file is locked with a password; save it without one and send it again"});
    case ZipProblem::too_large:
      return refused(file, "spreadsheet_too_large",
                     {"isi berkas ini terlalu besar setelah dibuka; bagi menjadi beberapa berkas",
                      "unpacked, this file is too large; split it"});
  }
  return damaged(file);
}

Finding other_format(const std::string& file) {
  return refused(file, "spreadsheet_other_format",
                 {"jenis berkas ini tidak dibaca; simpan sebagai .xlsx (Buku Kerja Excel) atau .csv, lalu kirim lagi",
                  "this kind of file is not read; save it as .xlsx (Excel Workbook) or .csv and send it again"});
}

// The container of encrypted XLSX files and of the old .xls; the former has a stream of this name, in UTF-16.
std::optional<Finding> old_container(std::string_view bytes, const std::string& file) {
  constexpr std::string_view signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  if (!bytes.starts_with(signature)) return std::nullopt;
  std::string wide;
  for (const char c : std::string_view("EncryptedPackage")) wide.append({c, '\0'});
  const bool encrypted = bytes.find(wide) != std::string_view::npos;
  return encrypted ? zip_finding(file, ZipProblem::encrypted) : other_format(file);
}

std::optional<std::string> target_of(const std::vector<PartRelation>& relations, std::string_view type) {
  const auto found =
      std::find_if(relations.begin(), relations.end(), [&](const auto& one) { return one.type == type; });
  return found == relations.end() ? std::nullopt : std::optional(found->target);
}

// Reads one XLSX file; lives for one call of read_spreadsheet.
class XlsxReader {
 public:
  XlsxReader(ZipParts parts, const std::string& file, const SpreadsheetLimits& limits)
      : parts_(std::move(parts)), file_(file), limits_(limits) {}

  Result<Sheet, Finding> read();

 private:
  bool read_workbook_part();
  bool read_context();
  const PartRelation* cells_of(const WorkbookSheet& sheet) const;
  bool choose_sheet();
  bool read_cells();
  void note_other_sheets();

  // The part, or nothing and a problem.
  std::optional<std::string> part(std::string_view name);
  // What `reader` makes of a part of the workbook that may be missing; false and a problem when it is there, but
  // damaged.
  template <typename Value, typename Reader>
  bool read_optional(std::string_view type, Value& value, Reader reader);
  bool fail(Finding finding) {
    if (!problem_) problem_ = std::move(finding);
    return false;
  }

  ZipParts parts_;
  const std::string& file_;
  const SpreadsheetLimits& limits_;
  std::optional<Finding> problem_;
  std::vector<PartRelation> relations_;  // of the workbook
  Workbook workbook_;
  CellContext context_;
  WorkbookSheet chosen_;
  Sheet sheet_;
};

std::optional<std::string> XlsxReader::part(std::string_view name) {
  auto bytes = parts_.read(name);
  if (bytes) return *std::move(bytes);
  fail(zip_finding(file_, bytes.error()));
  return std::nullopt;
}

bool XlsxReader::read_workbook_part() {
  if (!parts_.has("_rels/.rels")) return fail(other_format(file_));
  const auto root = part("_rels/.rels");
  if (!root) return false;
  const auto relations = read_relations(*root, "");
  if (!relations) return fail(damaged(file_));
  const auto path = target_of(*relations, "officeDocument");
  if (!path || path->ends_with(".bin")) return fail(other_format(file_));
  const auto slash = path->rfind('/');
  const std::string folder = slash == std::string::npos ? "" : path->substr(0, slash + 1);
  const auto book = part(*path);
  if (!book) return false;
  const auto book_relations = part(folder + "_rels/" + path->substr(folder.size()) + ".rels");
  if (!book_relations) return false;
  auto targets = read_relations(*book_relations, folder);
  auto workbook = read_workbook(*book);
  if (!targets || !workbook) return fail(damaged(file_));
  relations_ = *std::move(targets);
  workbook_ = *std::move(workbook);
  return workbook_.sheets.empty() ? fail(other_format(file_)) : true;
}

template <typename Value, typename Reader>
bool XlsxReader::read_optional(std::string_view type, Value& value, Reader reader) {
  const auto path = target_of(relations_, type);
  if (!path) return true;
  const auto xml = part(*path);
  if (!xml) return false;
  auto got = reader(*xml);
  if (!got) return fail(damaged(file_));
  value = *std::move(got);
  return true;
}

bool XlsxReader::read_context() {
  context_.from_1904 = workbook_.from_1904;
  return read_optional("sharedStrings", context_.strings, read_shared_strings) &&
         read_optional("styles", context_.styles, read_cell_styles);
}

const PartRelation* XlsxReader::cells_of(const WorkbookSheet& sheet) const {
  const auto found = std::find_if(relations_.begin(), relations_.end(), [&](const auto& one) {
    return one.id == sheet.relation && one.type == "worksheet";  // a sheet of another type is one large chart
  });
  return found == relations_.end() ? nullptr : &*found;
}

bool XlsxReader::choose_sheet() {
  const auto& sheets = workbook_.sheets;
  auto chosen = std::find_if(sheets.begin(), sheets.end(),
                             [&](const auto& one) { return !one.hidden && cells_of(one) != nullptr; });
  if (chosen == sheets.end())
    chosen = std::find_if(sheets.begin(), sheets.end(), [&](const auto& one) { return cells_of(one) != nullptr; });
  if (chosen == sheets.end()) return fail(other_format(file_));
  chosen_ = *chosen;
  sheet_.name = chosen_.name;
  return true;
}

void XlsxReader::note_other_sheets() {
  const std::size_t others = workbook_.sheets.size() - 1;
  if (others == 0) return;
  const std::string shown = shown_to_people(chosen_.name);
  sheet_.notes.push_back(
      {"other_sheets",
       file_,
       0,
       {fmt::format("hanya lembar \"{}\" yang dibaca; {} lembar lain dilewati", shown, others),
        others == 1 ? fmt::format("only the sheet \"{}\" is read; one other is passed over", shown)
                    : fmt::format("only the sheet \"{}\" is read; {} others are passed over", shown, others)}});
}

bool XlsxReader::read_cells() {
  const auto xml = part(cells_of(chosen_)->target);
  if (!xml) return false;
  CellsReader cells(context_, file_, limits_);
  const bool whole = read_xml(*xml, cells);
  if (cells.problem()) return fail(*cells.problem());
  if (!whole) return fail(damaged(file_));
  sheet_.rows = cells.take_rows();
  sheet_.notes = cells.notes();
  return true;
}

Result<Sheet, Finding> XlsxReader::read() {
  if (!read_workbook_part() || !read_context() || !choose_sheet() || !read_cells()) return failure(*problem_);
  note_other_sheets();
  return std::move(sheet_);
}

// Takes off the apostrophe that write_csv puts before what looks like a formula.
std::string from_csv(std::string_view field) {
  const std::size_t rest = field.find_first_not_of('\'');
  const bool guarded = rest != std::string_view::npos && rest > 0 && looks_like_formula(field.substr(rest));
  return std::string(guarded ? field.substr(1) : field);
}

Result<Sheet, Finding> read_csv(std::string_view bytes, const std::string& name, const SpreadsheetLimits& limits) {
  CsvReader csv(bytes, name, {.columns = limits.columns});
  Sheet sheet{name, {}, {}};
  while (csv.next()) {
    SheetRow row{csv.line(), {}};
    for (const std::string_view field : csv.fields()) row.cells.push_back(from_csv(field));
    while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
    if (row.cells.empty()) continue;
    if (sheet.rows.size() >= limits.rows) {
      return failure(Finding{"spreadsheet_too_long",
                             name,
                             row.number,
                             {fmt::format("lebih dari {} baris; bagi menjadi beberapa berkas", limits.rows),
                              fmt::format("more than {} rows; split the file", limits.rows)}});
    }
    sheet.rows.push_back(std::move(row));
  }
  if (csv.problem()) return failure(*csv.problem());
  return sheet;
}

}  // namespace

Result<Sheet, Finding> read_spreadsheet(std::string_view bytes, const std::string& name,
                                        const SpreadsheetLimits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return failure(refused(
        name, "spreadsheet_too_large",
        {fmt::format("berkas ini lebih besar dari {} MB; bagi menjadi beberapa berkas", limits.file_bytes >> 20U),
         fmt::format("this file is larger than {} MB; split it", limits.file_bytes >> 20U)}));
  }
  if (auto old = old_container(bytes, name)) return failure(*std::move(old));
  if (!bytes.starts_with("PK\x03\x04") && !bytes.starts_with("PK\x05\x06")) return read_csv(bytes, name, limits);
  auto parts = ZipParts::open(bytes, limits.unpacked_bytes);
  if (!parts) return failure(zip_finding(name, parts.error()));
  return XlsxReader(*std::move(parts), name, limits).read();
}

}  // namespace prima::files
