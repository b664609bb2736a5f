#include "assessment/answers_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "assessment/answer_columns.h"
#include "assessment/answers_part.h"
#include "assessment/in_parallel.h"

namespace prima::assessment {

using scoring::Compiled;
using scoring::InstitutionAnswers;
using scoring::UnitAnswers;

namespace {

// Moves everything of `more` behind what `list` has.
template <typename T>
void append(std::vector<T>& list, std::vector<T>& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Sorts institutions and units by name and puts the units of one institution together. False when a unit is there
// twice.
bool gather(std::vector<InstitutionAnswers>& institutions) {
  std::sort(institutions.begin(), institutions.end(),
            [](const InstitutionAnswers& a, const InstitutionAnswers& b) { return a.institution < b.institution; });
  std::vector<InstitutionAnswers> gathered;
  gathered.reserve(institutions.size());
  for (InstitutionAnswers& one : institutions) {
    if (gathered.empty() || gathered.back().institution != one.institution) {
      gathered.push_back(std::move(one));
    } else {
      append(gathered.back().units, one.units);
    }
  }
  institutions = std::move(gathered);
  for (InstitutionAnswers& one : institutions) {
    std::sort(one.units.begin(), one.units.end(),
              [](const UnitAnswers& a, const UnitAnswers& b) { return a.unit < b.unit; });
    const auto twice = std::adjacent_find(one.units.begin(), one.units.end(),
                                          [](const UnitAnswers& a, const UnitAnswers& b) { return a.unit == b.unit; });
    if (twice != one.units.end()) return false;
  }
  return true;
}

AnswersPart read_whole(const AnswersFile& file, const AnswersHeader& header, Keep keep) {
  AnswersPart whole = read_answers_part(
      file, header, {.begin = header.end, .end = file.bytes.size(), .line = header.next_line, .keep = keep});
  gather(whole.institutions);
  return whole;
}

std::vector<AnswersPart> read_shares(const AnswersFile& file, const AnswersHeader& header,
                                     const std::vector<std::size_t>& cuts) {
  std::vector<AnswersPart> parts(cuts.size() + 1);
  in_parallel(parts.size(), [&](std::size_t i) {
    parts[i] = read_answers_part(file, header,
                                 {.begin = i == 0 ? header.end : cuts[i - 1],
                                  .end = i == cuts.size() ? file.bytes.size() : cuts[i],
                                  .most_findings = 1});
  });
  return parts;
}

// Reads the file in shares. They can only be put together when nothing is wrong and no unit has rows in two of them;
// otherwise the file is read again as a whole, so that findings, their lines and their order are always the same.
AnswersPart read_in_shares(const AnswersFile& file, const AnswersHeader& header, const Shares& shares) {
  const std::vector<std::size_t> cuts = cuts_between_units(file, header, shares);
  if (cuts.empty()) return read_whole(file, header, Keep::until_next_unit);
  AnswersPart whole;
  whole.next_line = header.next_line;
  for (AnswersPart& part : read_shares(file, header, cuts)) {
    if (part.met_quotes || !part.findings.empty()) return read_whole(file, header, Keep::until_next_unit);
    whole.unit_came_back = whole.unit_came_back || part.unit_came_back;
    whole.rows += part.rows;
    whole.last_line = whole.next_line - 1 + part.last_line;  // each part counts its lines from 1
    whole.next_line += part.next_line - 1;
    append(whole.institutions, part.institutions);
    append(whole.notices, part.notices);
  }
  whole.unit_came_back = whole.unit_came_back || !gather(whole.institutions);
  return whole;
}

Finding no_final_line_break(const AnswersFile& file, std::int64_t line) {
  return Finding{"no_final_line_break",
                 file.name,
                 line,
                 {"baris terakhir tidak diakhiri ganti baris; pastikan berkas tidak terpotong",
                  "the last line has no line break; make sure that the file was not cut off"}};
}

}  // namespace

Result<AnswerTable, Findings> read_answers(const Compiled& compiled, std::string_view bytes, const std::string& name,
                                           const Shares& shares) {
  const AnswersFile file{compiled, bytes, name};
  const auto header = read_answers_header(file);
  if (!header) return failure(header.error());
  AnswersPart whole = read_in_shares(file, *header, shares);
  if (whole.unit_came_back) whole = read_whole(file, *header, Keep::until_end);
  if (whole.findings.empty() && whole.rows == 0) whole.findings.push_back(no_records(name));
  if (!whole.findings.empty()) return failure(std::move(whole.findings));

  AnswerTable table{std::move(whole.institutions), whole.rows, std::move(whole.notices)};
  std::sort(table.notices.begin(), table.notices.end(),
            [](const Finding& a, const Finding& b) { return a.message.id < b.message.id; });
  if (bytes.back() != '\n') table.notices.push_back(no_final_line_break(file, whole.last_line));
  return table;
}

}  // namespace prima::assessment
