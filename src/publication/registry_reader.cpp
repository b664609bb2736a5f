#include "publication/registry_reader.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "assessment/answer_columns.h"
#include "base/csv.h"
#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"
#include "publication/registry_fields.h"
#include "publication/search_words.h"
#include "scoring/classify.h"

namespace prima::publication {

namespace {

constexpr std::size_t most_findings = 100;

enum Column : std::size_t { institution, level, year, score, zone, category, subject, source };
const std::vector<assessment::ColumnRule> column_rules = {
    {"institution"}, {"level"}, {"year"}, {"score"}, {"zone"}, {"category"}, {"dimension_or_unit"}, {"source_url"}};

// Reads one file from its first to its last row.
class Reading {
 public:
  Reading(std::string_view bytes, const std::string& file, const Rounds& rounds)
      : file_(file), rounds_(rounds), csv_(bytes, file) {}

  Result<std::vector<PublishedRow>, Findings> run();

 private:
  void read_row();
  void read_institution(PublishedRow& row);
  // The method of the row's year, or nullptr after a finding.
  const Round* read_year(PublishedRow& row);
  void read_score(PublishedRow& row, const Round* round);
  void read_zone_of(PublishedRow& row);
  void refuse_twin(const PublishedRow& row);
  std::string_view field(Column column) const { return trimmed(csv_.fields()[places_[column]]); }
  // A finding about one field; the message follows the name of the column.
  void report(std::string code, Column column, const Words& message);

  const std::string& file_;
  const Rounds& rounds_;
  CsvReader csv_;
  std::vector<std::size_t> places_;
  std::vector<PublishedRow> rows_;
  std::map<std::string, std::int64_t> lines_;  // of the rows so far, by what must be unique
  Findings findings_;
};

void Reading::report(std::string code, Column column, const Words& message) {
  const std::string_view name = column_rules[column].name;
  findings_.push_back(
      Finding{std::move(code),
              file_,
              csv_.line(),
              {fmt::format("kolom \"{}\": {}", name, message.id), fmt::format("column \"{}\": {}", name, message.en)}});
}

void Reading::read_institution(PublishedRow& row) {
  row.institution = field(institution);
  if (slug(row.institution).empty()) {
    report("empty_name", institution,
           {"kosong; isi nama instansinya dengan huruf Latin",
            "is empty; write the name of the institution in Latin letters"});
  }
}

const Round* Reading::read_year(PublishedRow& row) {
  row.year_text = field(year);
  const auto read = read_year_text(row.year_text);
  if (!read) {
    const std::string shown = shown_to_people(row.year_text);
    report("bad_year", year,
           {fmt::format("\"{}\" bukan tahun; awali dengan empat angka, misalnya 2023 atau 2022 pra-evaluasi", shown),
            fmt::format("\"{}\" is not a year; begin with four digits, such as 2023 or 2022 pra-evaluasi", shown)});
    return nullptr;
  }
  row.year = read->year;
  row.year_note = read->note;
  const Round* round = rounds_.of_year(row.year);
  if (round == nullptr) {
    const Words years = rounds_.years();
    report("year_without_instrument", year,
           {fmt::format("tidak ada instrumen untuk tahun {}; yang ada: {}. Periksa tahunnya", row.year, years.id),
            fmt::format("there is no instrument for the year {}; there are: {}. Check the year", row.year, years.en)});
  }
  return round;
}

void Reading::read_score(PublishedRow& row, const Round* round) {
  row.score_text = field(score);
  if (row.score_text.empty()) return;
  const auto value = parse_decimal(row.score_text);
  if (!value) return report("bad_score", score, describe(value.error(), row.score_text));
  row.score = *value;
  if (round == nullptr || scoring::on_scale(*round->instrument, *value)) return;
  const std::string shown = shown_to_people(row.score_text);
  const std::string least = plain(round->instrument->scale_min);
  const std::string greatest = plain(round->instrument->scale_max);
  report("score_off_scale", score,
         {fmt::format("nilai {} di luar skala {} sampai {} dari {}; cocokkan dengan sumbernya", shown, least, greatest,
                      round->instrument->id()),
          fmt::format("the score {} is off the scale of {} to {} of {}; compare it with the source", shown, least,
                      greatest, round->instrument->id())});
}

void Reading::read_zone_of(PublishedRow& row) {
  row.zone_text = field(zone);
  if (row.zone_text.empty()) return;
  row.zone = read_zone(row.zone_text);
  if (row.zone) return;
  const std::string shown = shown_to_people(row.zone_text);
  const auto near = closest(folded(row.zone_text), {"hijau", "kuning", "merah"});
  report(
      "unknown_zone", zone,
      {fmt::format("\"{}\" bukan zona; {}", shown,
                   near ? fmt::format("mungkin maksudnya {}?", *near) : "tulis Hijau, Kuning, Merah, atau kosongkan"),
       fmt::format("\"{}\" is not a zone; {}", shown,
                   near ? fmt::format("did you mean {}?", *near) : "write Hijau, Kuning, Merah, or leave it empty")});
}

void Reading::refuse_twin(const PublishedRow& row) {
  std::string key = fmt::format("{}\n{}\n{}\n{}", folded(row.institution), folded(row.year_text),
                                folded(row.subject_text), row.source);
  if (row.source.empty()) key += "\n" + row.score_text;
  const auto [place, is_new] = lines_.emplace(std::move(key), row.line);
  if (is_new) return;
  findings_.push_back(
      Finding{"duplicate_row",
              file_,
              row.line,
              {fmt::format("instansi, tahun, bagian, dan sumber yang sama sudah ada pada baris {}; hapus salah satu, "
                           "atau sebut sumber lain",
                           place->second),
               fmt::format("the same institution, year, subject and source already stand on line {}; remove one of "
                           "them, or name another source",
                           place->second)}});
}

void Reading::read_row() {
  const std::size_t before = findings_.size();
  PublishedRow row;
  row.line = csv_.line();
  read_institution(row);
  row.level_text = field(level);
  row.level = level_of(row.level_text);
  read_score(row, read_year(row));
  read_zone_of(row);
  row.category_text = field(category);
  row.subject_text = field(subject);
  row.subject = read_subject(row.subject_text);
  row.source = field(source);
  if (findings_.size() == before) refuse_twin(row);
  rows_.push_back(std::move(row));
}

// The finding for a record with more or fewer fields than the header. One field too many whose neighbours are numbers
// is most likely a decimal comma.
Finding wrong_width(const CsvReader& csv, const std::string& file, std::size_t width, std::size_t score_place) {
  const auto& fields = csv.fields();
  Finding finding = assessment::wrong_field_count(file, csv.line(), width, fields.size());
  if (fields.size() != width + 1) return finding;
  const std::string joined = fmt::format("{},{}", fields[score_place], fields[score_place + 1]);
  const auto read = parse_decimal(joined);
  if (read || read.error() != NumberProblem::decimal_comma) return finding;
  const Words message = describe(NumberProblem::decimal_comma, joined);
  return {"bad_score", file, csv.line(), {"kolom \"score\": " + message.id, "column \"score\": " + message.en}};
}

Findings first_of(Findings findings) {
  if (findings.size() > most_findings) findings.resize(most_findings);
  return findings;
}

Result<std::vector<PublishedRow>, Findings> Reading::run() {
  if (!csv_.next()) return failure(Findings{csv_.problem().value_or(assessment::no_records(file_))});
  const auto columns = assessment::find_columns(csv_.fields(), column_rules, file_, csv_.line());
  if (!columns) return failure(first_of(columns.error()));
  for (const auto& place : *columns) places_.push_back(*place);
  const std::size_t width = csv_.fields().size();
  while (findings_.size() < most_findings && csv_.next()) {
    if (csv_.fields().size() == width) {
      read_row();
    } else {
      findings_.push_back(wrong_width(csv_, file_, width, places_[score]));
    }
  }
  if (csv_.problem() && findings_.size() < most_findings) findings_.push_back(*csv_.problem());
  if (findings_.empty() && rows_.empty()) findings_.push_back(assessment::no_records(file_));
  if (!findings_.empty()) return failure(first_of(std::move(findings_)));
  return std::move(rows_);
}

}  // namespace

Result<std::vector<PublishedRow>, Findings> read_registry(std::string_view bytes, const std::string& file,
                                                          const Rounds& rounds) {
  return Reading(bytes, file, rounds).run();
}

}  // namespace prima::publication
