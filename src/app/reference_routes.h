#pragma once

#include <vector>

#include "app/page_cache.h"
#include "http/router.h"

namespace prima::app {

// Pages of what is the same for everybody and comes with the program: working-day calendars and regions, in both
// languages. `pages` keeps what does not depend on the day; it must outlive the routes.
std::vector<http::Route> reference_routes(PageCache& pages);

}  // namespace prima::app
