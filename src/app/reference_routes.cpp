#include "app/reference_routes.h"

#include "app/data_place.h"
#include "app/site.h"
#include "directory/calendar_page.h"
#include "directory/calendar_reader.h"
#include "directory/region_pages.h"
#include "directory/regions.h"

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

Response regions(const Request& request) {
  return http::html(
      directory::regions_page(language_of(request.path), directory::regions(), request.query("q").value_or("")));
}

Response region(const Request& request, PageCache& pages) {
  const directory::Region* found = directory::regions().find(request.capture("kode"));
  if (!found) return error_page_of_site(request, 404, {});
  return http::html(pages.get(
      request.path, [&] { return directory::region_page(language_of(request.path), directory::regions(), *found); }));
}

Response region_table(const Request&) { return http::embedded(directory::region_file(), http::kept_for_a_minute); }

}  // namespace

std::vector<http::Route> reference_routes(PageCache& pages) {
  std::vector<http::Route> routes;
  const auto add = [&](const std::string& pattern, const http::Handler& handler) {
    for (const char* prefix : {"", "/en"})
      routes.push_back({.pattern = prefix + pattern, .handler = handler, .cacheable = true});
  };
  add("/kalender", this_year);
  add("/kalender/{tahun}", [&pages](const Request& request) { return calendar(request, pages); });
  add("/wilayah", regions);
  add("/wilayah.csv", region_table);
  add("/wilayah/{kode}", [&pages](const Request& request) { return region(request, pages); });
  return routes;
}

}  // namespace prima::app
