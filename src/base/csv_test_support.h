#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.h"

namespace prima::test {

// What a file of records says, for comparing two readers.
struct CsvFile {
  struct Record {
    std::int64_t line = 0;
    std::vector<std::string> fields;
    bool operator==(const Record&) const = default;
  };
  std::vector<Record> records;
  std::string problem;  // its code; empty when there is none
  std::int64_t problem_line = 0;
  bool operator==(const CsvFile&) const = default;
};

inline CsvFile read_with(CsvReader& reader) {
  CsvFile file;
  while (reader.next()) {
    CsvFile::Record record{reader.line(), {}};
    for (const std::string_view field : reader.fields()) record.fields.emplace_back(field);
    file.records.push_back(std::move(record));
  }
  if (reader.problem()) {
    file.problem = reader.problem()->code;
    file.problem_line = reader.problem()->line;
  }
  return file;
}

// Reads CSV one byte at a time, as the grammar in base/csv.h says; knows nothing of blocks, views or encodings.
class NaiveCsv {
 public:
  NaiveCsv(std::string_view bytes, CsvLimits limits) : bytes_(bytes), limits_(limits), separator_(guess()) {}

  CsvFile read() {
    while (at_ < bytes_.size() && file_.problem.empty()) {
      begin_ = at_;
      record_ = CsvFile::Record{line_, {}};
      if (read_record() && !(record_.fields.size() == 1 && record_.fields[0].empty())) file_.records.push_back(record_);
    }
    return file_;
  }

 private:
  static constexpr int end_of_file = -1;

  int byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : end_of_file; }
  bool ends_field(std::size_t at) const {
    const int here = byte(at);
    return here == separator_ || here == '\n' || here == '\r' || here == end_of_file;
  }

  char guess() const {
    std::size_t at = 0;
    while (byte(at) == '\n' || byte(at) == '\r') ++at;
    int commas = 0;
    int semicolons = 0;
    bool quoted = false;
    for (; at < bytes_.size() && at < limits_.line_bytes; ++at) {
      if (bytes_[at] == '"') {
        quoted = !quoted;
      } else if (!quoted && (bytes_[at] == '\n' || bytes_[at] == '\r')) {
        break;
      } else if (!quoted && bytes_[at] == ',') {
        ++commas;
      } else if (!quoted && bytes_[at] == ';') {
        ++semicolons;
      }
    }
    return semicolons > commas ? ';' : ',';
  }

  bool read_record() {
    for (;;) {
      if (!read_field()) return false;
      if (byte(at_) != separator_) break;
      if (record_.fields.size() == limits_.columns) return fail("too_many_columns", record_.line);
      ++at_;
    }
    if (byte(at_) == '\r') {
      ++at_;
      if (byte(at_) != '\n' && byte(at_) != end_of_file) return fail("stray_carriage_return", record_.line);
    }
    if (byte(at_) == '\n') ++at_;
    ++line_;
    return true;
  }

  bool read_field() {
    std::string text;
    if (byte(at_) == '"') {
      if (!read_quotes(text)) return false;
      if (too_long()) return fail("line_too_long", record_.line);
      if (!ends_field(at_)) return fail("text_after_quote", line_);
    } else {
      while (!ends_field(at_) && byte(at_) != '"') text += bytes_[at_++];
      if (too_long()) return fail("line_too_long", record_.line);
      if (byte(at_) == '"') return fail("stray_quote", line_);
    }
    record_.fields.push_back(text);
    return true;
  }

  bool read_quotes(std::string& text) {
    ++at_;
    for (;; ++at_) {
      if (too_long()) return fail("line_too_long", record_.line);
      if (byte(at_) == end_of_file) return fail("unclosed_quote", record_.line);
      if (bytes_[at_] == '"') {
        if (byte(at_ + 1) != '"') break;
        ++at_;
        if (too_long()) return fail("line_too_long", record_.line);
      }
      if (bytes_[at_] == '\n') ++line_;
      text += bytes_[at_];
    }
    ++at_;
    return true;
  }

  bool too_long() const { return at_ - begin_ > limits_.line_bytes; }

  bool fail(const char* code, std::int64_t line) {
    file_.problem = code;
    file_.problem_line = line;
    return false;
  }

  std::string_view bytes_;
  CsvLimits limits_;
  CsvFile file_;
  CsvFile::Record record_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::int64_t line_ = 1;
  char separator_;
};

}  // namespace prima::test
