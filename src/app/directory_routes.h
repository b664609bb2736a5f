#pragma once

#include <vector>

#include "app/openapi_api.h"
#include "db/database.h"
#include "directory/directory_desk.h"
#include "http/router.h"

namespace prima::app {

// Public pages of institutions and units in both languages. `desk` must outlive the routes.
std::vector<http::Route> directory_routes(const directory::DirectoryDesk& desk);

// Public operations of the API: regions, and, with a desk, institutions and units.
std::vector<ApiOperation> directory_operations(const directory::DirectoryDesk* desk);

}  // namespace prima::app
