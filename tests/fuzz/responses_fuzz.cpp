// Any bytes as RESPONSES.csv: either findings that a person can act on, or sums that answers from 1 to 4 can have, an
// index inside its scale, and documents of both kinds.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/assert.h"
#include "base/text.h"
#include "surveys/responses.h"
#include "surveys/skm_api.h"
#include "surveys/skm_report.h"
#include "surveys/skm_text.h"

namespace {

using namespace prima;
using namespace prima::surveys;

void check_finding(const Finding& finding) {
  PRIMA_ASSERT(!finding.code.empty() && finding.line >= 0);
  PRIMA_ASSERT(!finding.message.id.empty() && !finding.message.en.empty());
  PRIMA_ASSERT(!first_invalid_utf8(finding.message.id) && !first_invalid_utf8(finding.message.en));
}

void check_result(const SkmResult& result) {
  const Tally& tally = result.group.tally;
  for (const std::uint64_t sum : tally.sums) PRIMA_ASSERT(sum >= tally.n && sum <= 4 * tally.n);
  PRIMA_ASSERT(result.index.has_value() == (tally.n > 0));
  if (!result.index) return;
  PRIMA_ASSERT(result.index->rounded >= Rational(25) && result.index->rounded <= Rational(100));
  PRIMA_ASSERT(result.index->rounded == Rational::ratio(index_hundredths(tally.total(), tally.n), 100));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Mostly behind a good header, which chance would hardly ever write.
  std::string text(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] % 4 != 0) text.replace(0, 1, "unit,period,resp,U1,U2,U3,U4,U5,U6,U7,U8,U9\n");
  const auto responses = read_responses(text, "fuzz.csv");
  if (!responses) {
    PRIMA_ASSERT(!responses.error().empty());
    for (const Finding& finding : responses.error()) check_finding(finding);
    return 0;
  }
  const SkmReport report = skm_report(*responses, {.convention = Convention::exact_1_9, .population = size});
  PRIMA_ASSERT(!report.results.empty());
  for (const Finding& finding : report.findings) check_finding(finding);
  for (const SkmResult& result : report.results) check_result(result);
  PRIMA_ASSERT(!first_invalid_utf8(to_json(report, Language::id)));
  PRIMA_ASSERT(!first_invalid_utf8(to_text(report, Language::en)));
  return 0;
}
