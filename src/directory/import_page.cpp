#include "directory/import_page.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "directory/unit_pages.h"
#include "directory/unit_words.h"
#include "html/alert.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::directory {

using html::say;
using html::Text;
using html::Writer;

namespace {

constexpr std::size_t most_shown = 200;

void write_hidden(Writer& w, HiddenFields hidden) {
  for (const auto& [name, value] : hidden) html::hidden_field(w, name, value);
}

void write_form(Writer& w, const Institution& institution, HiddenFields hidden) {
  w.form({{"method", "post"}, {"action", w.url(import_path(institution))}, {"enctype", "multipart/form-data"}}, [&] {
    write_hidden(w, hidden);
    html::file_field(w, {.field = {.id = "berkas",
                                   .name = "file",
                                   .label = Text::directory_import_file,
                                   .hint = Text::directory_import_file_hint,
                                   .required = true},
                         .accept = ".xlsx,.csv,text/csv"});
    html::submit_button(w, {.label = Text::directory_import_preview});
  });
}

// A unit that shows how each column is filled in.
Unit example_unit() {
  using Example = std::pair<UnitField, std::string_view>;
  constexpr std::array<Example, 15> examples = {{
      {UnitField::code, "DISDUKCAPIL"},
      {UnitField::name, "Dinas Kependudukan dan Pencatatan Sipil"},
      {UnitField::kind, "dinas"},
      {UnitField::region, "33.74.10"},
      {UnitField::address, "Jalan Contoh Nomor 1"},
      {UnitField::postcode, "50132"},
      {UnitField::latitude, "-6.914744"},
      {UnitField::longitude, "110.609810"},
      {UnitField::monday, "08:00-12:00, 13:00-16:00"},
      {UnitField::sunday, "tutup"},
      {UnitField::special_days, "2026-12-24 08:00-12:00 (malam Natal)"},
      {UnitField::channels, "loket; web: https://layanan.contoh.go.id"},
      {UnitField::access, "ramp, kursi roda"},
      {UnitField::phone, "+62 24 5550100"},
      {UnitField::email, "layanan@contoh.go.id"},
  }};
  Unit unit;
  for (const auto& [field, text] : examples) set_text(unit, field, text);
  return unit;
}

void write_columns(Writer& w) {
  html::table(w,
              {.caption = Text::directory_import_columns,
               .columns = {{Text::directory_import_column}, {Text::directory_import_example}}},
              [&](html::TableRows& rows) {
                const Unit example = example_unit();
                for (const UnitColumn& column : unit_columns()) {
                  rows.row([&](html::TableRow& row) {
                    row.header(column.words());
                    const std::string text = text_of(example, column.field);
                    text.empty() ? row.none() : row.cell(text);
                  });
                }
              });
}

void write_cut(Writer& w, std::size_t all) {
  if (all > most_shown)
    w.p(say(Text::directory_import_first, w.count(most_shown), w.count(static_cast<std::int64_t>(all))));
}

void write_problems(Writer& w, const ImportPlan& plan) {
  html::table(w,
              {.caption = Text::directory_import_problems,
               .caption_hidden = true,
               .columns = {{Text::directory_import_row, true},
                           {Text::directory_import_column},
                           {Text::directory_import_problem}}},
              [&](html::TableRows& rows) {
                for (std::size_t at = 0; at < std::min(plan.problems.size(), most_shown); ++at) {
                  const ImportProblem& problem = plan.problems[at];
                  rows.row([&](html::TableRow& row) {
                    problem.row == 0 ? row.none() : row.count(problem.row);
                    problem.column.empty() ? row.none() : row.cell(problem.column);
                    row.cell([&] {
                      w.text(problem.message);
                      w.text(" ");
                      if (problem.stops) {
                        html::tag(w, html::Tone::bottom, html::Icon::octagon_alert, Text::directory_import_stops);
                      } else {
                        html::tag(w, html::Tone::neutral, html::Icon::info, Text::directory_import_note);
                      }
                    });
                  });
                }
              });
  write_cut(w, plan.problems.size());
}

void write_new_units(Writer& w, const ImportPlan& plan) {
  std::size_t count = 0;
  html::table(w,
              {.caption = Text::directory_import_new,
               .caption_hidden = true,
               .columns = {{Text::directory_import_row, true},
                           {Text::directory_code},
                           {Text::directory_name},
                           {Text::directory_kind}}},
              [&](html::TableRows& rows) {
                for (const PlannedUnit& planned : plan.units) {
                  if (planned.action != ImportAction::create || ++count > most_shown) continue;
                  rows.row([&](html::TableRow& row) {
                    row.count(planned.row);
                    row.header(planned.unit.code);
                    row.cell(planned.unit.name);
                    row.cell(word_of(planned.unit.kind).words());
                  });
                }
              });
  write_cut(w, count);
}

void write_changes(Writer& w, const ImportPlan& plan) {
  std::size_t count = 0;
  html::table(w,
              {.caption = Text::directory_import_changes,
               .caption_hidden = true,
               .columns = {{Text::directory_import_row, true},
                           {Text::directory_unit},
                           {Text::directory_import_column},
                           {Text::directory_import_before},
                           {Text::directory_import_after}}},
              [&](html::TableRows& rows) {
                for (const PlannedUnit& planned : plan.units) {
                  for (const FieldChange& change : planned.changes) {
                    if (++count > most_shown) continue;
                    rows.row([&](html::TableRow& row) {
                      row.count(planned.row);
                      row.header(planned.unit.code);
                      row.cell(column_of(change.field).words());
                      change.before.empty() ? row.none() : row.cell(change.before);
                      change.after.empty() ? row.none() : row.cell(change.after);
                    });
                  }
                }
              });
  write_cut(w, count);
}

void write_figures(Writer& w, const ImportPlan& plan) {
  const auto figure = [&](std::size_t count) { return w.count(static_cast<std::int64_t>(count)); };
  const std::string created = figure(plan.count(ImportAction::create));
  const std::string changed = figure(plan.count(ImportAction::change));
  const std::string left = figure(plan.count(ImportAction::leave));
  const std::string stopping = figure(plan.stopping());
  html::stats(w, {{.label = Text::directory_import_new, .value = created},
                  {.label = Text::directory_import_changed, .value = changed},
                  {.label = Text::directory_import_left, .value = left},
                  {.label = Text::directory_import_to_mend, .value = stopping}});
}

void write_next_step(Writer& w, const Institution& institution, const ImportPlan& plan, HiddenFields hidden) {
  const bool does_nothing = plan.count(ImportAction::create) + plan.count(ImportAction::change) == 0;
  if (plan.can_be_applied() && !does_nothing) {
    return w.form({{"method", "post"}, {"action", w.url(import_path(institution))}}, [&] {
      write_hidden(w, hidden);
      html::submit_button(w, {.label = Text::directory_import_apply, .name = "apply", .value = "1"});
    });
  }
  html::alert(
      w,
      {.kind = plan.can_be_applied() ? html::AlertKind::info : html::AlertKind::danger,
       .title = plan.can_be_applied() ? Text::directory_import_nothing : Text::directory_import_blocked},
      [&] { w.p(plan.can_be_applied() ? Text::directory_import_nothing_body : Text::directory_import_blocked_body); });
  write_form(w, institution, hidden);
}

}  // namespace

std::string import_path(const Institution& institution) { return "/kelola/unit/" + institution.code + "/impor"; }

std::string unit_table_path(const Institution& institution) { return "/kelola/unit/" + institution.code + "/unit"; }

std::string import_page(Language language, const Institution& institution, HiddenFields hidden,
                        const std::optional<Finding>& refused) {
  return html::document(
      {.language = language,
       .path = import_path(institution),
       .title = Words{"Impor unit layanan", "Import service units"}.in(language)},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::directory_units, units_path(institution)}}, Text::directory_import);
        html::page_header(
            w, {.eyebrow = institution.name, .title = Text::directory_import, .lead = Text::directory_import_lead});
        if (refused) {
          const std::string said = to_text(*refused, language);
          html::alert(w, {.kind = html::AlertKind::danger, .title = Text::directory_import_refused},
                      [&] { w.p(said); });
        }
        write_form(w, institution, hidden);
        html::section(w, {.title = Text::directory_import_format, .lead = Text::directory_import_format_lead},
                      [&] { write_columns(w); });
        const std::string path = unit_table_path(institution);
        const std::vector<html::Download> files = {
            {.label = Text::directory_import_template, .path = path + ".xlsx", .format = "XLSX"},
            {.label = Text::directory_import_template, .path = path + ".csv", .format = "CSV"}};
        html::downloads(w, files);
      });
}

std::string import_preview_page(Language language, const Institution& institution, const ImportPlan& plan,
                                const std::string& file, HiddenFields hidden) {
  return html::document(
      {.language = language,
       .path = import_path(institution),
       .title = Words{"Pratinjau impor", "Import preview"}.in(language)},
      [&](Writer& w) {
        html::breadcrumb(
            w, {{Text::directory_units, units_path(institution)}, {Text::directory_import, import_path(institution)}},
            Text::directory_import_preview_title);
        html::page_header(w, {.eyebrow = file,
                              .title = Text::directory_import_preview_title,
                              .lead = Text::directory_import_preview_lead});
        write_figures(w, plan);
        write_next_step(w, institution, plan, hidden);
        if (!plan.problems.empty())
          html::section(w, {.title = Text::directory_import_problems}, [&] { write_problems(w, plan); });
        if (plan.count(ImportAction::create) > 0)
          html::section(w, {.title = Text::directory_import_new}, [&] { write_new_units(w, plan); });
        if (plan.count(ImportAction::change) > 0)
          html::section(w, {.title = Text::directory_import_changes}, [&] { write_changes(w, plan); });
      });
}

}  // namespace prima::directory
