#include "catalogue/life_event_page.h"

#include <span>

#include "catalogue/portal_parts.h"
#include "catalogue/portal_paths.h"
#include "catalogue/portal_query.h"
#include "html/breadcrumb.h"
#include "html/form.h"
#include "html/layout.h"
#include "html/lists.h"
#include "html/text.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

namespace {

void write_services(Writer& w, const PublicCatalogue::Found& services, const LifeEvent& event, std::int64_t asked) {
  const ListPage shown = list_page(services.size(), asked);
  service_list(w, std::span(services).subspan(shown.begin, shown.count));
  list_pages(w, shown, life_event_path(event.id));
}

void write_nothing(Writer& w) {
  html::empty_state(w, {.title = Text::portal_event_none}, [&] {
    w.p(Text::portal_event_none_body);
    html::button_link(w, Text::portal_back, portal_path);
  });
}

}  // namespace

std::string life_event_page(Language language, const PublicCatalogue& catalogue, const LifeEvent& event,
                            std::int64_t page) {
  const PublicCatalogue::Found services = catalogue.of_life_event(event.id);
  const Writer words(language);
  return html::document(
      {.language = language,
       .path = life_event_path(event.id),
       .title = event.name.in(language),
       .description = words.plain(say(Text::portal_event_lead, event.name.in(language))),
       .section = portal_section},
      [&](Writer& w) {
        html::breadcrumb(w, {{.label = Text::portal_title, .path = std::string(portal_path)}}, event.name);
        html::page_header(w, {.title = event.name, .lead = say(Text::portal_event_lead, event.name.in(language))});
        html::stack(w, [&] {
          html::search_box(w, {.path = portal_path,
                               .label = Text::portal_search_in_event,
                               .placeholder = Text::portal_search_placeholder,
                               .fields = [&] { html::hidden_field(w, "peristiwa", event.id); }});
          if (services.empty()) return write_nothing(w);
          w.p({{"class", "small"}}, count_words(w, services.size()));
          write_services(w, services, event, page);
        });
      });
}

}  // namespace prima::catalogue
