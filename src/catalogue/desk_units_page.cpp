#include "catalogue/desk_units_page.h"

#include <array>

#include "catalogue/desk_parts.h"
#include "directory/import_page.h"
#include "directory/unit_form.h"
#include "directory/unit_words.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/table.h"
#include "html/text.h"
#include "http/percent.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

void standing_tag(Writer& w, directory::Status status) {
  switch (status) {
    case directory::Status::active:
      return html::tag(w, html::Tone::top, html::Icon::circle_check, Text::desk_unit_active);
    case directory::Status::merged:
      return html::tag(w, html::Tone::neutral, html::Icon::link, Text::desk_unit_merged);
    case directory::Status::closed:
      return html::tag(w, html::Tone::low, html::Icon::circle_x, Text::desk_unit_closed);
  }
}

void units_table(Writer& w, const DeskUnitsView& view) {
  html::table(
      w,
      {.caption = Text::desk_units,
       .caption_hidden = true,
       .columns = {{Text::desk_unit_name}, {Text::desk_unit_code}, {Text::desk_unit_kind}, {Text::desk_unit_standing}}},
      [&](html::TableRows& rows) {
        for (const directory::KnownUnit& known : view.units) {
          const Words kind = directory::word_of(known.unit.kind).words();
          rows.row([&](html::TableRow& row) {
            row.header([&] {
              w.a({{"href", w.url(directory::edit_unit_path(view.institution, known.unit))}}, known.unit.name);
            });
            row.cell(known.unit.code);
            row.cell(kind);
            row.cell([&] { standing_tag(w, known.unit.standing.status); });
          });
        }
      });
}

void whole_directory(Writer& w, const DeskUnitsView& view) {
  const std::string table = directory::unit_table_path(view.institution);
  const std::array<html::Download, 2> files{
      {{.label = Text::desk_unit_export, .path = table + ".xlsx", .format = "XLSX"},
       {.label = Text::desk_unit_export, .path = table + ".csv", .format = "CSV"}}};
  html::downloads(w, files);
}

}  // namespace

std::string desk_units_page(Language language, const DeskUnitsView& view) {
  return html::document(
      {.language = language, .path = "/kelola/unit", .title = std::string(text(language, Text::desk_units))},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::desk_title, std::string(desk_path)}}, Text::desk_units);
        html::page_header(w, {.eyebrow = view.institution.name,
                              .title = Text::desk_units,
                              .lead = say(Text::desk_units_lead, w.count(static_cast<std::int64_t>(view.count))),
                              .aside = [&] {
                                if (!view.whole) return;
                                html::button_row(w, [&] {
                                  html::button_link(w, Text::desk_unit_new, directory::new_unit_path(view.institution),
                                                    html::ButtonKind::primary);
                                  html::button_link(w, Text::desk_unit_import,
                                                    directory::import_path(view.institution));
                                });
                              }});
        html::stack(w, [&] {
          if (view.units.empty()) {
            html::empty_state(w, {.icon = html::Icon::building, .title = Text::desk_units_none},
                              [&] { w.p(Text::desk_units_none_body); });
          } else {
            units_table(w, view);
          }
          html::pagination(w, {.page = view.page, .pages = view.pages, .link = [&](std::int64_t page) {
                                 return "/kelola/unit?instansi=" + http::percent_encoded(view.institution.code) +
                                        "&halaman=" + std::to_string(page);
                               }});
          if (view.whole) whole_directory(w, view);
        });
      });
}

}  // namespace prima::catalogue
