#include "catalogue/desk_page.h"

#include "catalogue/desk_parts.h"
#include "html/badge.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/pagination.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::catalogue {

using html::Icon;
using html::Text;
using html::Writer;

namespace {

void services_table(Writer& w, const std::string& caption, bool caption_hidden, const DeskService* begin,
                    const DeskService* end) {
  html::table(w,
              {.caption = caption,
               .caption_hidden = caption_hidden,
               .columns = {{Text::desk_service}, {Text::desk_latest_edition}, {Text::desk_completeness, true}}},
              [&](html::TableRows& rows) {
                for (const DeskService* one = begin; one != end; ++one) {
                  rows.row([&](html::TableRow& row) {
                    row.header([&] {
                      w.a({{"href", w.url(desk_service_path(one->service.code))}}, one->service.title.in(w.language()));
                      if (!one->service.offered) {
                        w.text(" ");
                        html::tag(w, html::Tone::low, Icon::circle_x, Text::desk_not_offered);
                      }
                    });
                    row.cell([&] {
                      w.a({{"href", w.url(desk_edition_path(one->service.code, one->number))}},
                          say(Text::desk_edition_number, std::to_string(one->number)));
                      w.text(" ");
                      state_tag(w, one->state);
                    });
                    row.cell(say(Text::desk_of_fourteen, std::to_string(one->complete)));
                  });
                }
              });
}

void waiting_table(Writer& w, const DeskView& view) {
  if (view.waiting.empty()) {
    return html::empty_state(w, {.icon = Icon::circle_check, .title = Text::desk_waiting_none},
                             [&] { w.p(Text::desk_waiting_none_body); });
  }
  html::table(w,
              {.caption = Text::desk_waiting,
               .caption_hidden = true,
               .columns = {{Text::desk_service}, {Text::desk_unit}, {Text::desk_state}, {Text::desk_since}}},
              [&](html::TableRows& rows) {
                for (const DeskWaiting& one : view.waiting) {
                  const WaitingEdition& edition = one.edition;
                  rows.row([&](html::TableRow& row) {
                    row.header([&] {
                      w.a({{"href", w.url(desk_edition_path(edition.service.code, edition.number))}},
                          edition.service.title.in(w.language()));
                    });
                    row.cell(one.unit_name);
                    row.cell([&] { state_tag(w, edition.state); });
                    row.cell(w.date(day_in(view.zone, edition.since)));
                  });
                }
              });
}

void links(Writer& w, const DeskView& view) {
  html::columns(w, html::Columns::cards, [&] {
    if (view.services)
      html::link_card(w, {.title = Text::desk_services,
                          .body = Text::desk_services_body,
                          .path = std::string(desk_services_path),
                          .icon = Icon::file_text});
    if (view.completeness)
      html::link_card(w, {.title = Text::desk_completeness,
                          .body = Text::desk_completeness_body,
                          .path = std::string(desk_completeness_path),
                          .icon = Icon::scale});
    if (view.units)
      html::link_card(
          w,
          {.title = Text::desk_units, .body = Text::desk_units_body, .path = "/kelola/unit", .icon = Icon::building});
    if (view.people)
      html::link_card(
          w,
          {.title = Text::desk_people, .body = Text::desk_people_body, .path = "/kelola/orang", .icon = Icon::users});
    if (view.permissions)
      html::link_card(w, {.title = Text::desk_permissions,
                          .body = Text::desk_permissions_body,
                          .path = "/kelola/izin",
                          .icon = Icon::shield_check});
    if (view.journal)
      html::link_card(
          w,
          {.title = Text::desk_journal, .body = Text::desk_journal_body, .path = "/jurnal", .icon = Icon::list_tree});
    html::link_card(
        w,
        {.title = Text::desk_calendar, .body = Text::desk_calendar_body, .path = "/kalender", .icon = Icon::calendar});
  });
}

}  // namespace

std::string desk_page(Language language, const DeskView& view) {
  return html::document(
      {.language = language, .path = std::string(desk_path), .title = std::string(text(language, Text::desk_title))},
      [&](Writer& w) {
        html::page_header(w, {.eyebrow = view.institution_name,
                              .title = Text::desk_title,
                              .lead = say(Text::desk_lead, view.person_name)});
        if (view.services) {
          html::section(w, {.title = Text::desk_waiting, .id = "menunggu"}, [&] { waiting_table(w, view); });
          if (view.has_units) {
            html::section(w, {.title = Text::desk_mine, .id = "layanan"}, [&] {
              if (view.mine.empty()) return w.p(Text::desk_mine_none);
              services_table(w, w.plain(html::Content(Text::desk_mine)), true, view.mine.data(),
                             view.mine.data() + view.mine.size());
            });
          } else {
            html::section(w, {.title = Text::desk_drafts, .id = "rancangan"}, [&] {
              if (view.drafts.empty()) return w.p(Text::desk_drafts_none);
              services_table(w, w.plain(html::Content(Text::desk_drafts)), true, view.drafts.data(),
                             view.drafts.data() + view.drafts.size());
            });
          }
        }
        html::section(w, {.title = Text::desk_links, .id = "tautan"}, [&] { links(w, view); });
      });
}

std::string desk_services_page(Language language, const DeskServicesView& view) {
  return html::document(
      {.language = language,
       .path = std::string(desk_services_path),
       .title = std::string(text(language, Text::desk_services))},
      [&](Writer& w) {
        html::breadcrumb(w, {{Text::desk_title, std::string(desk_path)}}, Text::desk_services);
        html::page_header(w, {.eyebrow = view.institution_name,
                              .title = Text::desk_services,
                              .lead = say(Text::desk_services_count, w.count(static_cast<std::int64_t>(view.count))),
                              .aside = [&] {
                                if (view.may_create)
                                  html::button_link(w, Text::desk_new_service, desk_new_service_path,
                                                    html::ButtonKind::primary);
                              }});
        html::stack(w, [&] {
          write_desk_notice(w, view.notice);
          if (view.services.empty()) {
            html::empty_state(w, {.icon = Icon::file_text, .title = Text::desk_services_none},
                              [&] { w.p(Text::desk_services_none_body); });
          }
          for (std::size_t i = 0; i < view.services.size();) {
            std::size_t end = i;
            while (end < view.services.size() && view.services[end].service.unit == view.services[i].service.unit)
              ++end;
            services_table(w, view.services[i].unit_name, false, view.services.data() + i, view.services.data() + end);
            i = end;
          }
          html::pagination(w, {.page = view.page, .pages = view.pages, .link = [](std::int64_t page) {
                                 return std::string(desk_services_path) + "?halaman=" + std::to_string(page);
                               }});
        });
      });
}

}  // namespace prima::catalogue
