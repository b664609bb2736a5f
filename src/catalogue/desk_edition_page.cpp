#include "catalogue/desk_edition_page.h"

#include "catalogue/edition_diff.h"
#include "catalogue/edition_form.h"
#include "catalogue/standard_words.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/table.h"
#include "html/text.h"
#include "identity/csrf_rules.h"

namespace prima::catalogue {

using html::Text;
using html::Writer;

namespace {

std::string path_of(const DeskEdition& view) {
  return desk_edition_path(view.service.code, view.stored.edition.number);
}

html::Page frame(Language language, const DeskEdition& view) {
  return {.language = language, .path = path_of(view), .title = view.stored.edition.standard.title.in(language)};
}

void head(Writer& w, const DeskEdition& view) {
  const std::string number = std::to_string(view.stored.edition.number);
  const std::string title = view.service.title.in(w.language());
  html::breadcrumb(w,
                   {{Text::desk_title, std::string(desk_path)},
                    {Text::desk_services, std::string(desk_services_path)},
                    {title, desk_service_path(view.service.code)}},
                   say(Text::desk_edition_number, number));
  html::page_header(w, {.eyebrow = view.unit_name,
                        .title =
                            [&] {
                              w.text(title);
                              w.text(", ");
                              w.text(say(Text::desk_edition_number_small, number));
                            },
                        .aside = [&] { state_tag(w, view.stored.edition.state); }});
}

// What publication asks for besides the components, which have a list of their own.
void before_publication(Writer& w, const Edition& edition) {
  if (edition.state == EditionState::published || edition.state == EditionState::withdrawn) return;
  Findings missing = what_is_missing_for(EditionState::published, edition);
  std::erase_if(missing, [](const Finding& finding) { return finding.code == "component_missing"; });
  if (missing.empty()) return;
  html::alert(w, {.kind = html::AlertKind::info, .title = Text::desk_before_publication}, [&] {
    w.ul([&] {
      for (const Finding& finding : missing) w.li(finding.message);
    });
  });
}

void below(Writer& w, const DeskEdition& view, const Edition& edition, bool is_form, bool saved = true) {
  const Standard& standard = edition.standard;
  html::section(w, {.title = Text::desk_steps, .id = "langkah"}, [&] {
    before_publication(w, edition);
    if (saved) return write_moves(w, view.moves);
    w.p(Text::desk_save_first);
  });
  html::section(w, {.title = Text::desk_completeness, .lead = Text::desk_completeness_lead, .id = "kelengkapan"},
                [&] { write_completeness(w, standard, is_form); });
  html::section(w, {.title = Text::desk_plain, .lead = Text::desk_plain_lead, .id = "bahasa"},
                [&] { write_plain_advice(w, view.plain); });
}

// What somebody else stored against what was typed.
void conflict_table(Writer& w, const Edition& stored, const Edition& typed) {
  const EditionDiff diff = diff_editions(stored, typed);
  html::table(w,
              {.caption = Text::desk_conflict_caption,
               .columns = {{Text::desk_change}, {Text::desk_conflict_stored}, {Text::desk_conflict_typed}}},
              [&](html::TableRows& rows) {
                for (const PartDiff& part : diff.parts) {
                  for (const Change& change : part.changes) {
                    rows.row([&](html::TableRow& row) {
                      const auto side = [&](bool before) {
                        for (const FacetChange& facet : change.facets) {
                          const LocalText& value = before ? facet.before : facet.after;
                          w.div([&] {
                            w.text(facet.label);
                            w.text(": ");
                            w.text(value.empty() ? std::string("–") : value.in(w.language()));
                          });
                        }
                      };
                      row.header([&] {
                        w.text(part.name);
                        w.text(": ");
                        w.text(change.name.in(w.language()));
                      });
                      row.cell([&] { side(true); });
                      row.cell([&] { side(false); });
                    });
                  }
                }
              });
}

void conflict(Writer& w, const DeskEdition& view, const EditionFormView& form) {
  html::alert(w, {.kind = html::AlertKind::warning, .title = Text::desk_conflict},
              [&] { w.p(Text::desk_conflict_body); });
  if (form.typed_now) conflict_table(w, view.stored.edition, *form.typed_now);
}

void problems(Writer& w, const EditionFormView& form) {
  std::vector<html::FieldError> errors;
  for (const Finding& finding : form.problems)
    errors.push_back({field_id(field_of_finding(finding.file)), finding.message});
  html::error_summary(w, errors);
}

void save_row(Writer& w) {
  html::button_row(w, [&] { html::submit_button(w, {.label = Text::desk_save, .name = "aksi", .value = "simpan"}); });
}

}  // namespace

std::string desk_edition_page(Language language, const DeskEdition& view) {
  return html::document(frame(language, view), [&](Writer& w) {
    head(w, view);
    html::stack(w, [&] {
      write_desk_notice(w, view.notice);
      write_refusal(w, view.refused);
      write_edition(w, view.stored.edition);
    });
    below(w, view, view.stored.edition, false);
  });
}

std::string edition_form_page(Language language, const DeskEdition& view, const EditionFormView& form) {
  const Edition& shown = form.typed_now ? *form.typed_now : view.stored.edition;
  return html::document(frame(language, view), [&](Writer& w) {
    head(w, view);
    html::stack(w, [&] {
      write_desk_notice(w, view.notice);
      write_refusal(w, view.refused);
      if (form.conflict) conflict(w, view, form);
      problems(w, form);
      if (!form.saved && !form.conflict)
        html::alert(w, {.kind = html::AlertKind::info}, [&] { w.p(Text::desk_not_saved); });
      completeness_meter(w, complete_components(shown.standard));
      w.form({{"method", "post"},
              {"action", w.url(path_of(view))},
              {"class", "stack"},
              {"novalidate", true},
              {"autocomplete", "off"}},
             [&] {
               html::hidden_field(w, identity::csrf_field, view.moves.csrf);
               html::hidden_field(w, "versi", std::to_string(form.version));
               save_row(w);
               write_edition_fields(w, {.typed = form.typed,
                                        .problems = form.problems,
                                        .path = path_of(view),
                                        .made_from = find_template(view.service.template_key)});
               save_row(w);
             });
    });
    below(w, view, shown, true, form.saved);
  });
}

}  // namespace prima::catalogue
