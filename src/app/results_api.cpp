#include "app/results_api.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>

namespace prima::app {

namespace json = boost::json;

namespace {

constexpr std::size_t default_limit = 100;
constexpr std::size_t greatest_limit = 500;

// The value of a parameter as a whole number between `least` and `most`, otherwise `otherwise`.
std::size_t number_of(const std::vector<http::Parameter>& parameters, std::string_view name, std::size_t otherwise,
                      std::size_t most) {
  for (const http::Parameter& parameter : parameters) {
    if (parameter.name != name) continue;
    std::size_t number = 0;
    const char* end = parameter.value.data() + parameter.value.size();
    const auto [stop, error] = std::from_chars(parameter.value.data(), end, number);
    if (error == std::errc() && stop == end) return std::min(number, most);
  }
  return otherwise;
}

json::object item(const publication::Registry& registry, publication::RowIndex index) {
  const publication::PublishedRow& row = registry.row(index);
  const publication::Verdict& verdict = registry.verdict(index);
  const publication::Government& government = registry.government_of(index);
  json::object object{{"institution", government.name}, {"slug", government.slug}, {"year", row.year}};
  object["round"] = verdict.instrument == nullptr ? json::value() : json::value(verdict.instrument->id());
  const auto& result = verdict.classification;
  object["score"] = result ? json::value(result->score) : json::value();
  object["category"] = result ? json::value(result->band->key) : json::value();
  object["quality"] = result ? json::value(result->band->quality.id) : json::value();
  object["zone"] =
      result && result->band->zone ? json::value(instrument::official_name(*result->band->zone)) : json::value();
  object["url"] = "/pemerintah/" + government.slug;
  object["bundle_url"] = nullptr;
  object["source"] = row.source;
  return object;
}

}  // namespace

std::string results_json(const publication::Registry& registry, const std::vector<http::Parameter>& parameters) {
  const std::vector<publication::RowIndex> rows = registry.search({});
  const std::size_t limit = std::max<std::size_t>(1, number_of(parameters, "limit", default_limit, greatest_limit));
  const std::size_t first = number_of(parameters, "after", 0, rows.size());
  const std::size_t last = std::min(rows.size(), first + limit);
  json::array items;
  for (std::size_t i = first; i < last; ++i) items.push_back(item(registry, rows[i]));
  json::object document{{"items", std::move(items)}};
  document["next"] = last < rows.size() ? json::value(std::to_string(last)) : json::value();
  return json::serialize(document);
}

}  // namespace prima::app
