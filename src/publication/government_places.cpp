#include "publication/government_places.h"

#include <fmt/format.h>

#include <set>

#include "assessment/answer_columns.h"
#include "base/csv.h"
#include "base/text.h"
#include "html/province.h"
#include "publication/search_words.h"

namespace prima::publication {

namespace {

const std::vector<assessment::ColumnRule> column_rules = {{"institution"}, {"province"}, {"name"}};

void check_place(const GovernmentPlace& place, std::int64_t line, const std::string& file, std::set<std::string>& seen,
                 Findings& findings) {
  const std::string shown = shown_to_people(place.institution);
  if (!place.province.empty() && html::find_province(place.province) == nullptr) {
    findings.push_back(
        {"unknown_province",
         file,
         line,
         {fmt::format("\"{}\" bukan kode provinsi; tulis misalnya 19, atau kosongkan", shown_to_people(place.province)),
          fmt::format("\"{}\" is not the code of a province; write for example 19, or leave it empty",
                      shown_to_people(place.province))}});
  }
  if (place.institution.empty() || !seen.insert(slug(place.institution)).second) {
    findings.push_back(
        {"repeated_institution",
         file,
         line,
         {fmt::format("instansi \"{}\" kosong atau sudah ada; hapus salah satu barisnya", shown),
          fmt::format("the institution \"{}\" is empty or already there; remove one of the lines", shown)}});
  }
}

}  // namespace

Result<std::vector<GovernmentPlace>, Findings> read_government_places(std::string_view bytes, const std::string& file) {
  CsvReader csv(bytes, file);
  if (!csv.next()) return failure(Findings{csv.problem().value_or(assessment::no_records(file))});
  const auto columns = assessment::find_columns(csv.fields(), column_rules, file, csv.line());
  if (!columns) return failure(columns.error());
  const std::size_t width = csv.fields().size();
  std::vector<GovernmentPlace> places;
  std::set<std::string> seen;
  Findings findings;
  while (csv.next()) {
    if (csv.fields().size() != width) {
      findings.push_back(assessment::wrong_field_count(file, csv.line(), width, csv.fields().size()));
      continue;
    }
    const auto field = [&](std::size_t column) { return std::string(trimmed(csv.fields()[*(*columns)[column]])); };
    places.push_back({field(0), field(1), field(2)});
    check_place(places.back(), csv.line(), file, seen, findings);
  }
  if (csv.problem()) findings.push_back(*csv.problem());
  if (!findings.empty()) return failure(std::move(findings));
  return places;
}

}  // namespace prima::publication
