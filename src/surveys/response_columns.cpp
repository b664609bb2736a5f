#include "surveys/response_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"

namespace prima::surveys {

namespace {

constexpr std::array<std::string_view, 4> other_names = {"resp", "unit", "service", "period"};

// All names of columns: resp, unit, service, period, then U1 to U9.
std::vector<std::string> known_names() {
  std::vector<std::string> names(other_names.begin(), other_names.end());
  names.insert(names.end(), element_ids.begin(), element_ids.end());
  return names;
}

std::vector<std::string> lowered_names() {
  std::vector<std::string> names = known_names();
  for (std::string& name : names) name = lowered(name);
  return names;
}

Words unknown_column(std::string_view name, const std::vector<std::string>& known) {
  const std::string shown = shown_to_people(name);
  if (name.empty()) {
    return {"ada kolom tanpa nama; beri nama atau hapus kolom itu",
            "there is a column without a name; name it or remove it"};
  }
  const auto meant = closest(lowered(name), lowered_names());
  if (!meant) {
    return {
        fmt::format("kolom \"{}\" tidak dikenal; hapus, atau pakai salah satu dari: {}", shown, fmt::join(known, ", ")),
        fmt::format("column \"{}\" is not known; remove it, or use one of: {}", shown, fmt::join(known, ", "))};
  }
  const auto lower = lowered_names();
  const auto& spelled = known[static_cast<std::size_t>(std::find(lower.begin(), lower.end(), *meant) - lower.begin())];
  return {fmt::format("kolom \"{}\" tidak dikenal; mungkin maksudnya \"{}\"?", shown, spelled),
          fmt::format("column \"{}\" is not known; did you mean \"{}\"?", shown, spelled)};
}

Words duplicate_column(const std::string& name) {
  return {fmt::format("kolom \"{}\" ada dua kali; hapus salah satunya", name),
          fmt::format("column \"{}\" is there twice; remove one of them", name)};
}

Words missing_column(const std::string& name) {
  return {fmt::format("kolom \"{}\" tidak ada; tambahkan kolom itu (perlu resp dan U1 sampai U9)", name),
          fmt::format("column \"{}\" is missing; add it (resp and U1 to U9 are needed)", name)};
}

bool is_needed(const std::string& name) { return name == "resp" || name.front() == 'U'; }

}  // namespace

Result<ResponseColumns, Findings> bind_columns(const std::vector<std::string_view>& header, const std::string& file,
                                               std::int64_t line) {
  const std::vector<std::string> known = known_names();
  const std::vector<std::string> lower = lowered_names();
  std::vector<std::optional<std::size_t>> at(known.size());
  Findings findings;
  for (std::size_t column = 0; column < header.size(); ++column) {
    const std::string_view name = trimmed(header[column]);
    const auto found = static_cast<std::size_t>(std::find(lower.begin(), lower.end(), lowered(name)) - lower.begin());
    if (found == known.size()) {
      findings.push_back({"unknown_column", file, line, unknown_column(name, known)});
    } else if (at[found]) {
      findings.push_back({"duplicate_column", file, line, duplicate_column(known[found])});
    } else {
      at[found] = column;
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!at[i] && is_needed(known[i])) findings.push_back({"missing_column", file, line, missing_column(known[i])});
  }
  if (!findings.empty()) return failure(std::move(findings));
  ResponseColumns columns;
  columns.respondent = *at[0];
  columns.unit = at[1];
  columns.service = at[2];
  columns.period = at[3];
  columns.count = header.size();
  for (std::size_t i = 0; i < element_count; ++i) columns.elements[i] = *at[other_names.size() + i];
  return columns;
}

}  // namespace prima::surveys
