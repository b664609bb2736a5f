#include "assessment/answers_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "assessment/answer_columns.h"
#include "assessment/unit_intake.h"
#include "base/csv.h"
#include "base/text.h"

namespace prima::assessment {

using scoring::Answer;
using scoring::Compiled;
using scoring::InstitutionAnswers;
using scoring::UnitAnswers;

namespace {

constexpr std::size_t most_findings = 100;

enum Column : std::size_t { institution, unit, indicator, value, product, respondent };
const std::vector<ColumnRule> column_rules = {{"institution"}, {"unit"},           {"indicator"},
                                              {"value"},       {"product", false}, {"respondent", false}};

// One unit while the file is read. Once closed it holds its sums only.
struct UnitSlot {
  std::unique_ptr<UnitIntake> open;
  UnitAnswers closed;
};

struct InstitutionSlot {
  std::string name;
  ByText<std::unique_ptr<UnitSlot>> units;
};

// Whether the sums of a unit are closed as soon as the rows of another unit begin, or only at the end of the file.
enum class Keep { until_next_unit, until_end };

// Reads one file from its first to its last row.
class Reading {
 public:
  Reading(const Compiled& compiled, std::string_view bytes, const std::string& file, Keep keep)
      : compiled_(compiled), file_(file), keep_(keep), csv_(bytes, file) {}

  // Whether a unit came back after it was closed, so that the file must be read again with Keep::until_end.
  bool must_keep() const { return must_keep_; }

  Result<AnswerTable, Findings> run();

 private:
  void read_row();
  void read_value(std::string_view indicator_id, std::string_view text);
  void mark_not_assessed(std::string_view text);
  bool choose_unit(std::string_view institution_name, std::string_view unit_name);
  bool choose_subject(std::string_view product_name, std::string_view respondent_name);
  std::string_view field(Column column) const {
    return places_[column] ? csv_.fields()[*places_[column]] : std::string_view();
  }
  void close(UnitSlot& slot, const std::string& institution_name);
  void report(std::string code, Words message) {
    findings_.push_back(Finding{std::move(code), file_, csv_.line(), std::move(message)});
  }
  AnswerTable finish();

  const Compiled& compiled_;
  const std::string& file_;
  Keep keep_;
  CsvReader csv_;
  std::vector<std::optional<std::size_t>> places_;
  ByText<std::unique_ptr<InstitutionSlot>> institutions_;
  Findings findings_;
  AnswerTable table_;
  InstitutionSlot* institution_ = nullptr;
  UnitSlot* unit_ = nullptr;
  std::string last_institution_;  // as written, with its spaces
  std::string last_unit_;
  std::string last_product_;
  std::string last_respondent_;
  bool subject_chosen_ = false;
  bool must_keep_ = false;
};

Result<AnswerTable, Findings> Reading::run() {
  if (!csv_.next()) return failure(Findings{csv_.problem().value_or(no_records(file_))});
  const auto columns = find_columns(csv_.fields(), column_rules, file_, csv_.line());
  if (!columns) {
    Findings findings = columns.error();
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(std::min(findings.size(), most_findings)),
                   findings.end());
    return failure(std::move(findings));
  }
  places_ = *columns;
  const std::size_t width = csv_.fields().size();
  while (findings_.size() < most_findings && csv_.next()) {
    ++table_.rows;
    if (csv_.fields().size() != width) {
      findings_.push_back(wrong_field_count(file_, csv_.line(), width, csv_.fields().size()));
      continue;
    }
    read_row();
    if (must_keep_) return table_;
  }
  if (csv_.problem() && findings_.size() < most_findings) findings_.push_back(*csv_.problem());
  if (findings_.empty() && table_.rows == 0) findings_.push_back(no_records(file_));
  if (!findings_.empty()) return failure(std::move(findings_));
  return finish();
}

void Reading::read_row() {
  if (!choose_unit(field(institution), field(unit))) return;
  if (!choose_subject(field(product), field(respondent))) return;
  read_value(field(indicator), field(value));
}

bool Reading::choose_unit(std::string_view institution_name, std::string_view unit_name) {
  if (unit_ != nullptr && institution_name == last_institution_ && unit_name == last_unit_) return true;
  const std::string_view institution_trimmed = trimmed(institution_name);
  const std::string_view unit_trimmed = trimmed(unit_name);
  if (institution_trimmed.empty() || unit_trimmed.empty()) {
    const bool which = institution_trimmed.empty();
    report("empty_name", {fmt::format("kolom \"{}\" kosong; isi namanya", which ? "institution" : "unit"),
                          fmt::format("the column \"{}\" is empty; write the name", which ? "institution" : "unit")});
    return false;
  }
  if (unit_ != nullptr && keep_ == Keep::until_next_unit) close(*unit_, institution_->name);
  auto found = institutions_.find(institution_trimmed);
  if (found == institutions_.end()) {
    found = institutions_.emplace(std::string(institution_trimmed), std::make_unique<InstitutionSlot>()).first;
    found->second->name = institution_trimmed;
  }
  institution_ = found->second.get();
  auto place = institution_->units.find(unit_trimmed);
  if (place == institution_->units.end()) {
    place = institution_->units.emplace(std::string(unit_trimmed), std::make_unique<UnitSlot>()).first;
    place->second->open = std::make_unique<UnitIntake>(compiled_, std::string(unit_trimmed));
  }
  unit_ = place->second.get();
  last_institution_ = institution_name;
  last_unit_ = unit_name;
  subject_chosen_ = false;
  must_keep_ = unit_->open == nullptr;
  return !must_keep_;
}

bool Reading::choose_subject(std::string_view product_name, std::string_view respondent_name) {
  if (subject_chosen_ && product_name == last_product_ && respondent_name == last_respondent_) return true;
  const instrument::Instrument& method = compiled_.instrument();
  for (const auto& [name, text, allowed] : {std::tuple{"product", product_name, method.samples_products},
                                            std::tuple{"respondent", respondent_name, method.samples_respondents}}) {
    if (allowed || trimmed(text).empty()) continue;
    report("column_not_used",
           {fmt::format("kolom \"{}\" berisi \"{}\", tetapi instrumen {} tidak memakainya; kosongkan", name,
                        shown_to_people(text), method.id()),
            fmt::format("the column \"{}\" holds \"{}\", but the instrument {} does not use it; leave it empty", name,
                        shown_to_people(text), method.id())});
    return false;
  }
  unit_->open->choose_subject(trimmed(product_name), trimmed(respondent_name));
  last_product_ = product_name;
  last_respondent_ = respondent_name;
  subject_chosen_ = true;
  return true;
}

void Reading::mark_not_assessed(std::string_view text) {
  const std::string word = lowered(trimmed(text));
  if (word == "not_assessed" || word == "tidak_dinilai") {
    unit_->open->mark_not_assessed();
    return;
  }
  report(
      "unknown_choice",
      {fmt::format("\"{}\" bukan keterangan unit; untuk indikator * tulis TIDAK_DINILAI", shown_to_people(text)),
       fmt::format("\"{}\" says nothing about a unit; for the indicator * write NOT_ASSESSED", shown_to_people(text))});
}

void Reading::read_value(std::string_view indicator_id, std::string_view text) {
  auto found = compiled_.find(indicator_id);
  if (!found) found = compiled_.find(trimmed(indicator_id));
  if (!found) {
    if (trimmed(indicator_id) == "*") return mark_not_assessed(text);
    std::vector<std::string> known;
    for (const auto& one : compiled_.instrument().indicators) known.push_back(one.id);
    const auto near = closest(lowered(trimmed(indicator_id)), known);
    const std::string shown = shown_to_people(indicator_id);
    report("unknown_indicator",
           {fmt::format("indikator \"{}\" tidak ada dalam {}{}", shown, compiled_.instrument().id(),
                        near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; lihat prima instrument show"),
            fmt::format("there is no indicator \"{}\" in {}{}", shown, compiled_.instrument().id(),
                        near ? fmt::format("; did you mean \"{}\"?", *near) : "; see prima instrument show")});
    return;
  }
  std::optional<Answer> slow;
  const Answer* answer = compiled_.quick_answer(*found, text);
  if (answer == nullptr) {
    const auto read = compiled_.read_answer(*found, text);
    if (!read) return report("bad_value", compiled_.describe(read.error(), *found, text));
    slow = *read;
    answer = &*slow;
  }
  if (!unit_->open->take(*found, *answer)) {
    report("duplicate_answer",
           {fmt::format("jawaban untuk indikator \"{}\" ini sudah ada pada baris sebelumnya; hapus salah satu",
                        compiled_.instrument().indicators[*found].id),
            fmt::format("this answer to indicator \"{}\" is already given on an earlier line; remove one of them",
                        compiled_.instrument().indicators[*found].id)});
  }
}

void Reading::close(UnitSlot& slot, const std::string& institution_name) {
  if (slot.open == nullptr) return;
  const bool contradiction = slot.open->has_answers();
  slot.closed = slot.open->close(institution_name, file_, table_.notices);
  slot.open.reset();
  if (slot.closed.not_assessed && contradiction) {
    table_.notices.push_back(
        Finding{"not_assessed_with_answers",
                file_,
                0,
                {fmt::format("{} / {} ditandai tidak dinilai tetapi punya jawaban; jawabannya tidak dihitung",
                             institution_name, slot.closed.unit),
                 fmt::format("{} / {} is marked not assessed but has answers; they do not count", institution_name,
                             slot.closed.unit)}});
  }
}

AnswerTable Reading::finish() {
  for (auto& [institution_name, slot] : institutions_) {
    InstitutionAnswers answers;
    answers.institution = institution_name;
    for (auto& [unit_name, one] : slot->units) {
      close(*one, institution_name);
      answers.units.push_back(std::move(one->closed));
    }
    std::sort(answers.units.begin(), answers.units.end(),
              [](const UnitAnswers& a, const UnitAnswers& b) { return a.unit < b.unit; });
    table_.institutions.push_back(std::move(answers));
  }
  std::sort(table_.institutions.begin(), table_.institutions.end(),
            [](const InstitutionAnswers& a, const InstitutionAnswers& b) { return a.institution < b.institution; });
  std::sort(table_.notices.begin(), table_.notices.end(),
            [](const Finding& a, const Finding& b) { return a.message.id < b.message.id; });
  if (csv_.ends_without_line_break()) {
    table_.notices.push_back(Finding{"no_final_line_break",
                                     file_,
                                     csv_.line(),
                                     {"baris terakhir tidak diakhiri ganti baris; pastikan berkas tidak terpotong",
                                      "the last line has no line break; make sure that the file was not cut off"}});
  }
  return std::move(table_);
}

}  // namespace

Result<AnswerTable, Findings> read_answers(const Compiled& compiled, std::string_view bytes, const std::string& file) {
  Reading together(compiled, bytes, file, Keep::until_next_unit);
  auto table = together.run();
  if (!together.must_keep()) return table;
  return Reading(compiled, bytes, file, Keep::until_end).run();
}

}  // namespace prima::assessment
