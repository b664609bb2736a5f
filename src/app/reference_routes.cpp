#include "app/reference_routes.h"

#include "app/data_place.h"
#include "app/site.h"
#include "directory/calendar_page.h"
#include "directory/calendar_reader.h"
#include "directory/directory_desk.h"

namespace prima::app {

using http::Request;
using http::Response;

namespace {

Date today() { return day_in(TimeZone::wib, now()); }

std::string prefix_of(const Request& request) { return language_of(request.path) == Language::en ? "/en" : ""; }

Response this_year(const Request& request) {
  return http::redirect(303, prefix_of(request) + "/kalender/" + std::to_string(static_cast<int>(today().year())));
}

Response calendar(const Request& request, PageCache& pages) {
  const auto year = directory::calendar_year(request.capture("tahun"));
  if (!year) return error_page_of_site(request, 404, {});
  const Date day = today();
  return http::html(pages.get(request.path + "?" + iso(day), [&] {
    return directory::calendar_page(language_of(request.path), directory::built_in_calendars(), *year, day);
  }));
}

Response region(const Request& request) {
  auto found = directory::DirectoryDesk::region(request, language_of(request.path));
  return found ? std::move(*found) : error_page_of_site(request, 404, {});
}

}  // namespace

std::vector<http::Route> reference_routes(PageCache& pages) {
  std::vector<http::Route> routes;
  const auto add = [&](const std::string& pattern, const http::Handler& handler) {
    for (const char* prefix : {"", "/en"})
      routes.push_back({.pattern = prefix + pattern, .handler = handler, .cacheable = true});
  };
  add("/kalender", this_year);
  add("/kalender/{tahun}", [&pages](const Request& request) { return calendar(request, pages); });
  add("/wilayah",
      [](const Request& request) { return directory::DirectoryDesk::regions(request, language_of(request.path)); });
  add("/wilayah/{wilayah}", region);
  routes.push_back({.pattern = "/wilayah.csv",
                    .handler = [](const Request&) { return directory::DirectoryDesk::region_table(); },
                    .cacheable = true});
  return routes;
}

}  // namespace prima::app
