#include "assessment/answers_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
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

constexpr std::size_t no_indicator = static_cast<std::size_t>(-1);
const std::vector<ColumnRule> column_rules = {{"institution"}, {"unit"},           {"indicator"},
                                              {"value"},       {"product", false}, {"respondent", false}};

// The same as a == b. Names are short and mostly equal, so a call of memcmp() would cost more than the comparison.
inline bool same_text(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  const auto differs_at = [&](std::size_t at) { return std::memcmp(a.data() + at, b.data() + at, 8) != 0; };
  for (std::size_t at = 0; at + 8 < size; at += 8) {
    if (differs_at(at)) return false;
  }
  return !differs_at(size - 8);
}

// Hashes text for look-up by view, without making a string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

// One unit while the file is read. Once closed it holds its sums only.
struct UnitSlot {
  std::unique_ptr<UnitIntake> open;
  UnitAnswers closed;
};

struct InstitutionSlot {
  std::string name;
  ByText<std::unique_ptr<UnitSlot>> units;
};

// Reads a range of records from the first to the last.
class Reading {
 public:
  Reading(const AnswersFile& file, const AnswersHeader& header, const AnswersRange& range)
      : compiled_(file.compiled),
        file_(file.name),
        header_(header),
        range_(range),
        csv_(file.bytes.substr(0, range.end), file.name),
        usual_next_(file.compiled.indicators().size()) {
    csv_.use_separator(header.separator);
    csv_.jump(range.begin, range.line);
  }

  AnswersPart run();

 private:
  void read_row();
  std::size_t find_indicator(std::string_view id);
  void read_value(std::string_view indicator_id, std::string_view text);
  void mark_not_assessed(std::string_view text);
  bool choose_unit(std::string_view institution_name, std::string_view unit_name);
  bool choose_subject(std::string_view product_name, std::string_view respondent_name);
  std::string_view field(AnswersColumn column) const {
    const std::size_t place = header_.place(column);
    return place == no_column ? std::string_view() : csv_.fields()[place];
  }
  std::unique_ptr<UnitIntake> new_intake(std::string unit_name);
  void close(UnitSlot& slot, const std::string& institution_name);
  void report(std::string code, Words message) {
    part_.findings.push_back(Finding{std::move(code), file_, csv_.line(), std::move(message)});
  }
  void report_unknown(std::string_view indicator_id);
  void finish();

  const Compiled& compiled_;
  const std::string& file_;
  const AnswersHeader& header_;
  const AnswersRange& range_;
  CsvReader csv_;
  ByText<std::unique_ptr<InstitutionSlot>> institutions_;
  AnswersPart part_;
  std::unique_ptr<UnitIntake> spare_;  // of the unit that was closed last, whose memory is used again
  InstitutionSlot* institution_ = nullptr;
  UnitSlot* unit_ = nullptr;
  std::string last_institution_;  // as written, with its spaces
  std::string last_unit_;
  std::string last_product_;
  std::string last_respondent_;
  bool subject_chosen_ = false;
  std::vector<std::size_t> usual_next_;  // for each indicator, the one that came after it the last time
  std::size_t last_indicator_ = 0;
};

AnswersPart Reading::run() {
  while (part_.findings.size() < range_.most_findings && csv_.next()) {
    ++part_.rows;
    if (csv_.fields().size() != header_.width) {
      part_.findings.push_back(wrong_field_count(file_, csv_.line(), header_.width, csv_.fields().size()));
      continue;
    }
    read_row();
    if (part_.unit_came_back) return std::move(part_);
  }
  if (csv_.problem() && part_.findings.size() < range_.most_findings) part_.findings.push_back(*csv_.problem());
  part_.met_quotes = csv_.met_quotes();
  part_.last_line = csv_.line();
  part_.next_line = csv_.next_line();
  if (part_.findings.empty()) finish();
  return std::move(part_);
}

void Reading::read_row() {
  using enum AnswersColumn;
  if (!choose_unit(field(institution), field(unit))) return;
  if (!choose_subject(field(product), field(respondent))) return;
  read_value(field(indicator), field(value));
}

bool Reading::choose_unit(std::string_view institution_name, std::string_view unit_name) {
  if (unit_ != nullptr && same_text(unit_name, last_unit_) && same_text(institution_name, last_institution_))
    return true;
  const std::string_view institution_trimmed = trimmed(institution_name);
  const std::string_view unit_trimmed = trimmed(unit_name);
  if (institution_trimmed.empty() || unit_trimmed.empty()) {
    const bool which = institution_trimmed.empty();
    report("empty_name", {fmt::format("kolom \"{}\" kosong; isi namanya", which ? "institution" : "unit"),
                          fmt::format("the column \"{}\" is empty; write the name", which ? "institution" : "unit")});
    return false;
  }
  if (unit_ != nullptr && range_.keep == Keep::until_next_unit) close(*unit_, institution_->name);
  auto found = institutions_.find(institution_trimmed);
  if (found == institutions_.end()) {
    found = institutions_.emplace(std::string(institution_trimmed), std::make_unique<InstitutionSlot>()).first;
    found->second->name = institution_trimmed;
  }
  institution_ = found->second.get();
  auto place = institution_->units.find(unit_trimmed);
  if (place == institution_->units.end()) {
    place = institution_->units.emplace(std::string(unit_trimmed), std::make_unique<UnitSlot>()).first;
    place->second->open = new_intake(std::string(unit_trimmed));
  }
  unit_ = place->second.get();
  last_institution_ = institution_name;
  last_unit_ = unit_name;
  subject_chosen_ = false;
  part_.unit_came_back = unit_->open == nullptr;
  return !part_.unit_came_back;
}

std::unique_ptr<UnitIntake> Reading::new_intake(std::string unit_name) {
  if (spare_ == nullptr) return std::make_unique<UnitIntake>(compiled_, std::move(unit_name));
  spare_->begin(std::move(unit_name));
  return std::move(spare_);
}

bool Reading::choose_subject(std::string_view product_name, std::string_view respondent_name) {
  if (subject_chosen_ && same_text(product_name, last_product_) && same_text(respondent_name, last_respondent_))
    return true;
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

// The place of the indicator, or no_indicator.
std::size_t Reading::find_indicator(std::string_view id) {
  if (usual_next_.empty()) return no_indicator;
  const std::size_t guess = usual_next_[last_indicator_];
  if (same_text(compiled_.indicators()[guess].source->id, id)) return last_indicator_ = guess;
  auto found = compiled_.find(id);
  if (!found) found = compiled_.find(trimmed(id));
  if (!found) return no_indicator;
  return last_indicator_ = usual_next_[last_indicator_] = *found;
}

void Reading::report_unknown(std::string_view indicator_id) {
  std::vector<std::string> known;
  for (const auto& one : compiled_.instrument().indicators) known.push_back(one.id);
  const auto near = closest(lowered(trimmed(indicator_id)), known);
  const std::string shown = shown_to_people(indicator_id);
  report("unknown_indicator",
         {fmt::format("indikator \"{}\" tidak ada dalam {}{}", shown, compiled_.instrument().id(),
                      near ? fmt::format("; mungkin maksudnya \"{}\"?", *near) : "; lihat prima instrument show"),
          fmt::format("there is no indicator \"{}\" in {}{}", shown, compiled_.instrument().id(),
                      near ? fmt::format("; did you mean \"{}\"?", *near) : "; see prima instrument show")});
}

void Reading::read_value(std::string_view indicator_id, std::string_view text) {
  const std::size_t found = find_indicator(indicator_id);
  if (found == no_indicator)
    return trimmed(indicator_id) == "*" ? mark_not_assessed(text) : report_unknown(indicator_id);
  std::optional<Answer> slow;
  const Answer* answer = compiled_.quick_answer(found, text);
  if (answer == nullptr) {
    const auto read = compiled_.read_answer(found, text);
    if (!read) return report("bad_value", compiled_.describe(read.error(), found, text));
    slow = *read;
    answer = &*slow;
  }
  if (!unit_->open->take(found, *answer)) {
    report("duplicate_answer",
           {fmt::format("jawaban untuk indikator \"{}\" ini sudah ada pada baris sebelumnya; hapus salah satu",
                        compiled_.instrument().indicators[found].id),
            fmt::format("this answer to indicator \"{}\" is already given on an earlier line; remove one of them",
                        compiled_.instrument().indicators[found].id)});
  }
}

void Reading::close(UnitSlot& slot, const std::string& institution_name) {
  if (slot.open == nullptr) return;
  const bool contradiction = slot.open->has_answers();
  slot.closed = slot.open->close(institution_name, file_, part_.notices);
  spare_ = std::move(slot.open);
  if (slot.closed.not_assessed && contradiction) {
    part_.notices.push_back(
        Finding{"not_assessed_with_answers",
                file_,
                0,
                {fmt::format("{} / {} ditandai tidak dinilai tetapi punya jawaban; jawabannya tidak dihitung",
                             institution_name, slot.closed.unit),
                 fmt::format("{} / {} is marked not assessed but has answers; they do not count", institution_name,
                             slot.closed.unit)}});
  }
}

void Reading::finish() {
  for (auto& [institution_name, slot] : institutions_) {
    InstitutionAnswers answers;
    answers.institution = institution_name;
    for (auto& [unit_name, one] : slot->units) {
      close(*one, institution_name);
      answers.units.push_back(std::move(one->closed));
    }
    part_.institutions.push_back(std::move(answers));
  }
}

// At most as many findings as a range gives, too.
Findings first_of(Findings findings) {
  findings.resize(std::min(findings.size(), AnswersRange().most_findings));
  return findings;
}

}  // namespace

Result<AnswersHeader, Findings> read_answers_header(const AnswersFile& file) {
  CsvReader csv(file.bytes, file.name);
  if (!csv.next()) return failure(Findings{csv.problem().value_or(no_records(file.name))});
  const auto columns = find_columns(csv.fields(), column_rules, file.name, csv.line());
  if (!columns) return failure(first_of(columns.error()));
  AnswersHeader header;
  for (std::size_t i = 0; i < header.places.size(); ++i) header.places[i] = (*columns)[i].value_or(no_column);
  header.width = csv.fields().size();
  header.separator = csv.separator();
  header.end = csv.record_end();
  header.next_line = csv.next_line();
  return header;
}

AnswersPart read_answers_part(const AnswersFile& file, const AnswersHeader& header, const AnswersRange& range) {
  return Reading(file, header, range).run();
}

}  // namespace prima::assessment
