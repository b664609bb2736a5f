#include "catalogue/service_page.h"

#include <algorithm>
#include <vector>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/service_linked_data_api.h"
#include "catalogue/service_page_parts.h"
#include "catalogue/standard_summary.h"
#include "html/alert.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/text.h"
#include "http/percent.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

std::string path_of(const ServicePage& page) {
  return page.earlier != nullptr ? edition_path(page.service, page.earlier->number) : service_path(page.service);
}

std::string case_path(const ServicePage& page, std::string_view key) {
  return key.empty() ? path_of(page) : path_of(page) + "?kasus=" + http::percent_encoded(key);
}

void write_old_edition_alert(Writer& w, const ServicePage& page) {
  const std::string number = w.count(page.earlier->number);
  html::alert(w, {.kind = html::AlertKind::warning, .title = say(Text::service_old_title, number)}, [&] {
    w.p([&] {
      w.text(Text::service_old_body);
      w.text(" ");
      w.a({{"href", w.url(service_path(page.service))}}, Text::service_old_link);
    });
  });
}

void write_cases(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  if (standard.cases.size() < 2) return;
  std::vector<html::TabLink> tabs = {
      {.label = Text::service_all_cases, .path = case_path(page, {}), .current = page.case_key.empty()}};
  for (const Case& one : standard.cases)
    tabs.push_back(
        {.label = one.name.in(w.language()), .path = case_path(page, one.key), .current = page.case_key == one.key});
  html::link_tabs(w, Text::service_cases, tabs);
}

// The time and fee of the chosen case only.
Standard narrowed(const Standard& standard, std::string_view case_key) {
  Standard chosen;
  chosen.fees.state = standard.fees.state;
  const auto is_wanted = [&](const std::string& key) { return case_key.empty() || key == case_key; };
  const auto copy = [&](const auto& from, auto& to) {
    for (const auto& row : from)
      if (is_wanted(row.case_key)) to.push_back(row);
    if (!to.empty()) return;
    for (const auto& row : from)
      if (row.case_key.empty()) to.push_back(row);
  };
  copy(standard.time, chosen.time);
  copy(standard.fees.rows, chosen.fees.rows);
  return chosen;
}

void write_at_a_glance(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  const Standard chosen = narrowed(standard, page.case_key);
  const Words time = time_summary(chosen);
  const Words fee = fee_summary(chosen);
  const std::string count = w.count(static_cast<std::int64_t>(requirement_count(standard, page.case_key)));
  const bool is_free = standard.fees.state == FeeState::free;
  html::stats(w, {{.label = Text::service_time, .value = time, .note = Text::service_time_note},
                  {.label = Text::service_fee,
                   .value = fee,
                   .note = is_free                                       ? Text::service_fee_free_note
                           : standard.fees.state == FeeState::not_stated ? Text::service_fee_missing_note
                                                                         : Text::service_fee_note,
                   .tone = is_free ? html::Tone::top : html::Tone::neutral},
                  {.label = Text::service_bring, .value = count, .note = Text::service_bring_note}});
}

void write_header(Writer& w, const ServicePage& page) {
  const Standard& standard = standard_of(page);
  const PublicService& one = page.service;
  html::breadcrumb(w,
                   {{.label = Text::portal_title, .path = std::string(portal_path)},
                    {.label = one.unit->name, .path = unit_path(*one.institution, *one.unit)}},
                   [&] { write_local(w, standard.title); });
  html::page_header(w, {.eyebrow = say(Text::portal_unit_of, one.unit->name, one.institution->name),
                        .title = [&] { write_local(w, standard.title); },
                        .lead = [&] { write_local(w, standard.description); }});
  if (!standard.audience.empty()) {
    w.p({{"class", "service-audience"}}, [&] {
      w.strong(Text::service_audience);
      w.text(" ");
      write_local(w, standard.audience);
    });
  }
}

void write_main(Writer& w, const ServicePage& page) {
  write_header(w, page);
  w.div({{"class", "stack service-page"}}, [&] {
    if (page.earlier != nullptr) write_old_edition_alert(w, page);
    write_cases(w, page);
    write_at_a_glance(w, page);
    if (page.earlier == nullptr) write_promise(w, page);
    html::columns(w, html::Columns::main_and_aside, [&] {
      html::stack(w, [&] {
        write_requirements(w, page);
        write_steps(w, page);
        write_times(w, page);
        write_fees(w, page);
        write_products(w, page);
      });
      html::stack(w, [&] {
        write_place(w, page);
        write_complaints(w, page);
        write_sharing(w, page);
      });
    });
    write_charter(w, page);
    write_background(w, page);
    write_history(w, page);
  });
}

}  // namespace

const Edition* shown_edition(std::span<const Edition> editions, int number) {
  const auto found = std::find_if(editions.begin(), editions.end(), [&](const Edition& one) {
    return one.number == number && (one.state == EditionState::published || one.state == EditionState::withdrawn);
  });
  return found == editions.end() ? nullptr : &*found;
}

std::string service_page(Language language, const ServicePage& page) {
  ServicePage shown = page;
  const std::vector<Case>& cases = standard_of(page).cases;
  if (std::none_of(cases.begin(), cases.end(), [&](const Case& one) { return one.key == page.case_key; }))
    shown.case_key = {};
  const Standard& standard = standard_of(shown);
  const PublicService& one = page.service;
  html::Page frame = {.language = language,
                      .path = case_path(shown, shown.case_key),
                      .title = standard.title.in(language) + " · " + one.unit->name,
                      .description = standard.description.in(language),
                      .section = portal_section};
  if (page.earlier == nullptr) {
    frame.alternates = {{"application/ld+json", linked_data_path(one), {}},
                        {"application/json", service_api_path(one), {}}};
    frame.linked_data = service_schema_org(one, page.origin, language);
  }
  return html::document(frame, [&](Writer& w) { write_main(w, shown); });
}

}  // namespace prima::catalogue
