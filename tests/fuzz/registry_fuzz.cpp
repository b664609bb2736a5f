// Any bytes as RESULTS.csv: either findings that a person can act on, or rows whose recomputed category holds their
// score, documents of every kind, and a registry that finds each row by its own words.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/assert.h"
#include "base/csv.h"
#include "base/text.h"
#include "publication/registry.h"
#include "publication/registry_api.h"
#include "publication/registry_reader.h"
#include "publication/registry_text.h"

namespace {

using namespace prima;
using namespace prima::publication;
using instrument::Band;
using instrument::Instrument;
using instrument::Zone;

Date day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

Band band(const char* key, const char* quality, const char* opinion, std::optional<Zone> zone, int min, int max) {
  Band one;
  one.key = key;
  one.quality = {quality, quality};
  one.opinion = {opinion, opinion};
  one.zone = zone;
  one.min = Rational::ratio(min, 100);
  one.max = Rational::ratio(max, 100);
  return one;
}

Instrument method(const char* family, int year, std::vector<Band> bands) {
  Instrument one;
  one.family = family;
  one.version = std::to_string(year);
  one.valid_from = day(year, 1, 1);
  one.valid_to = day(year, 12, 31);
  one.scale_max = Rational(100);
  one.institution.aggregate = instrument::LevelAggregate::mean_of_units;
  one.bands = std::move(bands);
  return one;
}

// The three kinds of vocabulary that there are: zones, letters with labels, qualities with opinions.
const std::vector<Instrument>& methods() {
  static const std::vector<Instrument> all = {
      method("ombudsman/kepatuhan", 2021,
             {band("tinggi", "Kepatuhan Tinggi", "", Zone::green, 8100, 10000),
              band("sedang", "Kepatuhan Sedang", "", Zone::yellow, 5100, 8099),
              band("rendah", "Kepatuhan Rendah", "", Zone::red, 0, 5099)}),
      method("ombudsman/kepatuhan", 2023,
             {band("A", "Kualitas Tertinggi", "", Zone::green, 8800, 10000),
              band("B", "Kualitas Tinggi", "", Zone::green, 7800, 8799),
              band("C", "Kualitas Sedang", "", Zone::yellow, 0, 7799)}),
      method("ombudsman/opini", 2025,
             {band("kualitas-tertinggi", "Sangat Baik", "Kualitas Tertinggi", std::nullopt, 8800, 10000),
              band("kualitas-tinggi", "Baik", "Kualitas Tinggi", std::nullopt, 0, 8799)})};
  return all;
}

const Rounds& rounds() {
  static const Rounds all({&methods()[0], &methods()[1], &methods()[2]});
  return all;
}

void check_finding(const Finding& finding) {
  PRIMA_ASSERT(!finding.code.empty() && finding.line >= 0);
  PRIMA_ASSERT(!finding.message.id.empty() && !finding.message.en.empty());
  PRIMA_ASSERT(!first_invalid_utf8(finding.message.id) && !first_invalid_utf8(finding.message.en));
}

void check_verdict(const PublishedRow& row, const Verdict& verdict) {
  PRIMA_ASSERT(verdict.instrument != nullptr);
  if (!verdict.classification) {
    PRIMA_ASSERT(verdict.mismatches.empty() && !verdict.compared);
    return;
  }
  const Rational& rounded = verdict.classification->rounded;
  PRIMA_ASSERT(rounded >= verdict.classification->band->min && rounded <= verdict.classification->band->max);
  PRIMA_ASSERT(verdict.mismatches.empty() || verdict.compared);
  if (row.zone_text.empty() && row.category_text.empty()) PRIMA_ASSERT(!verdict.compared);
  for (const Mismatch& one : verdict.mismatches) {
    PRIMA_ASSERT(!one.printed.empty() && one.owner != verdict.classification->band);
  }
}

void check_csv(const std::string& csv, std::size_t rows) {
  CsvReader reader(csv, "out.csv");
  std::size_t records = 0;
  while (reader.next()) {
    PRIMA_ASSERT(reader.fields().size() == 12);
    ++records;
  }
  PRIMA_ASSERT(!reader.problem() && records == rows + 1);
}

void check_registry_of(const Registry& registry) {
  PRIMA_ASSERT(registry.search({}).size() == registry.rows().size());
  for (RowIndex i = 0; i < registry.rows().size(); ++i) {
    const Government& government = registry.government_of(i);
    PRIMA_ASSERT(registry.find(government.slug) == &government);
    const auto found = registry.search({.words = registry.row(i).institution, .year = registry.row(i).year});
    PRIMA_ASSERT(std::find(found.begin(), found.end(), i) != found.end());
  }
  for (const int year : registry.years()) {
    std::size_t rank = 0;
    for (const Ranked& one : registry.ranking(year)) {
      PRIMA_ASSERT(one.rank >= rank);
      rank = one.rank;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Mostly behind a good header, which chance would hardly ever write.
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] % 4 != 0) {
    text.replace(0, 1, "institution,level,year,score,zone,category,dimension_or_unit,source_url\n");
  }
  auto rows = read_registry(text, "fuzz.csv", rounds());
  if (!rows) {
    PRIMA_ASSERT(!rows.error().empty() && rows.error().size() <= 100);
    for (const Finding& finding : rows.error()) check_finding(finding);
    return 0;
  }
  const Registry registry(check_registry(*std::move(rows), rounds()), {});
  const RegistryCheck& check = registry.check();
  for (std::size_t i = 0; i < check.rows.size(); ++i) check_verdict(check.rows[i], check.verdicts[i]);
  PRIMA_ASSERT(!first_invalid_utf8(to_json(check, Language::id)) && !first_invalid_utf8(to_text(check, Language::en)));
  PRIMA_ASSERT(!first_invalid_utf8(rows_to_json(check, Language::en)));
  check_csv(rows_to_csv(check, Language::id), check.rows.size());
  if (check.rows.size() <= 50) check_registry_of(registry);
  return 0;
}
