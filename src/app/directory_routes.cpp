#include "app/directory_routes.h"

#include "app/data_place.h"
#include "app/gate.h"
#include "app/site.h"
#include "http/problem.h"

namespace prima::app {

using directory::DirectoryDesk;
using http::Request;
using http::Response;

namespace {

using Found = std::optional<Response>;
using Page = Found (DirectoryDesk::*)(const Request&, Language, Instant) const;
using Operation = Found (DirectoryDesk::*)(const Request&) const;

http::Handler page_handler(const DirectoryDesk& desk, Page page) {
  return guarded([&desk, page](const Request& request) {
    auto found = (desk.*page)(request, language_of(request.path), now());
    return found ? std::move(*found) : error_page_of_site(request, 404, {});
  });
}

Response not_there() {
  return http::problem(404, {"Data ini tidak ada. Periksa kodenya.", "There is no such thing. Check the code."});
}

http::Handler api_handler(const DirectoryDesk& desk, Operation operation) {
  return guarded([&desk, operation](const Request& request) {
    auto found = (desk.*operation)(request);
    return found ? std::move(*found) : not_there();
  });
}

constexpr ApiParameter institution{
    .name = "instansi", .where = ApiParameter::Where::path, .description = "code of the institution, such as 19.71"};
constexpr ApiParameter unit{.name = "unit", .where = ApiParameter::Where::path, .description = "code of the unit"};
constexpr ApiAnswer absent{404, "there is no such thing"};
constexpr ApiAnswer wrong{400, "a parameter cannot be read"};
constexpr ApiAnswer away{503, "the database cannot be reached; try again"};

std::vector<ApiOperation> region_operations() {
  return {
      {.path = "/api/v1/regions",
       .summary = "The provinces, or what lies in a region",
       .parameters = {{.name = "parent", .description = "code of a province, regency or city; none: the provinces"}},
       .answers = {{200, "regions"}, wrong, absent},
       .handler =
           [](const Request& request) {
             auto found = DirectoryDesk::regions_api(request, Language::en);
             return found ? std::move(*found) : not_there();
           }},
      {.path = "/api/v1/regions/{wilayah}",
       .summary = "One region",
       .parameters = {{.name = "wilayah",
                       .where = ApiParameter::Where::path,
                       .description = "its code, such as 19.71"}},
       .answers = {{200, "the region"}, absent},
       .handler = [](const Request& request) {
         auto found = DirectoryDesk::region_api(request);
         return found ? std::move(*found) : not_there();
       }}};
}

}  // namespace

std::vector<http::Route> directory_routes(const DirectoryDesk& desk) {
  std::vector<http::Route> routes;
  for (const char* prefix : {"", "/en"}) {
    routes.push_back({.pattern = std::string(prefix) + "/unit/{instansi}",
                      .handler = page_handler(desk, &DirectoryDesk::units),
                      .cacheable = true,
                      .waits = true});
    routes.push_back({.pattern = std::string(prefix) + "/unit/{instansi}/{unit}/tentang",
                      .handler = page_handler(desk, &DirectoryDesk::about_unit),
                      .cacheable = true,
                      .waits = true});
  }
  return routes;
}

std::vector<ApiOperation> directory_operations(const DirectoryDesk* desk) {
  std::vector<ApiOperation> operations = region_operations();
  if (!desk) return operations;
  const auto add = [&](ApiOperation operation, Operation answer) {
    operation.answers.insert(operation.answers.end(), {wrong, absent, away});
    operation.handler = api_handler(*desk, answer);
    operation.waits = true;
    operations.push_back(std::move(operation));
  };
  add({.path = "/api/v1/institutions/{instansi}",
       .summary = "One institution",
       .parameters = {institution},
       .answers = {{200, "the institution"}}},
      &DirectoryDesk::institution_api);
  add({.path = "/api/v1/institutions/{instansi}/units",
       .summary = "The units of an institution, by code",
       .parameters = {institution,
                      {.name = "limit", .description = "how many, default 100", .least = 1, .greatest = 500},
                      {.name = "after", .description = "the value of next of the page before"}},
       .answers = {{200, "a page of units"}}},
      &DirectoryDesk::units_api);
  add({.path = "/api/v1/institutions/{instansi}/units/{unit}",
       .summary = "One unit",
       .parameters = {institution, unit},
       .answers = {{200, "the unit"}}},
      &DirectoryDesk::unit_api);
  add({.path = "/api/v1/institutions/{instansi}/units/{unit}/history",
       .summary = "What a unit was called and when it was merged or closed",
       .parameters = {institution, unit},
       .answers = {{200, "its history"}}},
      &DirectoryDesk::history_api);
  return operations;
}

}  // namespace prima::app
