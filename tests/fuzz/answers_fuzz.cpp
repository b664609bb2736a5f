// Any bytes as a file of answers: either findings with a line, or a table in which every score lies between zero and
// the top of the scale and does not depend on the order of the rows.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/answers_reader.h"
#include "base/assert.h"

namespace {

using namespace prima;

instrument::Indicator question(const char* id, instrument::Answerer answered_by) {
  instrument::Indicator one;
  one.id = id;
  one.answered_by = answered_by;
  one.may_be_not_applicable = answered_by != instrument::Answerer::unit;
  one.weight = Rational::ratio(1, 3);
  for (int i = 0; i <= 4; ++i) one.choices.push_back({std::to_string(i), Rational(i), {}, 0});
  return one;
}

// Answers of unit, respondent and product, a measure, and one band.
instrument::Instrument method() {
  instrument::Instrument made;
  made.scale_max = Rational(100);
  made.samples_products = true;
  made.samples_respondents = true;
  made.institution.aggregate = instrument::LevelAggregate::mean_of_products;
  made.bands.emplace_back();
  made.bands.back().max = Rational(100);
  made.indicators = {question("p", instrument::Answerer::respondent), question("q", instrument::Answerer::product),
                     question("m", instrument::Answerer::unit)};
  made.indicators[2].choices.clear();
  made.indicators[2].kind = instrument::AnswerKind::number;
  made.indicators[2].least = Rational(0);
  made.indicators[2].greatest = Rational(100);
  made.dimensions.emplace_back();
  made.dimensions.back().weight = Rational(1);
  made.dimensions.back().indicator_count = made.indicators.size();
  return made;
}

// The same file with its rows backwards; rows that hold quotes stay as they are, since a row may then span lines.
std::string backwards(std::string_view bytes) {
  std::vector<std::string_view> lines;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    lines.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end);
  }
  std::string text(lines.front());
  for (std::size_t i = lines.size(); i-- > 1;) text += lines[i];
  return text;
}

void compare(const scoring::Compiled& compiled, const assessment::AnswerTable& a, const assessment::AnswerTable& b) {
  PRIMA_ASSERT(a.rows == b.rows && a.institutions.size() == b.institutions.size());
  for (std::size_t i = 0; i < a.institutions.size(); ++i) {
    const auto one = scoring::score_institution(compiled, a.institutions[i]);
    const auto other = scoring::score_institution(compiled, b.institutions[i]);
    PRIMA_ASSERT(a.institutions[i].institution == b.institutions[i].institution);
    PRIMA_ASSERT(one.classification.has_value() == other.classification.has_value());
    if (one.classification) PRIMA_ASSERT(one.classification->exact == other.classification->exact);
  }
}

void check(const scoring::Compiled& compiled, const assessment::AnswerTable& table) {
  for (const auto& institution : table.institutions) {
    const auto score = scoring::score_institution(compiled, institution);
    if (!score.classification) continue;
    PRIMA_ASSERT(scoring::on_scale(compiled.instrument(), score.classification->exact));
  }
}

// The same file, cut as often as it can be and read on several threads.
void compare_in_shares(const scoring::Compiled& compiled, const std::string& bytes,
                       const Result<assessment::AnswerTable, Findings>& whole) {
  const auto shared = assessment::read_answers(compiled, bytes, "fuzz.csv", {.threads = 3, .least_bytes = 1});
  PRIMA_ASSERT(shared.has_value() == whole.has_value());
  if (!whole) {
    PRIMA_ASSERT(shared.error() == whole.error());
    return;
  }
  PRIMA_ASSERT(shared->notices == whole->notices);
  compare(compiled, *whole, *shared);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const instrument::Instrument made = method();
  static const scoring::Compiled compiled(made);
  // Half of the inputs get a header, so that not every one has to find it.
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size > 0 && data[0] % 2 == 0) bytes = "institution,unit,indicator,value,product,respondent\n" + bytes.substr(1);
  const auto table = assessment::read_answers(compiled, bytes, "fuzz.csv");
  compare_in_shares(compiled, bytes, table);
  if (!table) {
    PRIMA_ASSERT(!table.error().empty() && table.error().size() <= 100);
    for (const Finding& finding : table.error()) PRIMA_ASSERT(!finding.message.id.empty() && finding.line >= 0);
    return 0;
  }
  check(compiled, *table);
  const bool simple = bytes.find_first_of("\"\r") == std::string::npos && bytes.back() == '\n' && bytes.front() != '\n';
  if (!simple) return 0;
  const auto turned = assessment::read_answers(compiled, backwards(bytes), "fuzz.csv");
  PRIMA_ASSERT(turned.has_value());
  compare(compiled, *table, *turned);
  return 0;
}
