#include "files/spreadsheet_workbook.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "files/spreadsheet_xml.h"

namespace prima::files {

namespace {

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

class RelationsReader : public XmlReader {
 public:
  explicit RelationsReader(std::string_view folder) : folder_(folder) {}

  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element != "Relationship") return;
    const std::string_view type = attributes.value("Type");
    const std::string_view target = attributes.value("Target");
    relations.push_back(
        {std::string(attributes.value("Id")), std::string(type.substr(type.rfind('/') + 1)),
         target.starts_with('/') ? std::string(target.substr(1)) : std::string(folder_) + std::string(target)});
  }
  void end(std::string_view /*unused*/) override {}
  void characters(std::string_view /*unused*/) override {}

  std::vector<PartRelation> relations;

 private:
  std::string_view folder_;
};

class WorkbookReader : public XmlReader {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "workbookPr") {
      const auto value = attributes.value("date1904");
      workbook.from_1904 = value == "1" || value == "true";
    }
    if (element != "sheet") return;
    const auto state = attributes.value("state");
    workbook.sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")),
                               state == "hidden" || state == "veryHidden"});
  }
  void end(std::string_view /*unused*/) override {}
  void characters(std::string_view /*unused*/) override {}

  Workbook workbook;
};

// <si><t>text</t></si>, or pieces of text with their own look: <si><r><t>..</t></r></si>. Readings of Japanese words
// (rPh) are no part of the text.
class StringsReader : public XmlReader {
 public:
  void begin(std::string_view element, const XmlAttributes& /*unused*/) override {
    if (element == "si") strings.emplace_back();
    if (element == "rPh") inside_reading_ = true;
    inside_text_ = element == "t" && !inside_reading_ && !strings.empty();
  }
  void end(std::string_view element) override {
    if (element == "rPh") inside_reading_ = false;
    if (element == "si" && !strings.empty()) strings.back() = cell_text(strings.back());
    inside_text_ = false;
  }
  void characters(std::string_view text) override {
    if (inside_text_) strings.back() += text;
  }

  std::vector<std::string> strings;

 private:
  bool inside_reading_ = false;
  bool inside_text_ = false;
};

class StylesReader : public XmlReader {
 public:
  void begin(std::string_view element, const XmlAttributes& attributes) override {
    if (element == "numFmt") {
      if (const auto id = number_of(attributes.value("numFmtId"))) codes_[*id] = attributes.value("formatCode");
    }
    if (element == "cellXfs") inside_cell_styles_ = true;
    if (element == "xf" && inside_cell_styles_) ids_.push_back(number_of(attributes.value("numFmtId")).value_or(0));
  }
  void end(std::string_view element) override {
    if (element == "cellXfs") inside_cell_styles_ = false;
  }
  void characters(std::string_view /*unused*/) override {}

  std::vector<NumberKind> kinds() const {
    std::vector<NumberKind> list;
    for (const int id : ids_) {
      const auto code = codes_.find(id);
      list.push_back(number_kind(id, code == codes_.end() ? std::string_view{} : std::string_view(code->second)));
    }
    return list;
  }

 private:
  std::map<int, std::string> codes_;
  std::vector<int> ids_;
  bool inside_cell_styles_ = false;
};

// The character that "_x000A_" at `at` stands for. Only characters below 128 are written so by spreadsheet programs.
std::optional<char> escaped_character(std::string_view text, std::size_t at) {
  const std::string_view escape = text.substr(at, 7);
  if (escape.size() != 7 || !escape.starts_with("_x") || escape.back() != '_') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, value, 16);
  if (error != std::errc() || end != escape.data() + 6 || value == 0 || value >= 0x80) return std::nullopt;
  return static_cast<char>(value);
}

}  // namespace

std::optional<std::vector<PartRelation>> read_relations(const std::string& xml, std::string_view folder) {
  RelationsReader reader(folder);
  return read_xml(xml, reader) ? std::optional(std::move(reader.relations)) : std::nullopt;
}

std::optional<Workbook> read_workbook(const std::string& xml) {
  WorkbookReader reader;
  return read_xml(xml, reader) ? std::optional(std::move(reader.workbook)) : std::nullopt;
}

std::optional<std::vector<std::string>> read_shared_strings(const std::string& xml) {
  StringsReader reader;
  return read_xml(xml, reader) ? std::optional(std::move(reader.strings)) : std::nullopt;
}

std::optional<std::vector<NumberKind>> read_cell_styles(const std::string& xml) {
  StylesReader reader;
  return read_xml(xml, reader) ? std::optional(reader.kinds()) : std::nullopt;
}

std::string cell_text(std::string_view text) {
  if (text.find("_x") == std::string_view::npos && text.find('\r') == std::string_view::npos) return std::string(text);
  std::string clean;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    const auto escaped = escaped_character(text, at);
    clean += escaped.value_or(text[at]);
    if (escaped) at += 6;
  }
  return clean;
}

std::optional<CellPlace> parse_cell_place(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
    if (at == 4) return std::nullopt;
    place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
  }
  const auto row = number_of(reference.substr(at));
  if (at == 0 || !row || *row < 1) return std::nullopt;
  place.column -= 1;
  place.row = *row;
  return place;
}

}  // namespace prima::files
