#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "scoring/roll_up.h"

namespace prima::assessment {

// A file of answers in memory. Refers to what it is made of.
struct AnswersFile {
  const scoring::Compiled& compiled;
  std::string_view bytes;
  const std::string& name;  // for findings
};

enum class AnswersColumn { institution, unit, indicator, value, product, respondent };
inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// What the first record of a file of answers says.
struct AnswersHeader {
  std::array<std::size_t, 6> places{};  // of each column; no_column where an optional one is not there
  std::size_t width = 0;                // fields of a record
  char separator = ',';
  std::size_t end = 0;         // the byte after it
  std::int64_t next_line = 0;  // the line after it

  std::size_t place(AnswersColumn column) const { return places[static_cast<std::size_t>(column)]; }
};

// Reads the header, or says what is wrong with it.
Result<AnswersHeader, Findings> read_answers_header(const AnswersFile& file);

// Whether the sums of a unit are closed as soon as the rows of another unit begin, which forgets who answered what, or
// only at the end.
enum class Keep { until_next_unit, until_end };

// The records from one byte up to another, and how to read them.
struct AnswersRange {
  std::size_t begin = 0;  // a record begins here
  std::size_t end = 0;    // the byte after the last record
  std::int64_t line = 1;  // of the first record
  Keep keep = Keep::until_next_unit;
  std::size_t most_findings = 100;  // reading stops after that many
};

// The answers in some records of a file, added up by unit.
struct AnswersPart {
  std::vector<scoring::InstitutionAnswers> institutions;  // in no order, as are their units
  std::int64_t rows = 0;
  Findings notices;             // in no order
  Findings findings;            // what is wrong; then nothing above holds
  bool unit_came_back = false;  // a unit had rows after it was closed, so that nothing here holds: keep until the end
  bool met_quotes = false;
  std::int64_t last_line = 0;  // where the last record begins
  std::int64_t next_line = 0;  // after the last record
};

// Reads one range of the file. Uses nothing but its arguments: safe from any thread.
AnswersPart read_answers_part(const AnswersFile& file, const AnswersHeader& header, const AnswersRange& range);

}  // namespace prima::assessment
