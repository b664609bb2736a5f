#include <algorithm>
#include <vector>

#include "catalogue/edition_rules.h"
#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/service_page_parts.h"
#include "catalogue/standard_items.h"
#include "catalogue/standard_summary.h"
#include "catalogue/standard_words.h"
#include "html/alert.h"
#include "html/card.h"
#include "html/disclosure.h"
#include "html/form.h"
#include "html/lists.h"
#include "html/table.h"
#include "html/text.h"

// What a standard rests on and what became of it.
namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

// The parts of a standard that an applicant seldom asks for, in the law's order.
constexpr Component background[] = {Component::legal_basis, Component::facilities,  Component::competence,
                                    Component::staff,       Component::supervision, Component::safety_guarantee,
                                    Component::evaluation};

void write_item(Writer& w, const StandardItem& item) {
  w.li([&] {
    write_local(w, item.name);
    for (const Facet& facet : item.facets) {
      w.small([&] {
        w.text(facet.label);
        w.text(": ");
        write_local(w, facet.value);
      });
    }
  });
}

void write_component(Writer& w, const Standard& standard, Component component) {
  const std::vector<StandardItem> items = items_of(standard, component);
  html::disclosure(w, {.summary = words(component)}, [&] {
    if (items.empty()) return w.p(Text::service_not_stated);
    w.ul({{"class", "plain-list"}}, [&] {
      for (const StandardItem& item : items) write_item(w, item);
    });
  });
}

bool was_public(const Edition& edition) {
  return edition.valid_from && (edition.state == EditionState::published || edition.state == EditionState::withdrawn);
}

// Those that were ever public, the newest first.
std::vector<const Edition*> public_editions(const ServicePage& page) {
  std::vector<const Edition*> all;
  for (const Edition& one : page.editions)
    if (was_public(one)) all.push_back(&one);
  std::reverse(all.begin(), all.end());
  return all;
}

void write_answer(Writer& w, const ServicePage& page) {
  const std::string day = w.date(*page.asked_day);
  const Edition* found = valid_on(page.editions, *page.asked_day);
  if (found == nullptr) {
    return html::alert(w, {.title = say(Text::service_asked_none, day)}, [&] { w.p(Text::service_asked_none_body); });
  }
  const Words fee = fee_summary(found->standard);
  const Words time = time_summary(found->standard);
  html::alert(w, {.title = say(Text::service_asked, day, fee)}, [&] {
    w.p([&] {
      w.text(say(Text::service_asked_body, time, w.count(found->number)));
      w.text(" ");
      w.a({{"href", w.url(edition_path(page.service, found->number))}}, Text::service_asked_link);
    });
  });
}

void write_question(Writer& w, const ServicePage& page) {
  w.form({{"method", "get"}, {"action", w.url(service_path(page.service)) + "#riwayat"}}, [&] {
    html::field_row(w, [&] {
      const std::string value = page.asked_day ? iso(*page.asked_day) : std::string();
      html::text_field(w, {.field = {.id = "tanggal", .name = "tanggal", .label = Text::service_ask_day},
                           .value = value,
                           .type = "date"});
      html::submit_button(w, {.label = Text::service_ask, .kind = html::ButtonKind::secondary});
    });
  });
}

void write_editions(Writer& w, const ServicePage& page, const std::vector<const Edition*>& editions) {
  const std::vector<std::optional<Date>> ends = last_days(page.editions);
  html::table(w,
              {.caption = Text::service_editions,
               .caption_hidden = true,
               .columns = {{Text::service_edition},
                           {Text::service_valid_from},
                           {Text::service_valid_until},
                           {Text::service_fee},
                           {Text::service_decree}}},
              [&](html::TableRows& rows) {
                for (const Edition* one : editions) {
                  rows.row([&](html::TableRow& row) {
                    row.header([&] {
                      const std::string number = w.count(one->number);
                      w.a({{"href", w.url(edition_path(page.service, one->number))}},
                          say(Text::service_edition_number, number));
                    });
                    row.cell(w.date(*one->valid_from));
                    const auto end = ends[static_cast<std::size_t>(one - page.editions.data())];
                    if (end) {
                      row.cell(w.date(*end));
                    } else {
                      row.cell(Text::service_still_valid);
                    }
                    row.cell(fee_summary(one->standard));
                    if (one->decree.number.empty()) {
                      row.none();
                    } else {
                      row.cell(one->decree.number);
                    }
                  });
                }
              });
}

}  // namespace

void write_charter(Writer& w, const ServicePage& page) {
  const ServiceGuarantee& charter = standard_of(page).service_guarantee;
  if (charter.promise.empty() && charter.compensation.empty()) return;
  html::card(w, {.title = Text::service_charter}, [&] {
    w.blockquote({{"class", "charter"}}, [&] { w.p([&] { write_local(w, charter.promise); }); });
    if (charter.compensation.empty()) return;
    w.p([&] {
      w.strong(Text::service_compensation);
      w.text(" ");
      write_local(w, charter.compensation);
    });
  });
}

void write_background(Writer& w, const ServicePage& page) {
  html::card(w, {.title = Text::service_standard}, [&] {
    const Edition& edition = edition_of(page);
    w.p([&] {
      const std::string number = w.count(edition.number);
      w.text(say(Text::service_edition_number, number));
      if (edition.valid_from) {
        w.text(" · ");
        w.text(say(Text::service_valid_since, w.date(*edition.valid_from)));
      }
      if (!edition.decree.number.empty()) {
        w.text(" · ");
        w.text(say(Text::service_decree_of, edition.decree.number));
        if (edition.decree.date) w.text(", " + w.date(*edition.decree.date));
        if (!edition.decree.signed_by.empty()) w.text(", ");
        write_local(w, edition.decree.signed_by);
      }
    });
    w.div([&] {
      for (const Component component : background) write_component(w, edition.standard, component);
    });
  });
}

void write_history(Writer& w, const ServicePage& page) {
  const std::vector<const Edition*> editions = public_editions(page);
  if (editions.empty()) return;
  w.section({{"id", "riwayat"}, {"class", "service-history"}}, [&] {
    html::card(w, {.title = Text::service_history}, [&] {
      if (page.asked_day) write_answer(w, page);
      write_question(w, page);
      write_editions(w, page, editions);
    });
  });
}

}  // namespace prima::catalogue
