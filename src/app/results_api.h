#pragma once

#include <string>
#include <vector>

#include "http/request.h"
#include "publication/registry.h"

namespace prima::app {

// GET /api/v1/results:
// {"items":[{"institution","slug","round","year","level","score","category","quality","zone","url","bundle_url","source"}],"next"}.
// The newest year first. `limit` is 1 to 500 (default 100), `after` is the value of `next` of the page before; `next`
// is null at the end. Scores are strings.
std::string results_json(const publication::Registry& registry, const std::vector<http::Parameter>& parameters);

}  // namespace prima::app
