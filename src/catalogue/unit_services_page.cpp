#include "catalogue/unit_services_page.h"

#include <vector>

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

// The first so many are listed; more are found by searching in the unit.
constexpr std::size_t most_services = 40;

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
  service_list(w, std::span(services).first(std::min(services.size(), most_services)), false);
  if (services.size() > most_services) {
    const std::string path = address_of(PortalQuery{.institution = page.institution.code, .unit = page.unit.code});
    html::button_link(w, Text::portal_all_of_unit, path);
  }
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
