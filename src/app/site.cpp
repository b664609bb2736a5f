#include "app/site.h"

#include "app/about_page.h"
#include "app/api_operations.h"
#include "app/directory_routes.h"
#include "app/instruments.h"
#include "app/page_cache.h"
#include "app/portal_files.h"
#include "app/reference_routes.h"
#include "app/registry_data.h"
#include "assessment/instrument_page.h"
#include "assessment/instruments_page.h"
#include "html/asset.h"
#include "html/error_page.h"
#include "http/problem.h"
#include "instrument/lint.h"
#include "publication/check_page.h"
#include "publication/government_page.h"
#include "publication/home_page.h"
#include "publication/registry_pages.h"
#include "publication/registry_query.h"

namespace prima::app {

using http::Method;
using http::Request;
using http::Response;
using http::Route;

namespace {

constexpr std::size_t upload_limit = 32 * http::mebibyte;

Response not_found(const Request& request) { return error_page_of_site(request, 404, {}); }

// The key under which the home page is kept: of its query only the year changes it.
std::string key_of(const Request& request) {
  return request.path + "?" + std::string(request.query("tahun").value_or(""));
}

Response instrument_file_or_page(const Request& request, PageCache& pages) {
  constexpr std::string_view file_name = "/instrument.yaml";
  std::string id(request.capture("id"));
  const bool file = id.ends_with(file_name);
  if (file) id.resize(id.size() - file_name.size());
  const instrument::Instrument* method = library().find(id);
  if (method == nullptr) return not_found(request);
  if (file)
    return http::download(std::string(library().text(id)), "application/yaml; charset=utf-8", "instrument.yaml");
  const Language language = language_of(request.path);
  return http::html(pages.get(request.path, [&] {
    const auto family = library().family(*method);
    return assessment::instrument_page(language, *method, instrument::lint(*method, family), family);
  }));
}

Response government(const Request& request, PageCache& pages) {
  const publication::Government* found = registry().find(request.capture("slug"));
  if (found == nullptr) return not_found(request);
  return http::html(pages.get(
      request.path, [&] { return publication::government_page(registry(), *found, language_of(request.path)); }));
}

std::string instruments(Language language) {
  std::vector<const instrument::Instrument*> all;
  for (const std::string& id : library().ids()) all.push_back(library().find(id));
  return assessment::instruments_page(language, all);
}

Response asset(const Request& request) {
  const EmbeddedFile* file = html::find_asset(request.path);
  return file == nullptr ? not_found(request) : http::embedded(*file);
}

Route page(std::string pattern, http::Handler handler) {
  return Route{.method = Method::get, .pattern = std::move(pattern), .handler = std::move(handler), .cacheable = true};
}

// Adds a route for each language.
void add_both(std::vector<Route>& routes, const Route& route) {
  routes.push_back(route);
  Route english = route;
  english.pattern = route.pattern == "/" ? "/en/" : "/en" + route.pattern;
  routes.push_back(std::move(english));
}

void add_pages(std::vector<Route>& routes, PageCache& pages) {
  add_both(routes, page("/", [&pages](const Request& request) {
             return http::html(pages.get(key_of(request), [&] {
               return publication::home_page(registry(), language_of(request.path), request.parameters);
             }));
           }));
  add_both(routes, page("/hasil", [&pages](const Request& request) {
             const Language language = language_of(request.path);
             const publication::RegistryQuery query = publication::registry_query(request.parameters);
             const std::string key =
                 (language == Language::en ? "/en" : "") + publication::address_of(publication::registry_path, query);
             return http::html(pages.get(key, [&] { return publication::registry_page(registry(), language, query); }));
           }));
  add_both(routes, page("/hasil.csv", [](const Request& request) {
             return http::download(publication::registry_csv(registry(), language_of(request.path),
                                                             publication::registry_query(request.parameters)),
                                   "text/csv; charset=utf-8", "hasil.csv");
           }));
  add_both(routes, page("/hasil.json", [](const Request& request) {
             return http::download(publication::registry_json(registry(), language_of(request.path),
                                                              publication::registry_query(request.parameters)),
                                   "application/json", "hasil.json");
           }));
  add_both(routes, page("/pemerintah/{slug}", [&pages](const Request& request) { return government(request, pages); }));
  add_both(routes, page("/instrumen", [&pages](const Request& request) {
             return http::html(pages.get(request.path, [&] { return instruments(language_of(request.path)); }));
           }));
  add_both(routes, page("/instrumen/{id...}",
                        [&pages](const Request& request) { return instrument_file_or_page(request, pages); }));
  add_both(
      routes, page("/periksa", [](const Request& request) {
        return http::html(publication::check_page(registry_rounds(), language_of(request.path), request.parameters));
      }));
  add_both(routes, page("/tentang", [&pages](const Request& request) {
             return http::html(pages.get(request.path, [&] { return about_page(language_of(request.path)); }));
           }));
}

void add_desk(std::vector<Route>& routes, ScoreDesk& desk) {
  add_both(routes, Route{.method = Method::get, .pattern = "/hitung", .handler = [&desk](const Request& request) {
                           return desk.form(request);
                         }});
  add_both(routes, Route{.method = Method::post,
                         .pattern = "/hitung",
                         .handler = [&desk](const Request& request) { return desk.submit(request); },
                         .body_limit = upload_limit,
                         .heavy = true});
  add_both(routes, Route{.method = Method::get,
                         .pattern = "/hitung/hasil/{key}",
                         .handler = [&desk](const Request& request) { return desk.result(request); },
                         .heavy = true});
  add_both(routes, page("/hitung/templat/{id...}", [&desk](const Request& request) {
             auto table = desk.blank_table(request);
             return table ? std::move(*table) : not_found(request);
           }));
}

// Whether requests that need the data would be answered: the instruments are read, and the database answers.
Response readiness(const Request& request, Platform* platform) {
  registry();  // the first call reads the instruments and the registry
  if (!platform) return http::text(std::string("ready\n"));
  try {
    platform->database().read();
    return http::text(std::string("ready\n"));
  } catch (const db::Error& error) {
    return database_error_page(request, error);
  }
}

// What the navigation leads to when the site has no place for data.
Response without_data(const Request& request) {
  return error_page_of_site(request, 404,
                            {"Situs ini dijalankan tanpa tempat data, sehingga belum memuat layanan dan akun. "
                             "Jalankan: prima serve --data DIR "
                             "(atau --demo untuk melihat kota contoh).",
                             "This site runs without a place for data, so it holds no services and accounts yet. Run: "
                             "prima serve --data DIR (or "
                             "--demo to see an invented city)."});
}

void add_services(std::vector<Route>& routes, const http::Metrics& metrics, Platform* platform) {
  routes.push_back(page("/assets/{name...}", asset));
  routes.push_back(page("/healthz", [](const Request&) { return http::text(std::string("ok\n")); }));
  routes.push_back(Route{.method = Method::get,
                         .pattern = "/readyz",
                         .handler = [platform](const Request& request) { return readiness(request, platform); },
                         .waits = platform != nullptr});
  routes.push_back(Route{.method = Method::get, .pattern = "/metrics", .handler = [&metrics](const Request&) {
                           Response response = http::text(metrics.text());
                           response.content_type = http::metrics_content_type;
                           return response;
                         }});
  routes.push_back(page("/en", [](const Request&) { return http::redirect(308, "/en/"); }));
  routes.push_back(page("/robots.txt", [](const Request&) {
    return http::text(
        std::string("User-agent: *\nDisallow: /hitung/hasil/\nDisallow: /en/hitung/hasil/\nDisallow: "
                    "/tautan/\nDisallow: /en/tautan/\n"
                    "Disallow: /akun\nDisallow: /en/akun\nDisallow: /kelola\nDisallow: /en/kelola\n"));
  }));
}

// Scores how complete the standards of services are; nullptr when an administrator's instrument has taken the place of
// ours and asks for something else.
const catalogue::CompletenessScorer* completeness_scorer() {
  static const instrument::Instrument* method = library().find(catalogue::completeness_instrument);
  if (!method) return nullptr;
  static const scoring::Compiled compiled(*method);
  static const auto scorer = catalogue::CompletenessScorer::make(compiled);
  return scorer ? &*scorer : nullptr;
}

template <typename T>
void append(std::vector<T>& list, std::vector<T> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Language language_of(std::string_view path) {
  return path == "/en" || path.starts_with("/en/") ? Language::en : Language::id;
}

std::string without_language(std::string_view path) {
  if (language_of(path) == Language::id) return std::string(path);
  return path.size() <= 4 ? "/" : std::string(path.substr(3));
}

Response error_page_of_site(const Request& request, int status, const Words& detail) {
  if (request.path.starts_with("/api/")) return http::problem(status, detail);
  const Language language = language_of(request.path);
  return http::html(html::error_page(language, without_language(request.path), status, detail), status);
}

Site::Site(http::Metrics& metrics, Platform* platform) : metrics_(metrics), platform_(platform) {
  if (!platform) return;
  view_.emplace(platform->database());
  portal_.emplace(platform->database(), *view_, completeness_scorer(), platform->public_origin());
  const auto changed = [this] { view_->changed(); };
  directory_.emplace(platform->database());
  catalogue_.emplace(platform->database(), changed, completeness_scorer());
  units_.emplace(platform->database(), changed);
  people_.emplace(PeopleServices{.database = platform->database(),
                                 .seal_key = platform->keys().seal,
                                 .device_key = platform->keys().device,
                                 .public_origin = platform->public_origin()});
  journal_.emplace(*platform);
}

std::vector<GatedRoute> Site::gated_routes() {
  std::vector<GatedRoute> routes;
  if (people_) append(routes, people_->routes());
  if (catalogue_) append(routes, catalogue_->routes());
  if (units_) append(routes, units_->routes());
  if (journal_) append(routes, journal_->routes());
  return routes;
}

std::vector<Route> Site::routes() {
  std::vector<Route> routes;
  add_pages(routes, pages_);
  add_desk(routes, desk_);
  add_services(routes, metrics_, platform_);
  std::vector<ApiOperation> api =
      api_operations(view_ ? &*view_ : nullptr, platform_ ? platform_->public_origin() : "");
  append(api, directory_operations(directory_ ? &*directory_ : nullptr));
  if (directory_) append(routes, directory_routes(*directory_));
  append(routes, api_routes(api));
  routes.push_back(
      page("/openapi.json", [document = openapi_json(api)](const Request&) { return http::json(document); }));
  append(routes, reference_routes(pages_));
  if (!platform_) add_both(routes, page("/layanan", without_data));
  if (!platform_) add_both(routes, page("/kelola", without_data));
  if (portal_) append(routes, portal_->routes());
  if (view_) append(routes, portal_file_routes(*view_, platform_->public_origin()));
  for (const GatedRoute& gated : gated_routes()) append(routes, platform_->gate().open(gated));
  return routes;
}

}  // namespace prima::app
