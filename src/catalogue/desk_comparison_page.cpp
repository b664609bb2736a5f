#include "catalogue/desk_parts.h"
#include "catalogue/desk_service_page.h"
#include "catalogue/edition_diff.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

html::Tone tone_of(ChangeKind kind) {
  return kind == ChangeKind::added     ? html::Tone::good
         : kind == ChangeKind::removed ? html::Tone::bottom
                                       : html::Tone::middle;
}

html::Icon icon_of(ChangeKind kind) {
  return kind == ChangeKind::added     ? html::Icon::check
         : kind == ChangeKind::removed ? html::Icon::x
                                       : html::Icon::pencil;
}

void side(Writer& w, const Change& change, bool before) {
  const bool silent = (change.kind == ChangeKind::added && before) || (change.kind == ChangeKind::removed && !before);
  if (silent) return w.text("–");
  for (const FacetChange& facet : change.facets) {
    const LocalText& value = before ? facet.before : facet.after;
    w.div([&] {
      w.span({{"class", "small"}}, facet.label);
      w.text(": ");
      w.text(value.empty() ? std::string("–") : value.in(w.language()));
    });
  }
  if (change.facets.empty()) w.text(change.name.in(w.language()));
}

void part_table(Writer& w, const PartDiff& part, const EditionDiff& diff) {
  const std::string before = w.plain(say(Text::desk_edition_number, std::to_string(diff.before)));
  const std::string after = w.plain(say(Text::desk_edition_number, std::to_string(diff.after)));
  html::table(w, {.caption = part.name, .columns = {{Text::desk_change}, {before}, {after}}},
              [&](html::TableRows& rows) {
                for (const Change& change : part.changes) {
                  rows.row([&](html::TableRow& row) {
                    row.header([&] {
                      w.text(change.name.in(w.language()));
                      w.text(" ");
                      html::tag(w, tone_of(change.kind), icon_of(change.kind), words(change.kind));
                    });
                    row.cell([&] { side(w, change, true); });
                    row.cell([&] { side(w, change, false); });
                  });
                }
              });
}

}  // namespace

std::string desk_comparison_page(Language language, const DeskComparison& comparison) {
  const std::string& code = comparison.service.code;
  const EditionDiff diff = diff_editions(comparison.before, comparison.after);
  const std::string path =
      desk_service_path(code) + "/banding?a=" + std::to_string(diff.before) + "&b=" + std::to_string(diff.after);
  return html::document(
      {.language = language, .path = path, .title = std::string(text(language, Text::desk_compare))}, [&](Writer& w) {
        const std::string title = comparison.service.title.in(language);
        html::breadcrumb(w,
                         {{Text::desk_title, std::string(desk_path)},
                          {Text::desk_services, std::string(desk_services_path)},
                          {title, desk_service_path(code)}},
                         Text::desk_compare);
        html::page_header(w, {.eyebrow = title, .title = Text::desk_compare, .lead = summary(diff)});
        html::stack(w, [&] {
          if (diff.change_count() == 0)
            html::empty_state(w, {.icon = html::Icon::check, .title = Text::desk_compare_same},
                              [&] { w.p(Text::desk_compare_same_body); });
          for (const PartDiff& part : diff.parts)
            if (!part.changes.empty()) part_table(w, part, diff);
          html::button_row(w, [&] { html::button_link(w, Text::desk_back_to_service, desk_service_path(code)); });
        });
      });
}

}  // namespace prima::catalogue
