#include <fmt/format.h>

#include "base/csv.h"
#include "base/rounding.h"
#include "surveys/skm_text.h"

namespace prima::surveys {

namespace {

std::string elements_of(const Tally& tally) {
  std::string fields;
  const auto means = tally.n == 0 ? std::array<Rational, element_count>{} : element_means(tally);
  for (const Rational& mean : means)
    fields += (tally.n == 0 ? "" : fixed(mean, Rounding{4, RoundingMode::half_up})) + ",";
  return fields;
}

}  // namespace

std::string to_csv(const SkmReport& report) {
  std::string csv =
      "unit,period,n,U1,U2,U3,U4,U5,U6,U7,U8,U9,index,exact,grade,quality,convention,sample_required,margin\n";
  for (const SkmResult& result : report.results) {
    csv += fmt::format("{},{},{},{}", csv_field(result.group.unit), csv_field(result.group.period),
                       result.group.tally.n, elements_of(result.group.tally));
    if (result.index) {
      csv += fmt::format("{},{},{},{},", fixed(result.index->rounded, Rounding{2, RoundingMode::half_up}),
                         result.index->exact.fraction(), letter(result.index->grade), quality(result.index->grade));
    } else {
      csv += ",,,,";
    }
    csv += fmt::format("{},{},{}\n", id(report.convention), result.sample_required, result.margin.value_or(""));
  }
  return csv;
}

}  // namespace prima::surveys
