#include "app/openapi_api.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cctype>

namespace prima::app {

namespace json = boost::json;

namespace {

json::object schema_of(const ApiParameter& parameter) {
  if (!parameter.least && !parameter.greatest) return {{"type", "string"}};
  json::object schema{{"type", "integer"}};
  if (parameter.least) schema["minimum"] = *parameter.least;
  if (parameter.greatest) schema["maximum"] = *parameter.greatest;
  return schema;
}

json::object parameter_of(const ApiParameter& parameter) {
  const bool in_path = parameter.where == ApiParameter::Where::path;
  return {{"name", parameter.name},
          {"in", in_path ? "path" : "query"},
          {"required", in_path},
          {"description", parameter.description},
          {"schema", schema_of(parameter)}};
}

json::object answer_of(const ApiAnswer& answer) {
  const bool good = answer.status < 300;
  const json::object schema =
      good ? json::object{{"type", "object"}} : json::object{{"$ref", "#/components/schemas/Problem"}};
  return {{"description", answer.description},
          {"content",
           json::object{{good ? "application/json" : "application/problem+json", json::object{{"schema", schema}}}}}};
}

json::object operation_of(const ApiOperation& operation) {
  json::array parameters;
  for (const ApiParameter& parameter : operation.parameters) parameters.emplace_back(parameter_of(parameter));
  json::object answers;
  for (const ApiAnswer& answer : operation.answers) answers[std::to_string(answer.status)] = answer_of(answer);
  return {{"summary", operation.summary}, {"parameters", std::move(parameters)}, {"responses", std::move(answers)}};
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// RFC 9457.
json::object problem_schema() {
  const json::object text{{"type", "string"}};
  return {
      {"type", "object"},
      {"properties",
       json::object{{"type", text}, {"title", text}, {"status", json::object{{"type", "integer"}}}, {"detail", text}}}};
}

}  // namespace

std::vector<http::Route> api_routes(const std::vector<ApiOperation>& operations) {
  std::vector<http::Route> routes;
  for (const ApiOperation& operation : operations) {
    routes.push_back({.method = operation.method,
                      .pattern = std::string(operation.path),
                      .handler = operation.handler,
                      .cacheable = operation.method == http::Method::get,
                      .heavy = operation.heavy,
                      .waits = operation.waits});
  }
  return routes;
}

std::string openapi_json(const std::vector<ApiOperation>& operations) {
  json::object paths;
  for (const ApiOperation& operation : operations) {
    json::value& path = paths[operation.path];
    if (!path.is_object()) path = json::object();
    path.as_object()[lower(http::to_text(operation.method))] = operation_of(operation);
  }
  return json::serialize(json::object{
      {"openapi", "3.1.0"},
      {"info", json::object{{"title", "Prima"},
                            {"version", "0.1.0"},
                            {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
      {"paths", std::move(paths)},
      {"components", json::object{{"schemas", json::object{{"Problem", problem_schema()}}}}}});
}

}  // namespace prima::app
