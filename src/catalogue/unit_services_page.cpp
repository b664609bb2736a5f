#include "catalogue/unit_services_page.h"

#include <span>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/portal_query.h"
#include "catalogue/service_promise.h"
#include "directory/unit_words.h"
#include "html/breadcrumb.h"
#include "html/card.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/text.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

void write_place(Writer& w, const UnitServicesPage& page) {
  const directory::Unit& unit = page.unit;
  html::card(w, {.title = Text::service_where}, [&] {
    w.p(hours_today(page.institution, unit, page.calendars, page.now).words);
    if (!unit.address.empty()) w.p(unit.address + (unit.postcode.empty() ? "" : " " + unit.postcode));
    w.p(region_name(region_of(page.institution, unit)));
    if (!unit.contacts.phone.empty()) w.p(say(Text::service_phone, unit.contacts.phone));
    if (!unit.contacts.website.empty())
      w.p([&] { html::external_link(w, unit.contacts.website, unit.contacts.website); });
    if (!unit.access.empty()) {
      w.ul({{"class", "chips"}}, [&] {
        for (const directory::AccessFeature feature : unit.access) w.li(directory::word_of(feature).words());
      });
    }
  });
}

void write_completeness(Writer& w, const UnitServicesPage& page, const PublicCatalogue::Found& services) {
  CompletenessScorer::UnitServices scored{.unit = page.unit.name, .editions = {}};
  for (const PublicService* one : services) scored.editions.push_back(&one->edition);
  const CompletenessScorer::GroupCompleteness group = page.completeness->score_unit(scored);
  if (!group.exact) return;
  html::card(w, {.title = Text::portal_completeness}, [&] {
    w.p(say(Text::portal_completeness_score, w.decimal(group.rounded)));
    w.p(summary(group));
  });
}

void write_services(Writer& w, const UnitServicesPage& page, const PublicCatalogue::Found& services) {
  if (services.empty()) {
    return html::empty_state(w, {.title = Text::portal_unit_none}, [&] {
      w.p(Text::portal_unit_none_body);
      html::button_link(w, Text::portal_back, portal_path);
    });
  }
  w.p({{"class", "small"}}, count_words(w, services.size()));
  const ListPage shown = list_page(services.size(), page.page);
  service_list(w, std::span(services).subspan(shown.begin, shown.count), {.names_unit = false});
  list_pages(w, shown, unit_path(page.institution, page.unit));
}

}  // namespace

std::string unit_services_page(Language language, const UnitServicesPage& page) {
  const PublicCatalogue::Found services = page.catalogue.of_unit(page.unit);
  const Writer words(language);
  const Words kind = directory::word_of(page.unit.kind).words();
  return html::document(
      {.language = language,
       .path = unit_path(page.institution, page.unit),
       .title = page.unit.name,
       .description = words.plain(say(Text::portal_unit_lead, page.unit.name, page.institution.name)),
       .section = portal_section},
      [&](Writer& w) {
        html::breadcrumb(
            w,
            {{.label = Text::portal_title, .path = std::string(portal_path)},
             {.label = page.institution.name, .path = address_of(PortalQuery{.institution = page.institution.code})}},
            page.unit.name);
        html::page_header(w,
                          {.eyebrow = say(Text::portal_unit_of, kind, page.institution.name), .title = page.unit.name});
        html::columns(w, html::Columns::main_and_aside, [&] {
          html::stack(w, [&] {
            if (services.size() > 5) {
              html::search_box(w, {.path = portal_path,
                                   .label = Text::portal_search_in_unit,
                                   .placeholder = Text::portal_search_placeholder,
                                   .fields = [&] {
                                     html::hidden_field(w, "instansi", page.institution.code);
                                     html::hidden_field(w, "unit", page.unit.code);
                                   }});
            }
            write_services(w, page, services);
          });
          html::stack(w, [&] {
            write_place(w, page);
            if (page.completeness != nullptr) write_completeness(w, page, services);
          });
        });
      });
}

}  // namespace prima::catalogue
