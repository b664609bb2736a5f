#pragma once

#include <string>
#include <vector>

#include "app/public_view.h"
#include "http/router.h"

namespace prima::app {

// What programs read of the portal: open data, linked data, feed and sitemap.
// `public_origin` as for Platform: empty means what each request says. `view` must outlive the routes.
std::vector<http::Route> portal_file_routes(PublicView& view, const std::string& public_origin);

}  // namespace prima::app
