#include "assessment/answers_cuts.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/csv.h"

namespace prima::assessment {

namespace {

// The begin of the first record after `from` whose unit is not that of the record before it, if it begins before
// `limit`.
std::optional<std::size_t> next_unit(const AnswersFile& file, const AnswersHeader& header, std::size_t from,
                                     std::size_t limit) {
  const std::size_t line_end = file.bytes.substr(0, limit).find('\n', from);
  if (line_end == std::string_view::npos) return std::nullopt;
  CsvReader csv(file.bytes.substr(0, limit), file.name);
  csv.use_separator(header.separator);
  csv.jump(line_end + 1, 1);
  std::string institution_name;
  std::string unit_name;
  for (bool first = true; csv.next(); first = false) {
    if (csv.fields().size() != header.width) return std::nullopt;
    const std::string_view one = csv.fields()[header.place(AnswersColumn::institution)];
    const std::string_view other = csv.fields()[header.place(AnswersColumn::unit)];
    if (!first && (one != institution_name || other != unit_name)) return csv.record_begin();
    if (!first) continue;
    institution_name = one;
    unit_name = other;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> cuts_between_units(const AnswersFile& file, const AnswersHeader& header,
                                            const Shares& shares) {
  std::vector<std::size_t> cuts;
  const std::size_t size = file.bytes.size() - header.end;
  const std::size_t count = std::clamp<std::size_t>(size / std::max<std::size_t>(shares.least_bytes, 1), 1,
                                                    std::max<std::size_t>(shares.threads, 1));
  const std::size_t share = size / count;
  for (std::size_t i = 1; i < count; ++i) {
    const std::size_t from = header.end + share * i;
    const auto cut = next_unit(file, header, from, std::min(file.bytes.size(), from + share));
    if (cut && (cuts.empty() || *cut > cuts.back())) cuts.push_back(*cut);
  }
  return cuts;
}

}  // namespace prima::assessment
