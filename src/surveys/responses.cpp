#include "surveys/responses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/csv.h"
#include "base/decimal.h"
#include "base/text.h"
#include "surveys/respondents.h"
#include "surveys/response_columns.h"

namespace prima::surveys {

namespace {

constexpr std::uint64_t most_incomplete_shown = 100;

// Reads one file; lives for one call of read_responses.
class ResponsesReader {
 public:
  ResponsesReader(std::string_view bytes, const std::string& file_name) : csv_(bytes, file_name), file_(file_name) {}

  Result<Responses, Findings> read();

 private:
  using Fields = std::vector<std::string_view>;

  bool read_header();
  void read_row();
  void check_field_count();
  void check_respondent();
  void read_answers();
  void choose_group(std::string_view unit, std::string_view service, std::string_view period);
  std::string_view field(std::optional<std::size_t> column) const;
  void refuse(std::string code, Words message) {
    errors_.push_back({std::move(code), file_, csv_.line(), std::move(message)});
  }
  void refuse_answer(std::string_view element, std::string_view text);
  void note_incomplete(const std::vector<std::string_view>& empty);
  void note_further_incomplete();
  void note_blank_unit();
  void note_no_complete_response(const ResponseGroup& group);
  Responses finish();

  CsvReader csv_;
  const std::string& file_;
  ResponseColumns columns_;
  std::map<std::pair<std::string, std::string>, ResponseGroup> groups_;                   // (unit, period)
  std::map<std::tuple<std::string, std::string, std::string>, Respondents> respondents_;  // (unit, service, period)
  ResponseGroup* group_ = nullptr;  // of the current row, as the next four
  Respondents* met_ = nullptr;
  std::string unit_;
  std::string service_;
  std::string period_;
  std::int64_t first_blank_unit_ = 0;
  std::uint64_t incomplete_ = 0;
  Findings notes_;   // the index is computed all the same
  Findings errors_;  // of the line that ends the reading
};

bool is_blank(const std::vector<std::string_view>& fields) {
  return std::all_of(fields.begin(), fields.end(), [](std::string_view text) { return trimmed(text).empty(); });
}

Result<Responses, Findings> ResponsesReader::read() {
  if (!read_header()) return failure(std::move(errors_));
  bool any = false;
  while (errors_.empty() && csv_.next()) {
    if (is_blank(csv_.fields())) continue;
    any = true;
    read_row();
  }
  if (csv_.problem()) errors_.push_back(*csv_.problem());
  if (errors_.empty() && !any) {
    refuse("empty_file", {"berkas hanya berisi judul kolom; tambahkan satu baris untuk setiap responden",
                          "the file holds column names only; add one line for each respondent"});
  }
  if (!errors_.empty()) return failure(std::move(errors_));
  return finish();
}

bool ResponsesReader::read_header() {
  if (!csv_.next()) {
    errors_.push_back(csv_.problem().value_or(
        Finding{"empty_file",
                file_,
                1,
                {"berkas kosong; baris pertama harus memuat nama kolom: resp, U1 sampai U9",
                 "the file is empty; the first line must hold the column names: resp, U1 to U9"}}));
    return false;
  }
  auto columns = bind_columns(csv_.fields(), file_, csv_.line());
  if (!columns) {
    errors_ = std::move(columns.error());
    return false;
  }
  columns_ = *columns;
  return true;
}

void ResponsesReader::read_row() {
  check_field_count();
  if (!errors_.empty()) return;
  choose_group(field(columns_.unit), field(columns_.service), field(columns_.period));
  check_respondent();
  read_answers();
}

void ResponsesReader::check_field_count() {
  const std::size_t found = csv_.fields().size();
  if (found == columns_.count) return;
  const bool more = found > columns_.count;
  refuse("wrong_field_count",
         {fmt::format(
              "baris ini punya {} isian, padahal ada {} kolom; {}", found, columns_.count,
              more ? "cari koma desimal atau pemisah yang berlebih" : "lengkapi, atau periksa apakah berkas terpotong"),
          fmt::format("this line has {} fields, but there are {} columns; {}", found, columns_.count,
                      more ? "look for a decimal comma or a separator too many"
                           : "complete it, or check whether the file was cut off")});
}

void ResponsesReader::choose_group(std::string_view unit, std::string_view service, std::string_view period) {
  const bool same_group = group_ != nullptr && unit == unit_ && period == period_;
  if (same_group && service == service_) return;
  unit_ = unit;
  service_ = service;
  period_ = period;
  met_ = &respondents_[{unit_, service_, period_}];
  if (same_group) return;
  group_ = &groups_[{unit_, period_}];
  group_->unit = unit_;
  group_->period = period_;
  if (unit_.empty() && first_blank_unit_ == 0) first_blank_unit_ = csv_.line();
}

void ResponsesReader::check_respondent() {
  const std::string_view respondent = field(columns_.respondent);
  if (respondent.empty()) {
    refuse("empty_respondent", {"kolom \"resp\" kosong; beri nomor pada setiap responden",
                                "column \"resp\" is empty; give every respondent a number"});
  } else if (!met_->add(respondent)) {
    const std::string shown = shown_to_people(respondent);
    refuse("duplicate_response",
           {fmt::format("responden \"{}\" sudah ada pada unit, layanan, dan periode yang sama (kolom \"resp\"); hapus "
                        "baris yang ganda atau perbaiki nomornya",
                        shown),
            fmt::format("respondent \"{}\" is there already for the same unit, service and period (column \"resp\"); "
                        "remove the duplicate line or correct the number",
                        shown)});
  }
}

void ResponsesReader::read_answers() {
  std::array<std::uint8_t, element_count> answers{};
  std::vector<std::string_view> empty;
  for (std::size_t element = 0; element < element_count; ++element) {
    const std::string_view text = field(columns_.elements[element]);
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '4') {
      answers[element] = static_cast<std::uint8_t>(text[0] - '0');
    } else if (text.empty()) {
      empty.push_back(element_ids[element]);
    } else {
      refuse_answer(element_ids[element], text);
    }
  }
  if (!errors_.empty()) return;
  if (!empty.empty()) return note_incomplete(empty);
  for (std::size_t element = 0; element < element_count; ++element) group_->tally.sums[element] += answers[element];
  ++group_->tally.n;
}

void ResponsesReader::refuse_answer(std::string_view element, std::string_view text) {
  const std::string shown = shown_to_people(text);
  const auto number = parse_decimal(text);
  if (!number && number.error() == NumberProblem::decimal_comma) {
    refuse("decimal_comma",
           {fmt::format("kolom \"{}\": \"{}\" memakai koma desimal; jawaban harus 1, 2, 3, atau 4", element, shown),
            fmt::format("column \"{}\": \"{}\" has a decimal comma; an answer must be 1, 2, 3 or 4", element, shown)});
    return;
  }
  refuse(
      "answer_not_1_to_4",
      {fmt::format("kolom \"{}\": \"{}\" bukan jawaban; tulis 1, 2, 3, atau 4, atau kosongkan bila tidak dijawab",
                   element, shown),
       fmt::format("column \"{}\": \"{}\" is not an answer; write 1, 2, 3 or 4, or leave it empty when there is none",
                   element, shown)});
}

void ResponsesReader::note_incomplete(const std::vector<std::string_view>& empty) {
  ++group_->incomplete;
  if (++incomplete_ > most_incomplete_shown) return;
  notes_.push_back({"incomplete_response",
                    file_,
                    csv_.line(),
                    {fmt::format("kuesioner tidak lengkap (kosong: {}), maka tidak dihitung; lengkapi jawabannya atau "
                                 "biarkan tidak ikut",
                                 fmt::join(empty, ", ")),
                     fmt::format("the questionnaire is incomplete (empty: {}), so it is not counted; complete its "
                                 "answers or leave it out",
                                 fmt::join(empty, ", "))}});
}

std::string_view ResponsesReader::field(std::optional<std::size_t> column) const {
  return column ? trimmed(csv_.fields()[*column]) : std::string_view();
}

void ResponsesReader::note_further_incomplete() {
  if (incomplete_ <= most_incomplete_shown) return;
  const std::uint64_t more = incomplete_ - most_incomplete_shown;
  notes_.push_back({"incomplete_response",
                    file_,
                    0,
                    {fmt::format("{} kuesioner lagi tidak lengkap dan tidak dihitung; lengkapi jawabannya", more),
                     fmt::format("{} further questionnaires are incomplete and not counted; complete them", more)}});
}

void ResponsesReader::note_blank_unit() {
  const bool others_have_one = !groups_.rbegin()->first.first.empty();
  if (first_blank_unit_ == 0 || !others_have_one) return;
  notes_.push_back(
      {"blank_unit",
       file_,
       first_blank_unit_,
       {"kolom \"unit\" kosong di sini, tetapi terisi di baris lain; baris tanpa unit dihitung tersendiri, "
        "isi nama unitnya",
        "column \"unit\" is empty here but filled on other lines; lines without a unit are counted on "
        "their own, so fill in the unit"}});
}

void ResponsesReader::note_no_complete_response(const ResponseGroup& group) {
  const std::string unit = shown_to_people(group.unit);
  const Words nobody{"tidak satu pun kuesioner lengkap, maka tidak ada indeks; lengkapi jawabannya",
                     "no questionnaire is complete, so there is no index; complete the answers"};
  const Words named{fmt::format("unit \"{}\": {}", unit, nobody.id), fmt::format("unit \"{}\": {}", unit, nobody.en)};
  notes_.push_back({"no_complete_response", file_, 0, unit.empty() ? nobody : named});
}

Responses ResponsesReader::finish() {
  note_further_incomplete();
  note_blank_unit();
  Responses responses;
  for (auto& [key, group] : groups_) {
    if (group.tally.n == 0) note_no_complete_response(group);
    responses.groups.push_back(std::move(group));
  }
  responses.findings = std::move(notes_);
  return responses;
}

}  // namespace

Result<Responses, Findings> read_responses(std::string_view bytes, const std::string& file_name) {
  return ResponsesReader(bytes, file_name).read();
}

}  // namespace prima::surveys
