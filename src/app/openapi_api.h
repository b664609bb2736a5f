#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/router.h"

namespace prima::app {

// One thing that a request to the API may say.
struct ApiParameter {
  enum class Where : std::uint8_t { path, query };
  std::string_view name;
  Where where = Where::query;
  std::string_view description;  // English, as the whole description of the API is
  // Of a whole number; a text has none.
  std::optional<std::int64_t> least = {};
  std::optional<std::int64_t> greatest = {};
};

struct ApiAnswer {
  int status = 200;
  std::string_view description;
};

// One operation of the API below /api/v1. The routes and the description at /openapi.json are both made from it, so
// they cannot differ; a test sends what the description promises and more, and takes no other status for an answer.
struct ApiOperation {
  http::Method method = http::Method::get;
  std::string_view path;  // "/api/v1/services/{institution}/{code}"
  std::string_view summary;
  std::vector<ApiParameter> parameters = {};
  std::vector<ApiAnswer> answers = {};
  http::Handler handler = {};
  bool heavy = false;  // as of a Route, and so is `waits`
  bool waits = false;
};

std::vector<http::Route> api_routes(const std::vector<ApiOperation>& operations);

// The OpenAPI 3.1 document. Every answer but 200 is problem+json (RFC 9457).
std::string openapi_json(const std::vector<ApiOperation>& operations);

}  // namespace prima::app
