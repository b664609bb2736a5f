#include "app/sample_data_city.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/rounding.h"

namespace prima::app {

using instrument::Indicator;
using instrument::Instrument;
using scoring::Classification;

namespace {

std::int64_t products_of(const PlannedInstitution& city, const std::string& unit) {
  const auto found =
      std::find_if(city.units.begin(), city.units.end(), [&](const PlannedUnit& one) { return one.name == unit; });
  return found == city.units.end() ? 1 : found->products;
}

// "A (Kualitas Tertinggi)", or the quality alone where categories have no letters.
std::string category(const instrument::Band& band) {
  return band.key.size() == 1 ? band.key + " (" + band.quality.id + ")" : band.quality.id;
}

std::string result_row(const std::string& city, const std::string& year, const Classification& figure,
                       const std::string& subject) {
  const auto& zone = figure.band->zone;
  return fmt::format("{},kota,{},{},{},{},{},\n", city, year, figure.score,
                     zone ? std::string(official_name(*zone)) : "", category(*figure.band), subject);
}

// What an indicator can be brought to, from the second lowest upwards.
std::vector<std::string> targets(const Indicator& indicator) {
  if (indicator.is_measured()) return {fixed(*indicator.greatest, Rounding{0, RoundingMode::down})};
  std::vector<instrument::Choice> choices = indicator.choices;
  std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) { return a.points < b.points; });
  std::vector<std::string> ids;
  for (std::size_t i = 1; i < choices.size(); ++i) ids.push_back(choices[i].id);
  return ids;
}

}  // namespace

std::string sample_units(const PlannedInstitution& city, const scoring::InstitutionAnswers& answers,
                         const scoring::InstitutionScore& score) {
  std::string out = "institution,unit,score,products\n";
  for (std::size_t i = 0; i < score.units.size(); ++i) {
    const std::string& unit = answers.units[i].unit;
    const std::string figure = score.units[i].assessed ? score.units[i].classification.score : "NA";
    out += fmt::format("{},{},{},{}\n", city.name, unit, figure, products_of(city, unit));
  }
  return out;
}

std::string sample_results(const PlannedInstitution& city, const Instrument& method,
                           const scoring::InstitutionAnswers& answers, const scoring::InstitutionScore& score) {
  std::string out = "institution,level,year,score,zone,category,dimension_or_unit,source_url\n";
  if (score.classification) out += result_row(city.name, method.version, *score.classification, "total");
  for (std::size_t i = 0; i < score.units.size(); ++i) {
    if (!score.units[i].assessed) continue;
    out += result_row(city.name, method.version, score.units[i].classification, "unit:" + answers.units[i].unit);
  }
  return out;
}

std::string sample_responses(const PlannedInstitution& city, const std::string& year, SampleRandom& random) {
  std::string out = "resp,unit,service,period,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
  std::int64_t number = 0;
  for (const PlannedUnit& unit : city.units) {
    for (std::int64_t service = 1; service <= 2; ++service) {
      const std::int64_t people = random.between(40, 80);
      for (std::int64_t i = 0; i < people; ++i) {
        out += fmt::format("SINTETIS-{:05},{},Layanan {:02},{}-1", ++number, unit.name, service, year);
        for (int element = 0; element < 9; ++element) {
          const std::int64_t wanted = std::clamp<std::int64_t>(unit.quality + random.around_zero(90), 0, 1000) * 3;
          out += fmt::format(",{}", 1 + (wanted + random.below(1000)) / 1000);
        }
        out += '\n';
      }
    }
  }
  return out;
}

std::string sample_costs(const Instrument& method, SampleRandom& random) {
  std::string out = "indicator,to_value,cost,days,staff,probability\n";
  for (const Indicator& indicator : method.indicators) {
    if (indicator.informational) continue;
    std::int64_t cost = 0;
    std::int64_t days = 0;
    for (const std::string& target : targets(indicator)) {
      cost += 250'000 * random.between(2, 40);
      days += random.between(3, 30);
      out += fmt::format("{},{},{},{},{},0.{}\n", indicator.id, target, cost, days, random.between(1, 4),
                         random.between(60, 99));
    }
  }
  return out;
}

}  // namespace prima::app
