#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace prima {

// What bounds one CSV file.
struct CsvLimits {
  std::size_t line_bytes = 1U << 20U;  // longest record, line breaks inside quotes included
  std::size_t columns = 256;
};

// Reads CSV records (RFC 4180) from bytes in memory, one at a time.
//
//   file      = [BOM] record *(line-end record) [line-end]
//   line-end  = LF / CR LF / CR at the end of the file
//   record    = field *(separator field)
//   separator = "," / ";", whichever the first record has more of
//   field     = plain / quoted
//   plain     = bytes without separator, quote, CR, LF, NUL
//   quoted    = '"' *(any byte but '"' and NUL / '""') '"'
//
// The text must be UTF-8; since that is checked in large steps, bytes that are not may be refused before the records
// just ahead of them are given. A record without any text (an empty line) is skipped. The first thing that is wrong
// ends the reading: next() gives false and problem() says where and what to do. Fields are views into the file, or into
// the reader where quotes were taken off; they live until the next call of next(). Reads in time linear in the bytes
// and in memory that does not depend on them. `bytes` must outlive the reader. Not for several threads.
class CsvReader {
 public:
  CsvReader(std::string_view bytes, std::string file_name, CsvLimits limits = {});

  // Takes the next record. False at the end of the file and after a problem.
  bool next();

  const std::vector<std::string_view>& fields() const { return fields_; }
  // The line on which the current record begins; the first line of the file is 1.
  std::int64_t line() const { return record_line_; }
  // The line that follows the current record.
  std::int64_t next_line() const { return line_; }
  // The byte at which the current record begins, and the byte after it.
  std::size_t record_begin() const { return record_begin_; }
  std::size_t record_end() const { return at_; }

  char separator() const { return separator_; }
  // Whether the last record lacks its line end, as in a file that was cut off.
  bool ends_without_line_break() const { return !bytes_.empty() && bytes_.back() != '\n'; }

  const std::optional<Finding>& problem() const { return problem_; }
  // Whether a record so far had quotes, inside of which a line end does not end the record.
  bool met_quotes() const { return met_quotes_; }

  // Goes on at `byte`, the begin of a record on line `line`, as told by an earlier reader of the same bytes.
  void jump(std::size_t byte, std::int64_t line);
  // Takes the separator of another reader instead of guessing it.
  void use_separator(char separator) { separator_ = separator; }

 private:
  bool check_encoding_up_to(std::size_t end);
  bool check_more_encoding(std::size_t end);
  bool read_record();
  bool read_record_with_quotes();
  // Each appends one field and gives the byte after it, or nothing when it fails.
  std::optional<std::size_t> read_plain_field(std::size_t from);
  std::optional<std::size_t> read_quoted_field(std::size_t from);
  std::optional<std::size_t> take_off_quotes(std::size_t from, std::string& text);
  // Whether a record that reaches up to `end` is too long, which fails.
  bool is_too_long(std::size_t end);
  bool fail_as_too_long();
  std::size_t next_special(std::size_t from);
  std::size_t scan_for_special(std::size_t from);
  bool end_record(std::size_t line_end);
  bool fail(std::string code, std::int64_t line, Words message);

  std::string_view bytes_;
  std::string file_;
  CsvLimits limits_;
  std::vector<std::string_view> fields_;
  std::vector<std::string> unquoted_;
  std::optional<Finding> problem_;
  std::size_t at_ = 0;
  std::size_t checked_ = 0;  // bytes before this one are valid UTF-8 without NUL
  std::size_t record_begin_ = 0;
  std::int64_t line_ = 1;  // the line of at_
  std::int64_t record_line_ = 0;
  std::size_t block_ = 0;    // where the block of scanned bytes begins
  std::uint64_t marks_ = 0;  // its special bytes that were not visited yet
  bool scanned_ = false;
  bool met_quotes_ = false;
  char separator_ = 0;
};

// `text` as a field of a comma-separated record: in quotes, with the quotes inside doubled, where it holds a separator,
// a quote or a line break.
std::string csv_field(std::string_view text);

}  // namespace prima
