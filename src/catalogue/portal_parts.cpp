#include "catalogue/portal_parts.h"

#include <algorithm>

#include "catalogue/portal_paths.h"
#include "catalogue/standard_summary.h"
#include "html/card.h"
#include "html/heading.h"
#include "html/icon.h"
#include "html/layout.h"
#include "html/pagination.h"
#include "html/text.h"

namespace prima::catalogue {

using html::say;
using html::Text;
using html::Writer;

void write_local(Writer& w, const LocalText& text) {
  if (w.language() == Language::en && text.en.empty() && !text.id.empty()) {
    w.span({{"lang", "id"}}, text.id);
  } else {
    w.text(text.in(w.language()));
  }
}

std::string count_words(const Writer& w, std::size_t services) {
  return services == 1 ? std::string(w.plain(Text::portal_one_service))
                       : w.plain(say(Text::portal_services, w.count(static_cast<std::int64_t>(services))));
}

void service_line(Writer& w, const PublicService& one, const ServiceLine& line) {
  w.li({{"class", "service"}}, [&] {
    html::heading(w, line.heading_level, {}, [&] {
      w.a({{"href", w.url(service_path(one))}}, [&] {
        if (line.title.empty()) {
          write_local(w, one.standard().title);
        } else {
          w.add(line.title);
        }
      });
    });
    if (line.names_unit) w.p({{"class", "small"}}, say(Text::portal_unit_of, one.unit->name, one.institution->name));
    w.ul({{"class", "service-facts"}}, [&] {
      const std::string requirements = w.count(static_cast<std::int64_t>(requirement_count(one.standard())));
      w.li(say(Text::portal_time, time_summary(one.standard())));
      w.li(say(Text::portal_fee, fee_summary(one.standard())));
      w.li(say(Text::portal_requirements, requirements));
    });
    if (!line.note.empty()) w.p({{"class", "service-why"}}, line.note);
  });
}

void service_list(Writer& w, const html::Content& lines) { w.ul({{"class", "services"}}, lines); }

void service_list(Writer& w, std::span<const PublicService* const> services, const ServiceLine& line) {
  service_list(w, [&] {
    for (const PublicService* one : services) service_line(w, *one, line);
  });
}

ListPage list_page(std::size_t all, std::int64_t asked) {
  constexpr std::size_t entries_a_page = 20;
  ListPage shown;
  shown.pages = std::max<std::int64_t>(static_cast<std::int64_t>((all + entries_a_page - 1) / entries_a_page), 1);
  shown.page = std::clamp(asked, std::int64_t{1}, shown.pages);
  shown.begin = static_cast<std::size_t>(shown.page - 1) * entries_a_page;
  shown.count = std::min(entries_a_page, all - shown.begin);
  return shown;
}

void list_pages(Writer& w, const ListPage& shown, const std::string& path) {
  html::pagination(w, {.page = shown.page, .pages = shown.pages, .link = [&](std::int64_t page) {
                         return page == 1 ? path : path + "?halaman=" + std::to_string(page);
                       }});
}

void life_event_cards(Writer& w, const PublicCatalogue& catalogue, int heading_level) {
  html::columns(w, html::Columns::cards, [&] {
    for (const LifeEvent& event : catalogue.life_events().all()) {
      const std::size_t services = catalogue.of_life_event(event.id).size();
      if (services == 0) continue;
      const std::string count = count_words(w, services);
      html::link_card(
          w, {.title = event.name, .body = count, .path = life_event_path(event.id), .heading_level = heading_level});
    }
  });
}

}  // namespace prima::catalogue
