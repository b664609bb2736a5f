#include "files/spreadsheet_cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "files/spreadsheet_workbook.h"

namespace prima::files {

namespace {

constexpr std::size_t most_named = 5;

// "B5, C6, C7 and 12 more" in both languages.
Words list_of(const std::vector<std::string>& cells) {
  const std::vector<std::string> named(cells.begin(),
                                       cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), most_named)));
  const std::string text = fmt::format("{}", fmt::join(named, ", "));
  if (cells.size() <= most_named) return {text, text};
  const std::size_t more = cells.size() - most_named;
  return {fmt::format("{} dan {} lainnya", text, more), fmt::format("{} and {} more", text, more)};
}

std::optional<std::size_t> index_of(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

void CellsReader::fail(std::string code, Words message) {
  if (!problem_) problem_ = Finding{std::move(code), file_, row_.number, std::move(message)};
}

void CellsReader::begin(std::string_view element, const XmlAttributes& attributes) {
  if (element == "row") begin_row(attributes);
  if (element == "c") begin_cell(attributes);
  if (!inside_cell_) return;
  if (element == "f") has_formula_ = true;
  if (element == "rPh") inside_reading_ = true;
  inside_value_ = element == "v" || (element == "t" && !inside_reading_);
  has_value_ = has_value_ || inside_value_;
}

void CellsReader::end(std::string_view element) {
  inside_value_ = false;
  if (element == "rPh") inside_reading_ = false;
  if (element == "c") end_cell();
  if (element == "row") end_row();
}

void CellsReader::characters(std::string_view text) {
  if (inside_value_) text_ += text;
}

void CellsReader::begin_row(const XmlAttributes& attributes) {
  row_ = {};
  next_column_ = 0;
  const auto number = attributes.has("r") ? index_of(attributes.value("r")) : static_cast<std::size_t>(last_row_) + 1;
  row_.number = number && *number < 10'000'000 ? static_cast<std::int64_t>(*number) : 0;
  if (row_.number <= last_row_) {
    return fail("spreadsheet_damaged",
                {"nomor baris di berkas ini kacau; buka di program lembar kerja lalu simpan lagi",
                 "the row numbers of this file are out of order; open it in a spreadsheet program and save it again"});
  }
  last_row_ = row_.number;
}

void CellsReader::begin_cell(const XmlAttributes& attributes) {
  inside_cell_ = true;
  has_value_ = has_formula_ = inside_reading_ = false;
  text_.clear();
  type_ = attributes.value("t");
  style_ = index_of(attributes.value("s")).value_or(0);
  column_ = next_column_;
  if (attributes.has("r")) {
    const auto place = parse_cell_place(attributes.value("r"));
    if (!place || place->row != row_.number || place->column < next_column_) {
      return fail("spreadsheet_damaged",
                  {"letak sel di berkas ini kacau; buka di program lembar kerja lalu simpan lagi",
                   "the cells of this file are out of order; open it in a spreadsheet program and save it again"});
    }
    column_ = place->column;
  }
  next_column_ = column_ + 1;
}

std::optional<std::string> CellsReader::shared_string() const {
  const auto index = index_of(text_);
  if (!index || *index >= context_.strings.size()) return std::nullopt;
  return context_.strings[*index];
}

std::string CellsReader::number_text() const {
  const auto kind = style_ < context_.styles.size() ? context_.styles[style_] : NumberKind::number;
  if (auto date = date_text(text_, kind, context_.from_1904)) return *std::move(date);
  return plain_number(text_).value_or(text_);
}

// The cell's text; nothing when the file contradicts itself.
std::optional<std::string> CellsReader::value() const {
  if (!has_value_ || (text_.empty() && type_ != "s")) return std::string();
  if (type_ == "s") return shared_string();
  if (type_ == "str" || type_ == "inlineStr") return cell_text(text_);
  if (type_ == "b") return text_ == "1" || text_ == "true" ? "TRUE" : "FALSE";
  if (type_ == "e" || type_ == "d") return text_;
  return number_text();
}

void CellsReader::end_cell() {
  if (!inside_cell_ || problem_) return;
  inside_cell_ = false;
  const std::string name = fmt::format("{}{}", column_name(column_), row_.number);
  auto text = value();
  if (!text) {
    return fail(
        "spreadsheet_damaged",
        {fmt::format("sel {} menunjuk teks yang tidak ada; buka di program lembar kerja lalu simpan lagi", name),
         fmt::format(
             "the cell {} refers to a text that is not there; open the file in a spreadsheet program and save it again",
             name)});
  }
  if (has_formula_ && !has_value_) {
    return fail(
        "formula_without_value",
        {fmt::format("sel {} berisi rumus yang belum dihitung; buka di program lembar kerja lalu simpan lagi", name),
         fmt::format("the cell {} holds a formula that was never computed; open the file in a spreadsheet program and "
                     "save it again",
                     name)});
  }
  if (has_formula_) formulas_.push_back(name);
  if (type_ == "e") errors_.push_back(name);
  if (text->empty()) return;
  if (column_ >= limits_.columns) {
    return fail(
        "spreadsheet_too_wide",
        {fmt::format("sel {} berada di luar {} kolom pertama; hapus kolom yang tidak perlu", name, limits_.columns),
         fmt::format("the cell {} lies beyond the first {} columns; remove columns that are not needed", name,
                     limits_.columns)});
  }
  row_.cells.resize(column_ + 1);
  row_.cells.back() = *std::move(text);
}

void CellsReader::end_row() {
  if (row_.cells.empty() || problem_) return;
  if (rows_.size() >= limits_.rows) {
    return fail("spreadsheet_too_long", {fmt::format("lebih dari {} baris; bagi menjadi beberapa berkas", limits_.rows),
                                         fmt::format("more than {} rows; split the file", limits_.rows)});
  }
  rows_.push_back(std::exchange(row_, {}));
}

Findings CellsReader::notes() const {
  Findings notes;
  if (!formulas_.empty()) {
    const Words cells = list_of(formulas_);
    notes.push_back({"formula_value_taken",
                     file_,
                     0,
                     {fmt::format("rumus di {}: yang diambil adalah hasil terakhirnya; periksa hasil itu", cells.id),
                      fmt::format("formulas in {}: their last computed values are taken; check them", cells.en)}});
  }
  if (!errors_.empty()) {
    const Words cells = list_of(errors_);
    notes.push_back({"error_value",
                     file_,
                     0,
                     {fmt::format("nilai galat di {}; perbaiki rumusnya atau tulis nilainya", cells.id),
                      fmt::format("error values in {}; mend the formulas or write the values", cells.en)}});
  }
  return notes;
}

}  // namespace prima::files
