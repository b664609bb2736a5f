#include "assessment/answer_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace prima::assessment {

namespace {

std::vector<std::string> names_of(const std::vector<ColumnRule>& rules) {
  std::vector<std::string> names;
  for (const ColumnRule& rule : rules) names.emplace_back(rule.name);
  return names;
}

Finding unknown_column(const std::string& file, std::int64_t line, std::string_view name,
                       const std::vector<ColumnRule>& rules) {
  const std::string shown = shown_to_people(name);
  const auto near = closest(lowered(name), names_of(rules));
  const std::string list = fmt::format("{}", fmt::join(names_of(rules), ", "));
  Words message{fmt::format("kolom \"{}\" tidak dikenal", shown), fmt::format("the column \"{}\" is not known", shown)};
  message.id += near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : fmt::format("; yang dikenal: {}", list);
  message.en += near ? fmt::format("; did you mean \"{}\"?", *near) : fmt::format("; known are: {}", list);
  return Finding{"unknown_column", file, line, std::move(message)};
}

}  // namespace

Result<std::vector<std::optional<std::size_t>>, Findings> find_columns(const std::vector<std::string_view>& header,
                                                                       const std::vector<ColumnRule>& rules,
                                                                       const std::string& file, std::int64_t line) {
  std::vector<std::optional<std::size_t>> places(rules.size());
  Findings findings;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = lowered(trimmed(header[i]));
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const ColumnRule& one) { return one.name == name; });
    if (rule == rules.end()) {
      findings.push_back(unknown_column(file, line, trimmed(header[i]), rules));
      continue;
    }
    auto& place = places[static_cast<std::size_t>(rule - rules.begin())];
    if (place) {
      findings.push_back(Finding{"repeated_column",
                                 file,
                                 line,
                                 {fmt::format("kolom \"{}\" ada dua kali; hapus salah satu", name),
                                  fmt::format("the column \"{}\" is there twice; remove one", name)}});
    }
    place = i;
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (places[i] || !rules[i].required) continue;
    findings.push_back(
        Finding{"missing_column",
                file,
                line,
                {fmt::format("kolom \"{}\" tidak ada; tambahkan pada baris judul", rules[i].name),
                 fmt::format("the column \"{}\" is missing; add it to the header line", rules[i].name)}});
  }
  if (!findings.empty()) return failure(std::move(findings));
  return places;
}

Finding wrong_field_count(const std::string& file, std::int64_t line, std::size_t expected, std::size_t found) {
  return Finding{
      "wrong_field_count",
      file,
      line,
      {fmt::format("baris ini punya {} kolom, judulnya {}; mungkin berkas terpotong atau ada pemisah yang kurang",
                   found, expected),
       fmt::format("this line has {} fields, the header has {}; the file may be cut off, or a separator is missing",
                   found, expected)}};
}

Finding no_records(const std::string& file) {
  return Finding{"no_records",
                 file,
                 0,
                 {"berkas ini tidak berisi data; tambahkan baris judul dan sedikitnya satu baris isi",
                  "this file holds no data; add a header line and at least one line"}};
}

}  // namespace prima::assessment
