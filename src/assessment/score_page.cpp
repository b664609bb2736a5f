#include "assessment/score_page.h"

#include "assessment/instrument_page_parts.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::assessment {

using html::Text;
using html::Writer;
using instrument::Instrument;
using Instruments = std::vector<const Instrument*>;

namespace {

constexpr std::string_view file_field_id = "berkas";

// What an assistive technology reads with the file field: the first thing that is wrong.
std::string first_problem(const Writer& w, const Findings& findings) {
  return findings.empty() ? std::string() : findings.front().message.in(w.language());
}

void problems(Writer& w, const Findings& findings) {
  std::vector<std::string> lines;
  lines.reserve(findings.size());
  for (const Finding& finding : findings) lines.push_back(to_text(finding, w.language()));
  std::vector<html::FieldError> errors;
  errors.reserve(lines.size());
  for (const std::string& line : lines) errors.push_back({std::string(file_field_id), line});
  html::error_summary(w, errors);
  if (!findings.empty()) w.p(Text::score_fix);
}

void form(Writer& w, const Instruments& instruments, const ScoreForm& sent) {
  std::vector<html::Option> options;
  options.reserve(instruments.size() + 1);
  for (const Instrument* one : instruments) options.push_back({one->id(), one->title});
  options.push_back({std::string(survey_choice), Text::score_survey_option});
  const std::string problem = first_problem(w, sent.findings);
  w.form(
      {{"method", "post"}, {"action", w.url("/hitung")}, {"enctype", "multipart/form-data"}, {"class", "stack"}}, [&] {
        html::select_field(w,
                           {.id = "instrumen",
                            .name = "instrument",
                            .label = Text::score_instrument,
                            .hint = Text::score_instrument_hint},
                           options, sent.instrument);
        html::file_field(w, {.field = {.id = file_field_id,
                                       .name = "file",
                                       .label = Text::score_file,
                                       .hint = Text::score_file_hint,
                                       .error = problem},
                             .accept = ".csv,text/csv"});
        html::button_row(w, [&] {
          html::submit_button(w, {.label = Text::score_submit, .name = "action", .value = "file"},
                              html::Icon::file_check);
          html::submit_button(
              w,
              {.label = Text::score_sample, .kind = html::ButtonKind::secondary, .name = "action", .value = "sample"});
        });
      });
}

void answers_example(Writer& w) {
  html::table(w,
              {.caption = say(Text::score_table_of, Text::score_format_answers),
               .caption_hidden = true,
               .narrow = html::Table::Narrow::scroll,
               .columns = {{"institution"}, {"unit"}, {"product"}, {"respondent"}, {"indicator"}, {"value"}}},
              [&](html::TableRows& rows) {
                const auto example = [&](const char* indicator, const char* value) {
                  rows.row([&](html::TableRow& row) {
                    row.cell(Text::score_example_place);
                    row.cell(Text::score_example_unit);
                    row.cell("KTP-el");
                    row.cell("r1");
                    row.cell(indicator);
                    row.cell(value);
                  });
                };
                example("in-01", "3");
                example("in-02", "2");
                example("in-03", "NA");
              });
}

void survey_example(Writer& w) {
  std::vector<html::Column> columns = {{"resp"}};
  for (const char* element : {"U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"}) columns.push_back({element, true});
  html::table(w,
              {.caption = say(Text::score_table_of, Text::score_format_survey),
               .caption_hidden = true,
               .narrow = html::Table::Narrow::scroll,
               .columns = std::move(columns)},
              [&](html::TableRows& rows) {
                const auto example = [&](const char* who, const std::string& answers) {
                  rows.row([&](html::TableRow& row) {
                    row.header(who);
                    for (const char answer : answers) row.cell(std::string(1, answer));
                  });
                };
                example("1", "343434334");
                example("2", "443344434");
              });
}

void templates(Writer& w, const Instruments& instruments) {
  std::vector<html::Download> files;
  for (const Instrument* one : instruments) {
    files.push_back({.label = one->title, .path = "/hitung/templat/" + one->id() + ".csv", .format = "CSV"});
  }
  files.push_back({.label = Text::score_survey_option,
                   .path = "/hitung/templat/" + std::string(survey_choice) + ".csv",
                   .format = "CSV"});
  html::downloads(w, files);
}

}  // namespace

std::string score_page(Language language, const Instruments& instruments, const ScoreForm& sent) {
  return html::document({.language = language,
                         .path = "/hitung",
                         .title = std::string(text(language, Text::score_title)),
                         .description = std::string(text(language, Text::score_lead)),
                         .section = html::Section::score},
                        [&](Writer& w) {
                          html::breadcrumb(w, {}, Text::score_title);
                          html::page_header(w, {.title = Text::score_title, .lead = Text::score_lead});
                          html::columns(w, html::Columns::halves, [&] {
                            html::stack(w, [&] {
                              problems(w, sent.findings);
                              html::card(w, {}, [&] { form(w, instruments, sent); });
                            });
                            html::stack(w, [&] {
                              html::card(w, {.title = Text::score_format_answers}, [&] {
                                w.p(Text::score_format_answers_body);
                                answers_example(w);
                              });
                              html::card(w, {.title = Text::score_format_survey}, [&] {
                                w.p(Text::score_format_survey_body);
                                survey_example(w);
                              });
                            });
                          });
                          html::section(
                              w, {.title = Text::score_templates, .lead = Text::score_templates_lead, .id = "templat"},
                              [&] { templates(w, instruments); });
                        });
}

}  // namespace prima::assessment
