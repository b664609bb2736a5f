#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "catalogue/public_catalogue.h"
#include "html/html.h"
#include "html/writer.h"

// What several pages of the portal show alike.
namespace prima::catalogue {

// A text for citizens in the writer's language; marked as Indonesian where an English page has to show that.
void write_local(html::Writer& w, const LocalText& text);

// One service in a list: its title as a link, where it is given, and in one line time, cost and requirements.
struct ServiceLine {
  html::Html title = {};    // empty: the title of its standard
  html::Content note = {};  // below, small: why it was found
  bool names_unit = true;   // false in a list of one unit
  int heading_level = 2;    // 3 below a heading of its own
};
void service_line(html::Writer& w, const PublicService& one, const ServiceLine& line);

// <ul> of lines; `lines` calls service_line() for each.
void service_list(html::Writer& w, const html::Content& lines);
void service_list(html::Writer& w, std::span<const PublicService* const> services, const ServiceLine& line = {});

// One page of a long list.
struct ListPage {
  std::size_t begin = 0;
  std::size_t count = 0;
  std::int64_t page = 1;
  std::int64_t pages = 1;
};
// The `asked` page, from 1, of `all` entries; the nearest one where there is none.
ListPage list_page(std::size_t all, std::int64_t asked);
// Links to the others: `path` and "?halaman=N".
void list_pages(html::Writer& w, const ListPage& shown, const std::string& path);

// Everything in the life events that some service belongs to, as link cards.
void life_event_cards(html::Writer& w, const PublicCatalogue& catalogue, int heading_level);

// "12 layanan", "1 service".
std::string count_words(const html::Writer& w, std::size_t services);

}  // namespace prima::catalogue
