#include "surveys/skm_api.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "base/rounding.h"

namespace prima::surveys {

namespace {

namespace json = boost::json;

constexpr Rounding two_decimals{2, RoundingMode::half_up};
constexpr Rounding four_decimals{4, RoundingMode::half_up};

json::value elements_of(const Tally& tally) {
  if (tally.n == 0) return nullptr;
  const auto means = element_means(tally);
  json::object elements;
  for (std::size_t i = 0; i < element_count; ++i) elements[element_ids[i]] = fixed(means[i], four_decimals);
  return elements;
}

json::array conventions_of(const std::vector<Index>& indices) {
  json::array list;
  for (const Index& index : indices) {
    list.push_back(json::object{{"convention", id(index.convention)},
                                {"index", fixed(index.rounded, two_decimals)},
                                {"grade", letter(index.grade)}});
  }
  return list;
}

void add_index(json::object& object, const std::optional<Index>& index) {
  object["index"] = index ? json::value(fixed(index->rounded, two_decimals)) : json::value();
  object["exact"] = index ? json::value(index->exact.fraction()) : json::value();
  object["grade"] = index ? json::value(letter(index->grade)) : json::value();
  object["quality"] = index ? json::value(quality(index->grade)) : json::value();
}

json::object result_object(const SkmResult& result, Convention convention) {
  json::object object;
  object["unit"] = result.group.unit;
  object["period"] = result.group.period;
  object["n"] = result.group.tally.n;
  object["incomplete"] = result.group.incomplete;
  object["elements"] = elements_of(result.group.tally);
  add_index(object, result.index);
  object["convention"] = id(convention);
  object["sample_required"] = result.sample_required;
  object["margin"] = result.margin ? json::value(*result.margin) : json::value();
  object["population"] = result.population ? json::value(*result.population) : json::value();
  object["by_convention"] = conventions_of(result.by_convention);
  object["grade_depends_on_convention"] = result.grade_depends_on_convention;
  return object;
}

json::object finding_object(const Finding& finding, Language language) {
  return {{"code", finding.code},
          {"file", finding.file},
          {"line", finding.line},
          {"message", finding.message.in(language)}};
}

}  // namespace

std::string to_json(const SkmReport& report, Language language) {
  json::array results;
  for (const SkmResult& result : report.results) results.push_back(result_object(result, report.convention));
  json::array findings;
  for (const Finding& finding : report.findings) findings.push_back(finding_object(finding, language));
  return json::serialize(json::object{{"results", std::move(results)}, {"findings", std::move(findings)}});
}

}  // namespace prima::surveys
