#include "app/portal_desk.h"

#include <charconv>

#include "app/data_place.h"
#include "app/gate.h"
#include "app/site.h"
#include "catalogue/compare_page.h"
#include "catalogue/life_event_page.h"
#include "catalogue/portal_query.h"
#include "catalogue/search_page.h"
#include "catalogue/service_linked_data_api.h"
#include "catalogue/service_page.h"
#include "catalogue/service_store.h"
#include "catalogue/unit_services_page.h"
#include "directory/calendar_reader.h"

namespace prima::app {

using http::Request;
using http::Response;

namespace {

constexpr std::size_t most_kept_bytes = std::size_t{16} << 20U;

std::int64_t whole_number(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

std::string key_of(const Request& request) {
  std::string key = request.path;
  for (const http::Parameter& parameter : request.parameters) key += "\x1f" + parameter.name + "=" + parameter.value;
  return key;
}

}  // namespace

std::vector<http::Route> PortalDesk::routes() {
  using Handle = Response (PortalDesk::*)(const Request&);
  struct Page {
    std::string_view pattern;
    Handle handle;
  };
  static constexpr Page pages[] = {
      {"/layanan", &PortalDesk::search},
      {"/layanan/{instansi}/{layanan}", &PortalDesk::service},
      {"/layanan/{instansi}/{layanan}/edisi/{nomor}", &PortalDesk::service},
      {"/unit/{instansi}/{unit}", &PortalDesk::unit},
      {"/peristiwa/{id}", &PortalDesk::life_event},
      {"/bandingkan/{templat}", &PortalDesk::compare},
  };
  std::vector<http::Route> routes;
  for (const Page& page : pages) {
    for (const char* prefix : {"", "/en"}) {
      routes.push_back({.pattern = prefix + std::string(page.pattern),
                        .handler = guarded(
                            [this, handle = page.handle](const Request& request) { return (this->*handle)(request); }),
                        .cacheable = true});
    }
  }
  return routes;
}

Response PortalDesk::kept(const Request& request, const std::function<std::string(const Catalogue&, Instant)>& render) {
  const std::shared_ptr<const Catalogue> view = view_.get();
  const Instant moment = now();
  const std::int64_t minute = unix_ms(moment) / 60'000;
  const std::string key = key_of(request);
  {
    const std::lock_guard lock(mutex_);
    if (kept_for_.lock() != view || kept_minute_ != minute) {
      kept_.clear();
      kept_bytes_ = 0;
      kept_for_ = view;
      kept_minute_ = minute;
    }
    if (const auto found = kept_.find(key); found != kept_.end()) return http::html(found->second);
  }
  std::string page = render(*view, moment);
  if (page.empty()) return error_page_of_site(request, 404, {});
  http::SharedBody body = http::prepare(std::move(page));
  const std::lock_guard lock(mutex_);
  if (kept_for_.lock() == view && kept_minute_ == minute && kept_bytes_ + body->bytes().size() <= most_kept_bytes &&
      kept_.emplace(key, body).second)
    kept_bytes_ += body->bytes().size();
  return http::html(std::move(body));
}

Response PortalDesk::search(const Request& request) {
  return kept(request, [&](const Catalogue& view, Instant) {
    return catalogue::search_page(language_of(request.path), view, catalogue::portal_query(request.parameters),
                                  public_origin_);
  });
}

Response PortalDesk::service(const Request& request) {
  constexpr std::string_view linked_data = ".jsonld";
  if (const std::string_view code = request.capture("layanan"); code.ends_with(linked_data)) {
    const auto view = view_.get();
    const auto* one = view->find(request.capture("instansi"), code.substr(0, code.size() - linked_data.size()));
    if (!one) return error_page_of_site(request, 404, {});
    Response response = http::text(catalogue::service_linked_data(*one, public_origin_));
    response.content_type = "application/ld+json";
    return response;
  }
  return kept(request, [&](const Catalogue& view, Instant moment) -> std::string {
    const auto* one = view.find(request.capture("instansi"), request.capture("layanan"));
    return one ? service_html(request, view, *one, moment) : "";
  });
}

std::string PortalDesk::service_html(const Request& request, const Catalogue& view, const catalogue::PublicService& one,
                                     Instant moment) {
  const std::vector<catalogue::Edition> all = editions(one);
  const catalogue::Edition* earlier = nullptr;
  if (request.path.find("/edisi/") != std::string::npos) {
    earlier = catalogue::shown_edition(all, static_cast<int>(whole_number(request.capture("nomor"), 0)));
    if (!earlier) return {};
  }
  return catalogue::service_page(language_of(request.path),
                                 {.catalogue = view,
                                  .service = one,
                                  .calendars = directory::built_in_calendars(),
                                  .now = moment,
                                  .editions = all,
                                  .earlier = earlier,
                                  .case_key = request.query("kasus").value_or(""),
                                  .asked_day = parse_date(request.query("tanggal").value_or("")),
                                  .origin = public_origin_});
}

std::vector<catalogue::Edition> PortalDesk::editions(const catalogue::PublicService& one) {
  std::vector<catalogue::Edition> all;
  try {
    db::Snapshot snapshot = database_.read();
    for (auto& stored : catalogue::editions_of(snapshot, one.service.institution, one.service.id))
      all.push_back(std::move(stored.edition));
  } catch (const db::Error&) {
    all.assign(1, one.edition);  // the one in force is in memory; its history waits for the database
  }
  return all;
}

Response PortalDesk::unit(const Request& request) {
  return kept(request, [&](const Catalogue& view, Instant moment) -> std::string {
    const auto* institution = view.find_institution(request.capture("instansi"));
    const auto* found = view.find_unit(request.capture("instansi"), request.capture("unit"));
    if (!institution || !found) return {};
    return catalogue::unit_services_page(language_of(request.path),
                                         {.catalogue = view,
                                          .institution = *institution,
                                          .unit = *found,
                                          .calendars = directory::built_in_calendars(),
                                          .now = moment,
                                          .completeness = completeness_,
                                          .page = whole_number(request.query("halaman").value_or("1"), 1)});
  });
}

Response PortalDesk::life_event(const Request& request) {
  return kept(request, [&](const Catalogue& view, Instant) -> std::string {
    const auto* event = view.life_events().find(request.capture("id"));
    if (!event) return {};
    return catalogue::life_event_page(language_of(request.path), view, *event,
                                      whole_number(request.query("halaman").value_or("1"), 1));
  });
}

Response PortalDesk::compare(const Request& request) {
  return kept(request, [&](const Catalogue& view, Instant) {
    return catalogue::compare_page(language_of(request.path), view, request.capture("templat"),
                                   whole_number(request.query("halaman").value_or("1"), 1));
  });
}

}  // namespace prima::app
