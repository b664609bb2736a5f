#include "catalogue/search_page.h"

#include <array>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/search_page_parts.h"
#include "catalogue/service_linked_data_api.h"
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

constexpr std::size_t latest_shown = 6;
constexpr std::size_t places_shown = 24;

// The filters that are in force go along with other words.
void write_hidden_filters(Writer& w, const PortalQuery& query) {
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) html::hidden_field(w, name, value);
  };
  field("instansi", query.institution);
  field("unit", query.unit);
  field("wilayah", query.region);
  field("peristiwa", query.life_event);
}

void write_units(Writer& w, const PublicCatalogue& catalogue, const directory::Institution& institution) {
  html::section(w, {.title = Text::portal_units, .lead = institution.name}, [&] {
    w.ul({{"class", "places"}}, [&] {
      for (const directory::Unit* unit : catalogue.units_of(institution)) {
        const std::size_t services = catalogue.of_unit(*unit).size();
        if (services == 0) continue;
        w.li([&] {
          w.a({{"href", w.url(unit_path(institution, *unit))}}, unit->name);
          w.small(count_words(w, services));
        });
      }
    });
  });
}

void write_institutions(Writer& w, const PublicCatalogue& catalogue,
                        const std::vector<const directory::Institution*>& with_services) {
  html::section(w, {.title = Text::portal_institutions, .lead = Text::portal_institutions_lead}, [&] {
    w.ul({{"class", "places"}}, [&] {
      for (std::size_t i = 0; i < std::min(with_services.size(), places_shown); ++i) {
        const directory::Institution& one = *with_services[i];
        w.li([&] {
          w.a({{"href", w.url(address_of(PortalQuery{.institution = one.code}))}}, one.name);
          w.small(count_words(w, catalogue.of_institution(one).size()));
        });
      }
    });
    if (with_services.size() > places_shown) w.p({{"class", "small"}}, Text::portal_institutions_more);
  });
}

void write_places(Writer& w, const PublicCatalogue& catalogue) {
  std::vector<const directory::Institution*> with_services;
  for (const directory::Institution& one : catalogue.institutions())
    if (!catalogue.of_institution(one).empty()) with_services.push_back(&one);
  if (with_services.size() == 1) return write_units(w, catalogue, *with_services.front());
  if (!with_services.empty()) write_institutions(w, catalogue, with_services);
}

void write_open_data(Writer& w) {
  const std::array<html::Download, 3> files = {
      {{.label = Text::portal_data, .path = std::string(portal_csv_path), .format = "CSV", .localized = false},
       {.label = Text::portal_data, .path = std::string(services_api_path), .format = "JSON", .localized = false},
       {.label = Text::portal_feed, .path = std::string(portal_feed_path), .format = "Atom", .localized = false}}};
  html::section(w, {.title = Text::portal_open_data, .lead = Text::portal_open_data_lead},
                [&] { html::downloads(w, files); });
}

}  // namespace

PortalSearch look_up(const PublicCatalogue& catalogue, const PortalQuery& query) {
  PortalSearch search{.catalogue = catalogue,
                      .query = query,
                      .institution = catalogue.find_institution(query.institution),
                      .unit = catalogue.find_unit(query.institution, query.unit),
                      .region = directory::regions().find(query.region),
                      .life_event = catalogue.life_events().find(query.life_event)};
  if (search.institution == nullptr) search.query.institution.clear();
  if (search.unit == nullptr) search.query.unit.clear();
  if (search.region == nullptr) search.query.region.clear();
  if (search.region != nullptr) search.query.region = search.region->code;
  if (search.life_event == nullptr) search.query.life_event.clear();
  return search;
}

void write_search_box(Writer& w, const PortalSearch& search) {
  html::search_box(w, {.path = portal_path,
                       .label = Text::portal_search,
                       .value = search.query.words,
                       .placeholder = Text::portal_search_placeholder,
                       .large = true,
                       .fields = [&] { write_hidden_filters(w, search.query); }});
}

void write_entrance(Writer& w, const PortalSearch& search) {
  const PublicCatalogue& catalogue = search.catalogue;
  if (catalogue.services().empty()) {
    return html::empty_state(w, {.title = Text::portal_empty}, [&] { w.p(Text::portal_empty_body); });
  }
  html::section(w, {.title = Text::portal_life_events, .lead = Text::portal_life_events_lead},
                [&] { life_event_cards(w, catalogue, 3); });
  html::section(w, {.title = Text::portal_latest}, [&] { service_list(w, catalogue.latest(latest_shown), {.heading_level = 3}); });
  write_places(w, catalogue);
  write_open_data(w);
}

std::string search_page(Language language, const PublicCatalogue& catalogue, const PortalQuery& query,
                        std::string_view origin) {
  const PortalSearch search = look_up(catalogue, query);
  const bool is_bare = search.query.is_bare();
  const Writer words(language);
  const std::string title = search.query.words.empty() ? std::string(words.plain(Text::portal_title))
                                                       : words.plain(say(Text::portal_found_title, search.query.words));
  html::Page frame = {.language = language,
                      .path = address_of(search.query),
                      .title = title,
                      .description = std::string(words.plain(Text::portal_description)),
                      .section = portal_section,
                      .alternates = {{"application/atom+xml", std::string(portal_feed_path),
                                      std::string(words.plain(Text::portal_feed))}}};
  const PublicCatalogue::Found newest = catalogue.latest(1);
  if (is_bare && !origin.empty() && !newest.empty()) {
    const Date modified = day_in(TimeZone::wib, newest.front()->service.changed_at);
    frame.linked_data = services_dataset_schema_org(origin, modified, language);
  }
  return html::document(frame, [&](Writer& w) {
    const html::Content lead = is_bare ? html::Content(Text::portal_lead) : html::Content();
    html::page_header(w, {.title = Text::portal_title, .lead = lead});
    html::stack(w, [&] {
      write_search_box(w, search);
      if (is_bare) return write_entrance(w, search);
      write_filters(w, search);
      write_results(w, search);
    });
  });
}

}  // namespace prima::catalogue
