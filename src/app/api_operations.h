#pragma once

#include <string>
#include <vector>

#include "app/openapi_api.h"
#include "app/public_view.h"

namespace prima::app {

// The table of the API. `view` is nullptr without a database: then the operations on services are left out. It must
// outlive the routes; `public_origin` as for Platform.
std::vector<ApiOperation> api_operations(PublicView* view, const std::string& public_origin);

}  // namespace prima::app
