#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/catalogue_desk.h"
#include "app/journal_desk.h"
#include "app/page_cache.h"
#include "app/people_part.h"
#include "app/platform.h"
#include "app/portal_desk.h"
#include "app/public_view.h"
#include "app/score_desk.h"
#include "app/unit_admin.h"
#include "directory/directory_desk.h"
#include "http/metrics.h"
#include "http/router.h"

namespace prima::app {

// All that `prima serve` answers. Pages that change only with the data of the program are rendered once and shared.
class Site {
 public:
  // `metrics` is what /metrics shows; it must outlive this, and so must `platform`, which is nullptr when there is no
  // database: then the site has only what needs none.
  explicit Site(http::Metrics& metrics, Platform* platform = nullptr);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  // The one table of routes. The handlers refer to this object.
  std::vector<http::Route> routes();
  // Those of the platform by themselves, with who may ask; none without a database.
  std::vector<GatedRoute> gated_routes();

 private:
  http::Metrics& metrics_;
  PageCache pages_;
  ScoreDesk desk_;
  Platform* platform_;
  std::optional<PublicView> view_;
  std::optional<PortalDesk> portal_;
  std::optional<directory::DirectoryDesk> directory_;
  std::optional<CatalogueDesk> catalogue_;
  std::optional<UnitAdmin> units_;
  std::optional<PeoplePart> people_;
  std::optional<JournalDesk> journal_;
};

// The error page in the language of the address; problem+json below /api/.
http::Response error_page_of_site(const http::Request& request, int status, const Words& detail);

// The language that an address asks for, and the address without it: "/en/hasil" is English "/hasil".
Language language_of(std::string_view path);
std::string without_language(std::string_view path);

}  // namespace prima::app
