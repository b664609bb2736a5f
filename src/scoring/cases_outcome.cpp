#include "scoring/cases_outcome.h"

#include <algorithm>
#include <map>

#include "base/assert.h"
#include "scoring/roll_up.h"

namespace prima::scoring {

using instrument::Choice;
using instrument::Instrument;
using instrument::YamlNode;

namespace {

// The text of each answer that a case gives to one indicator; empty: unanswered.
using CaseAnswers = std::map<std::string, std::vector<std::string>>;

CaseOutcome outcome_of(const Classification& classification) {
  CaseOutcome outcome;
  outcome.score = classification.score;
  outcome.exact = classification.exact.fraction();
  outcome.category = classification.band->key;
  outcome.quality = classification.band->quality.id;
  outcome.zone = classification.band->zone ? std::string(official_name(*classification.band->zone)) : "none";
  outcome.opinion = classification.opinion.id;
  outcome.withheld = classification.certificate_withheld ? "certificate" : "none";
  return outcome;
}

std::string error_code(AnswerProblem problem) {
  switch (problem) {
    case AnswerProblem::not_a_number:
      return "not_a_number";
    case AnswerProblem::unknown_choice:
      return "unknown_choice";
    case AnswerProblem::out_of_range:
      return "out_of_range";
    case AnswerProblem::not_whole:
      return "not_whole";
    case AnswerProblem::not_applicable_not_allowed:
      return "not_applicable_not_allowed";
    case AnswerProblem::bad_date:
      return "bad_date";
  }
  PRIMA_UNREACHABLE("every problem of an answer has a code");
}

// Measures of which one brings the most points and one the fewest: the ends of the range, and for each rung what just
// reaches it, in ever finer steps. Some may be outside of the range or too fine for a count.
std::vector<std::string> telling_measures(const instrument::Indicator& indicator) {
  constexpr int finest_places = 9;
  std::vector<std::string> measures = {plain(*indicator.greatest), plain(*indicator.least)};
  for (const instrument::Threshold& rung : indicator.thresholds) {
    if (!rung.limit) continue;
    for (int places = 0; places <= finest_places; ++places) {
      const Rational step = Rational::power_of_ten(-places);
      Rational measure = (*rung.limit / step).floor() * step;
      if (measure < *rung.limit || (rung.above && measure == *rung.limit)) measure += step;
      measures.push_back(plain(measure));
    }
  }
  return measures;
}

std::string extreme_measure(const Compiled& compiled, std::size_t place, bool highest) {
  const CompiledIndicator& indicator = compiled.indicators()[place];
  std::optional<Rational> best;
  std::string text;
  for (const std::string& measure : telling_measures(*indicator.source)) {
    const auto answer = compiled.read_answer(place, measure);
    if (!answer) continue;
    Tally tally;
    tally.add(*answer, indicator.denominator);
    const Rational points = tally.points(indicator.denominator);
    if (best && (highest ? points <= *best : points >= *best)) continue;
    best = points;
    text = measure;
  }
  return text;
}

// The answer that brings the most points, or the fewest.
std::string extreme_answer(const Compiled& compiled, std::size_t place, bool highest) {
  const instrument::Indicator& indicator = *compiled.indicators()[place].source;
  if (indicator.is_measured()) return extreme_measure(compiled, place, highest);
  const auto by_points = [](const Choice& a, const Choice& b) { return a.points < b.points; };
  const auto [low, high] = std::minmax_element(indicator.choices.begin(), indicator.choices.end(), by_points);
  return highest ? high->id : low->id;
}

void fill_all(const YamlNode& all, const Compiled& compiled, CaseAnswers& answers) {
  if (!all.exists()) return;
  const std::string value = all.text();
  for (std::size_t place = 0; place < compiled.indicators().size(); ++place) {
    const bool extreme = value == "highest" || value == "lowest";
    answers[compiled.indicators()[place].source->id] = {extreme ? extreme_answer(compiled, place, value == "highest")
                                                                : value};
  }
}

void unknown_indicator(const YamlNode& node, const std::string& id) {
  node.report("unknown_indicator", {"kasus menyebut indikator \"" + id + "\" yang tidak ada",
                                    "the case names an indicator \"" + id + "\" that does not exist"});
}

CaseAnswers read_answers(const YamlNode& node, const Compiled& compiled) {
  node.allow_keys({"all", "values", "missing"});
  CaseAnswers answers;
  fill_all(node.optional("all"), compiled, answers);
  for (const auto& [id, value] : node.optional("values").entries()) {
    if (!compiled.find(id)) unknown_indicator(value, id);
    std::vector<std::string> texts;
    if (value.is_list()) {
      for (const YamlNode& item : value.items()) texts.push_back(item.text());
    } else {
      texts.push_back(value.text());
    }
    answers[id] = texts;
  }
  for (const YamlNode& item : node.optional("missing").items()) {
    const std::string id = item.text();
    if (!compiled.find(id)) unknown_indicator(item, id);
    answers.erase(id);
  }
  return answers;
}

}  // namespace

CaseOutcome classify_case(const YamlNode& node, const Instrument& instrument) {
  node.allow_keys({"score", "oversight"});
  const Rational score = node.required("score").number();
  std::optional<instrument::Oversight> oversight;
  const YamlNode level = node.optional("oversight");
  if (level.exists()) oversight = instrument::oversight(level.text());
  if (on_scale(instrument, score)) return outcome_of(classify(instrument, instrument.institution, score, oversight));
  CaseOutcome outcome;
  outcome.error = "off_scale";
  return outcome;
}

CaseOutcome rollup_case(const YamlNode& node, const Instrument& instrument) {
  std::vector<Member> members;
  for (const YamlNode& item : node.items()) {
    item.allow_keys({"unit", "score", "products"});
    Member member;
    member.name = item.required("unit").text();
    const YamlNode score = item.required("score");
    if (score.text() != "NA") member.exact = score.number();
    const YamlNode products = item.optional("products");
    if (products.exists()) member.products = products.whole();
    members.push_back(std::move(member));
  }
  const auto whole = roll_up(instrument, instrument.institution, members);
  if (whole) return outcome_of(*whole);
  CaseOutcome outcome;
  outcome.error = "not_assessed";
  return outcome;
}

CaseOutcome answers_case(const YamlNode& node, const Compiled& compiled) {
  const CaseAnswers given = read_answers(node, compiled);
  UnitAnswers answers;
  answers.tallies.resize(compiled.indicators().size());
  CaseOutcome outcome;
  for (const auto& [id, texts] : given) {
    const auto place = compiled.find(id);
    if (!place) continue;
    for (const std::string& text : texts) {
      const auto answer = compiled.read_answer(*place, text);
      if (!answer) {
        outcome.error = error_code(answer.error());
        return outcome;
      }
      answers.tallies[*place].add(*answer, compiled.indicators()[*place].denominator);
    }
  }
  const UnitScore score = score_unit(compiled, answers);
  if (!score.assessed) {
    outcome.error = "not_assessed";
    return outcome;
  }
  outcome = outcome_of(score.classification);
  outcome.findings.assign(score.missing.size(), "missing_mandatory");
  return outcome;
}

}  // namespace prima::scoring
