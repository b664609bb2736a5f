#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/public_view.h"
#include "catalogue/standard_completeness.h"
#include "db/database.h"
#include "http/prepared_body.h"
#include "http/router.h"

namespace prima::app {

// The citizen's portal: services, units, life events, comparison. Everything comes from the view in memory, so it goes
// on while the database is away; only the history of a service's editions is missing then. Safe from any thread.
class PortalDesk {
 public:
  // `completeness` may be nullptr: then it is not shown.
  PortalDesk(db::Database& database, PublicView& view, const catalogue::CompletenessScorer* completeness,
             std::string public_origin)
      : database_(database), view_(view), completeness_(completeness), public_origin_(std::move(public_origin)) {}

  // For both languages.
  std::vector<http::Route> routes();

 private:
  using Catalogue = catalogue::PublicCatalogue;

  http::Response search(const http::Request& request);
  http::Response service(const http::Request& request);
  http::Response unit(const http::Request& request);
  http::Response life_event(const http::Request& request);
  http::Response compare(const http::Request& request);

  std::string service_html(const http::Request& request, const Catalogue& view, const catalogue::PublicService& one,
                           Instant now);
  std::vector<catalogue::Edition> editions(const catalogue::PublicService& one);

  // A page that holds for this minute and this view. What is empty was not found.
  http::Response kept(const http::Request& request,
                      const std::function<std::string(const Catalogue&, Instant)>& render);

  db::Database& database_;
  PublicView& view_;
  const catalogue::CompletenessScorer* completeness_;
  std::string public_origin_;

  std::mutex mutex_;  // of what follows
  std::weak_ptr<const Catalogue> kept_for_;
  std::int64_t kept_minute_ = 0;
  std::size_t kept_bytes_ = 0;
  std::map<std::string, http::SharedBody, std::less<>> kept_;
};

}  // namespace prima::app
