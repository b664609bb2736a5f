#include "instrument/show_api.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "instrument/findings_api.h"

namespace prima::instrument {

namespace json = boost::json;

namespace {

json::object words_object(const Words& words) { return {{"id", words.id}, {"en", words.en}}; }

json::array choices_array(const Indicator& indicator) {
  json::array list;
  for (const Choice& choice : indicator.choices)
    list.push_back(json::object{{"id", choice.id}, {"points", plain(choice.points)}});
  return list;
}

json::value range_value(const Indicator& indicator) {
  if (!indicator.is_measured()) return nullptr;
  return json::object{{"min", plain(*indicator.least)}, {"max", plain(*indicator.greatest)}};
}

json::object indicator_object(const Instrument& instrument, const Indicator& indicator) {
  const Dimension& dimension = instrument.dimensions[indicator.dimension];
  return {{"id", indicator.id},
          {"dimension", dimension.id},
          {"variable", dimension.variables[indicator.variable].id},
          {"question", words_object(indicator.question)},
          {"kind", name(indicator.kind)},
          {"answered_by", name(indicator.answered_by)},
          {"mandatory", indicator.mandatory},
          {"informational", indicator.informational},
          {"not_applicable", indicator.may_be_not_applicable},
          {"weight", indicator.weight ? json::value(plain(*indicator.weight)) : json::value()},
          {"weight_status", name(indicator.weight_mark.standing)},
          {"status", name(indicator.mark.standing)},
          {"max", plain(indicator.maximum())},
          {"choices", choices_array(indicator)},
          {"range", range_value(indicator)}};
}

json::object band_object(const Band& band) {
  return {{"key", band.key},
          {"quality", band.quality.id},
          {"zone", band.zone ? json::value(official_name(*band.zone)) : json::value()},
          {"min", plain(band.min)},
          {"max", plain(band.max)},
          {"opinion", band.opinion.empty() ? json::value() : json::value(band.opinion.id)},
          {"status", name(band.mark.standing)}};
}

}  // namespace

std::string show_json(const Instrument& instrument) {
  json::array dimensions;
  for (const Dimension& dimension : instrument.dimensions) {
    dimensions.push_back(json::object{{"id", dimension.id},
                                      {"name", words_object(dimension.name)},
                                      {"weight", plain(dimension.weight)},
                                      {"weight_status", name(dimension.mark.standing)}});
  }
  json::array indicators;
  for (const Indicator& indicator : instrument.indicators)
    indicators.push_back(indicator_object(instrument, indicator));
  json::array bands;
  for (const Band& band : instrument.bands) bands.push_back(band_object(band));
  const Level& level = instrument.institution;
  return json::serialize(
      json::object{{"id", instrument.id()},
                   {"version", instrument.version},
                   {"hash", instrument.hash},
                   {"title", words_object(instrument.title)},
                   {"scale", json::object{{"min", plain(instrument.scale_min)}, {"max", plain(instrument.scale_max)}}},
                   {"rounding", json::object{{"places", level.rounding.places}, {"mode", name(level.rounding.mode)}}},
                   {"aggregate", name(level.aggregate)},
                   {"dimensions", std::move(dimensions)},
                   {"indicators", std::move(indicators)},
                   {"bands", std::move(bands)}});
}

std::string list_json(const std::vector<const Instrument*>& instruments) {
  json::array list;
  for (const Instrument* one : instruments) {
    list.push_back(json::object{{"id", one->id()},
                                {"version", one->version},
                                {"title", words_object(one->title)},
                                {"valid_from", iso(one->valid_from)},
                                {"valid_to", one->valid_to ? json::value(iso(*one->valid_to)) : json::value()},
                                {"hash", one->hash}});
  }
  return json::serialize(json::object{{"instruments", std::move(list)}});
}

boost::json::array findings_array(const Findings& findings, Language language) {
  json::array list;
  list.reserve(findings.size());
  for (const Finding& finding : findings) {
    list.push_back(json::object{{"code", finding.code},
                                {"file", finding.file},
                                {"line", finding.line},
                                {"message", finding.message.in(language)}});
  }
  return list;
}

std::string lint_json(const Findings& findings, std::size_t cases, Language language) {
  return json::serialize(json::object{{"findings", findings_array(findings, language)}, {"cases", cases}});
}

std::string diff_json(const std::vector<Change>& changes, Language language) {
  json::array list;
  for (const Change& change : changes)
    list.push_back(json::object{{"part", change.part}, {"id", change.id}, {"message", change.words.in(language)}});
  return json::serialize(json::object{{"changes", std::move(list)}});
}

}  // namespace prima::instrument
