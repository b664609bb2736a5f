#include "app/api_operations.h"

#include "app/gate.h"
#include "app/registry_data.h"
#include "app/results_api.h"
#include "catalogue/service_api.h"
#include "http/problem.h"
#include "identity/csrf_rules.h"

namespace prima::app {

using http::Request;
using http::Response;

namespace {

constexpr ApiParameter after{.name = "after", .description = "the value of next of the page before"};

ApiOperation results() {
  return {.path = "/api/v1/results",
          .summary = "Published results, recomputed; the newest year first",
          .parameters = {{.name = "limit", .description = "how many, default 100", .least = 1, .greatest = 500}, after},
          .answers = {{200, "a page of results"}},
          .handler = [](const Request& request) { return http::json(results_json(registry(), request.parameters)); }};
}

struct Services {
  PublicView& view;
  std::string public_origin;

  std::string origin(const Request& request) const {
    return public_origin.empty() ? identity::own_origin(request, "") : public_origin;
  }

  Response list(const Request& request) const {
    const auto limit = catalogue::services_limit(request.query("limit").value_or(""));
    if (!limit)
      return http::problem(
          400, {"limit harus bilangan bulat dari 1 sampai 500.", "limit must be a whole number from 1 to 500."});
    return http::json(catalogue::services_json(
        *view.get(), {.origin = origin(request), .limit = *limit, .after = request.query("after").value_or("")}));
  }

  Response one(const Request& request) const {
    const auto catalogue = view.get();
    const auto* found = catalogue->find(request.capture("institution"), request.capture("code"));
    if (found) return http::json(catalogue::service_json(*found, origin(request)));
    return http::problem(404, {"Layanan ini tidak ada atau belum diterbitkan.",
                               "There is no such service, or it is not published yet."});
  }
};

}  // namespace

std::vector<ApiOperation> api_operations(PublicView* view, const std::string& public_origin) {
  std::vector<ApiOperation> operations{results()};
  if (!view) return operations;
  const Services services{*view, public_origin};
  const ApiAnswer away{503, "the database cannot be reached; try again"};
  operations.push_back(
      {.path = "/api/v1/services",
       .summary = "Published services of every institution, by code",
       .parameters = {{.name = "limit", .description = "how many, default 50", .least = 1, .greatest = 500}, after},
       .answers = {{200, "a page of services"}, {400, "limit is no whole number from 1 to 500"}, away},
       .handler = guarded([services](const Request& request) { return services.list(request); }),
       .heavy = true});
  operations.push_back({.path = "/api/v1/services/{institution}/{code}",
                        .summary = "One published service with its whole standard",
                        .parameters = {{.name = "institution",
                                        .where = ApiParameter::Where::path,
                                        .description = "code of the institution, such as 19.71"},
                                       {.name = "code",
                                        .where = ApiParameter::Where::path,
                                        .description = "code of the service, such as ktp-elektronik"}},
                        .answers = {{200, "the service"}, {404, "there is no such service"}, away},
                        .handler = guarded([services](const Request& request) { return services.one(request); })});
  return operations;
}

}  // namespace prima::app
