#include "publication/check_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/decimal.h"
#include "base/rounding.h"
#include "base/text.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/chart_bars.h"
#include "html/form.h"
#include "html/layout.h"
#include "http/percent.h"
#include "publication/method_bands.h"
#include "publication/registry_check.h"
#include "publication/registry_fields.h"
#include "publication/result_parts.h"
#include "scoring/classify.h"

namespace prima::publication {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::size_t longest_field = 120;

// What was written into the form.
struct Fields {
  std::string score;
  std::string year;
  std::string printed;
  bool is_asked = false;
};

// What the fields mean, and what is wrong with each.
struct Question {
  PublishedRow row;
  Words score_problem;
  Words year_problem;

  bool is_clear() const { return score_problem.empty() && year_problem.empty(); }
};

std::string value_of(const std::vector<http::Parameter>& parameters, std::string_view name) {
  const auto found =
      std::find_if(parameters.begin(), parameters.end(), [&](const http::Parameter& one) { return one.name == name; });
  if (found == parameters.end()) return {};
  const std::string_view value = trimmed(found->value);
  return value.size() > longest_field ? shown_to_people(value) : std::string(value);
}

Fields fields_of(const std::vector<http::Parameter>& parameters) {
  Fields fields{value_of(parameters, "nilai"), value_of(parameters, "tahun"), value_of(parameters, "tercetak")};
  fields.is_asked = !fields.score.empty() || !fields.year.empty() || !fields.printed.empty();
  return fields;
}

// "91,70" as a person in Indonesia writes it; a text that also has a point stays as it is.
std::string with_point(std::string text) {
  const bool has_point = text.find('.') != std::string::npos;
  if (!has_point && std::count(text.begin(), text.end(), ',') == 1) std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

void read_score(const Fields& fields, const Round* round, Question& question) {
  question.row.score_text = with_point(fields.score);
  const auto score = parse_decimal(question.row.score_text);
  if (!score) {
    question.score_problem = describe(score.error(), fields.score);
    return;
  }
  question.row.score = *score;
  if (round == nullptr || scoring::on_scale(*round->instrument, *score)) return;
  const std::string least = plain(round->instrument->scale_min);
  const std::string greatest = plain(round->instrument->scale_max);
  question.score_problem = {fmt::format("nilai harus antara {} dan {}", least, greatest),
                            fmt::format("the score must lie between {} and {}", least, greatest)};
}

const Round* read_year(const Fields& fields, const Rounds& rounds, Question& question) {
  question.row.year_text = fields.year;
  const auto year = read_year_text(fields.year);
  const Round* round = year ? rounds.of_year(year->year) : nullptr;
  if (round == nullptr) {
    const Words years = rounds.years();
    question.year_problem = {fmt::format("pilih tahun yang punya penilaian: {}", years.id),
                             fmt::format("choose a year that has an assessment: {}", years.en)};
    return nullptr;
  }
  question.row.year = year->year;
  question.row.year_note = year->note;
  return round;
}

Question question_of(const Fields& fields, const Rounds& rounds) {
  Question question;
  read_score(fields, read_year(fields, rounds, question), question);
  question.row.category_text = fields.printed;
  return question;
}

void errors(Writer& w, const Question& question) {
  std::vector<html::FieldError> all;
  if (!question.score_problem.empty()) all.push_back({"nilai", question.score_problem});
  if (!question.year_problem.empty()) all.push_back({"tahun", question.year_problem});
  html::error_summary(w, all);
}

void form(Writer& w, const Fields& fields, const Question& question) {
  const Question nothing;
  const Question& wrong = fields.is_asked ? question : nothing;
  w.form({{"class", "stack"}, {"method", "get"}, {"action", w.url(check_path)}}, [&] {
    html::field_row(w, [&] {
      html::text_field(w, {.field = {.id = "nilai",
                                     .name = "nilai",
                                     .label = Text::check_score,
                                     .hint = Text::check_score_hint,
                                     .error = wrong.score_problem,
                                     .required = true},
                           .value = fields.score,
                           .autocomplete = "off",
                           .inputmode = "decimal"});
      html::text_field(w, {.field = {.id = "tahun",
                                     .name = "tahun",
                                     .label = Text::check_year,
                                     .hint = Text::check_year_hint,
                                     .error = wrong.year_problem,
                                     .required = true},
                           .value = fields.year,
                           .autocomplete = "off",
                           .inputmode = "numeric"});
      html::text_field(w, {.field = {.id = "tercetak",
                                     .name = "tercetak",
                                     .label = Text::check_printed,
                                     .hint = Text::check_printed_hint},
                           .value = fields.printed,
                           .autocomplete = "off"});
    });
    html::button_row(w, [&] { html::submit_button(w, {.label = Text::check_submit}, html::Icon::shield_check); });
  });
}

// Whether what was printed agrees with the rule, in a box of its own.
void comparison(Writer& w, const PublishedRow& row, const Verdict& verdict) {
  if (!verdict.compared) return;
  if (verdict.mismatches.empty()) {
    return html::alert(w, {.kind = html::AlertKind::success, .title = Text::check_agrees},
                       [&] { w.p(say(Text::check_agrees_body, row.category_text)); });
  }
  html::alert(w, {.kind = html::AlertKind::warning, .title = Text::check_contradicts},
              [&] { contradiction(w, row, verdict); });
}

void answer(Writer& w, const PublishedRow& row, const Rounds& rounds) {
  const Verdict verdict = judge(row, rounds);
  const instrument::Instrument& method = *verdict.instrument;
  const scoring::Classification& result = *verdict.classification;
  const std::vector<html::ChartBand> bands = chart_bands(method, w.language());
  const std::string year = year_text(row, w.language());
  const std::string category = category_text(*result.band, w.language());
  html::section(w, {.title = say(Text::check_answer, w.decimal(row.score_text), year), .id = "jawaban"}, [&] {
    html::stack(w, [&] {
      comparison(w, row, verdict);
      html::card(w, {}, [&] {
        w.p([&] { band_badges(w, method, *result.band); });
        html::bullet(w, {.label = year,
                         .value = result.score,
                         .tone = tone_of(verdict),
                         .bands = bands,
                         .summary = say(Text::government_one_figure, w.decimal(result.score), year, category)});
        bands_table(w, method);
      });
      w.p({{"class", "small"}}, [&] {
        w.text(Text::government_method);
        w.text(" ");
        w.a({{"href", w.url("/instrumen/" + method.id())}}, method.title);
      });
    });
  });
}

std::string address_of(const Fields& fields) {
  if (!fields.is_asked) return std::string(check_path);
  return fmt::format("{}?nilai={}&tahun={}&tercetak={}", check_path, http::percent_encoded(fields.score),
                     http::percent_encoded(fields.year), http::percent_encoded(fields.printed));
}

}  // namespace

std::string check_page(const Rounds& rounds, Language language, const std::vector<http::Parameter>& parameters) {
  const Fields fields = fields_of(parameters);
  const Question question = question_of(fields, rounds);
  return html::document({.language = language,
                         .path = address_of(fields),
                         .title = std::string(text(language, Text::check_title)),
                         .description = std::string(text(language, Text::check_lead)),
                         .section = html::Section::score},
                        [&](Writer& w) {
                          html::page_header(w, {.title = Text::check_title, .lead = Text::check_lead});
                          if (fields.is_asked) errors(w, question);
                          html::card(w, {}, [&] { form(w, fields, question); });
                          if (fields.is_asked && question.is_clear()) answer(w, question.row, rounds);
                        });
}

}  // namespace prima::publication
