#include "app/portal_files.h"

#include <charconv>

#include "app/data_place.h"
#include "app/gate.h"
#include "app/site.h"
#include "catalogue/portal_paths.h"
#include "catalogue/service_csv.h"
#include "catalogue/service_feed.h"
#include "catalogue/service_linked_data_api.h"
#include "identity/csrf_rules.h"

namespace prima::app {

using http::Request;
using http::Response;

namespace {

using Catalogue = catalogue::PublicCatalogue;

// What a route is given: the catalogue, and where the site is reached.
struct Asked {
  const Request& request;
  const Catalogue& view;
  const std::string& origin;
};
using Answer = Response (*)(const Asked&);

// Pages of the site that belong into the sitemap besides those of the portal; without language.
const std::vector<std::string>& other_paths() {
  static const std::vector<std::string> paths = {"/",        "/hasil",    "/instrumen", "/hitung",
                                                 "/tentang", "/kalender", "/wilayah"};
  return paths;
}

Response not_found(const Asked& asked) { return error_page_of_site(asked.request, 404, {}); }

Response of_type(std::string body, std::string_view type) {
  Response response = http::text(std::move(body));
  response.content_type = type;
  return response;
}

Date today() { return day_in(TimeZone::wib, now()); }

Response csv(const Asked& asked) {
  return http::download(catalogue::services_csv(asked.view, asked.origin), "text/csv; charset=utf-8; header=present",
                        "layanan.csv")
      .with("Link", "<layanan.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
}

Response csvw(const Asked& asked) {
  return of_type(catalogue::services_csvw(asked.origin, today()), "application/csvm+json");
}

Response linked_data(const Asked& asked) {
  return of_type(catalogue::catalogue_linked_data(asked.view, asked.origin), "application/ld+json");
}

Response feed(const Asked& asked) {
  return of_type(catalogue::services_feed(asked.view, asked.origin, language_of(asked.request.path), now()),
                 "application/atom+xml");
}

Response sitemap(const Asked& asked) {
  return of_type(catalogue::sitemap_index(asked.view, asked.origin), "application/xml");
}

Response sitemap_part(const Asked& asked) {
  // The route takes every file of the top folder that has no route of its own.
  constexpr std::string_view begin = "sitemap-", end_of_name = ".xml";
  std::string_view text = asked.request.capture("file");
  if (!text.starts_with(begin) || !text.ends_with(end_of_name) || text.size() < begin.size() + end_of_name.size())
    return not_found(asked);
  text = text.substr(begin.size(), text.size() - begin.size() - end_of_name.size());
  std::size_t part = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || part < 1 || part > catalogue::sitemap_parts(asked.view)) return not_found(asked);
  return of_type(catalogue::sitemap_part(asked.view, asked.origin, part, other_paths()), "application/xml");
}

}  // namespace

std::vector<http::Route> portal_file_routes(PublicView& view, const std::string& public_origin) {
  std::vector<http::Route> routes;
  const auto add = [&](std::string pattern, Answer answer) {
    routes.push_back({.pattern = std::move(pattern),
                      .handler = guarded([&view, public_origin, answer](const Request& request) {
                        const auto current = view.get();
                        const std::string origin =
                            public_origin.empty() ? identity::own_origin(request, "") : public_origin;
                        return answer({request, *current, origin});
                      }),
                      .cacheable = true,
                      .heavy = true});
  };
  add(std::string(catalogue::portal_csv_path), csv);
  add(std::string(catalogue::portal_csvw_path), csvw);
  add(std::string(catalogue::portal_linked_data_path), linked_data);
  add(std::string(catalogue::portal_feed_path), feed);
  add("/en" + std::string(catalogue::portal_feed_path), feed);
  add("/sitemap.xml", sitemap);
  add("/{file}", sitemap_part);
  return routes;
}

}  // namespace prima::app
