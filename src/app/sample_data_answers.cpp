#include "app/sample_data_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/rounding.h"

namespace prima::app {

using instrument::Answerer;
using instrument::AnswerKind;
using instrument::Indicator;
using instrument::Instrument;

namespace {

constexpr std::int64_t percent_not_applicable = 6;
constexpr std::int64_t percent_optional_left_out = 12;

// Roles of people who do not work at the unit, so that many of them are asked.
constexpr std::array<std::string_view, 4> outside_roles = {"pengguna", "warga", "masyarakat", "responden"};

bool is_outside(std::string_view role) {
  return role.empty() ||
         std::any_of(outside_roles.begin(), outside_roles.end(), [&](auto word) { return role.starts_with(word); });
}

std::vector<std::string> rungs_of(const Indicator& indicator) {
  std::vector<instrument::Choice> choices = indicator.choices;
  std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) { return a.points < b.points; });
  std::vector<std::string> rungs;
  for (const auto& choice : choices) rungs.push_back(choice.id);
  return rungs;
}

}  // namespace

SampleAnswers::SampleAnswers(const Instrument& method)
    : as_of_(fmt::format("{}-06-30", static_cast<int>(method.valid_from.year()))) {
  for (const Indicator& indicator : method.indicators) {
    const Question question{&indicator, rungs_of(indicator)};
    if (indicator.answered_by == Answerer::unit) of_unit_.push_back(question);
    if (indicator.answered_by == Answerer::product) of_product_.push_back(question);
    if (indicator.answered_by != Answerer::respondent) continue;
    const std::vector<std::string> ids = indicator.roles.empty() ? std::vector<std::string>{""} : indicator.roles;
    for (const std::string& id : ids) {
      std::vector<Role>& roles = is_outside(id) ? users_ : staff_;
      auto role = std::find_if(roles.begin(), roles.end(), [&](const Role& one) { return one.id == id; });
      if (role == roles.end()) role = roles.insert(roles.end(), Role{id, {}});
      role->questions.push_back(question);
    }
  }
}

std::string SampleAnswers::measure(const Indicator& indicator, std::int64_t quality, SampleRandom& random) const {
  const Rational range = *indicator.greatest - *indicator.least;
  const std::int64_t part = std::clamp<std::int64_t>(quality + random.around_zero(40), 0, 1000);
  const Rational exact = *indicator.least + range * Rational::ratio(part, 1000);
  const int places = indicator.kind == AnswerKind::count ? 0 : 2;
  const std::string text = fixed(exact, Rounding{places, RoundingMode::down});
  return indicator.kind == AnswerKind::figure ? text + "@" + as_of_ : text;
}

// Empty: no answer is given.
std::string SampleAnswers::value(const Question& question, std::int64_t quality, SampleRandom& random) const {
  const Indicator& indicator = *question.indicator;
  if (indicator.may_be_not_applicable && random.chance(percent_not_applicable)) return "NA";
  if (!indicator.mandatory && random.chance(percent_optional_left_out)) return "";
  if (indicator.is_measured()) return measure(indicator, quality, random);
  const auto top = static_cast<std::int64_t>(question.rungs.size()) - 1;
  const std::int64_t wanted = std::clamp<std::int64_t>(quality + random.around_zero(70), 0, 1000) * top;
  return question.rungs[static_cast<std::size_t>((wanted + random.below(1000)) / 1000)];
}

std::int64_t SampleAnswers::write_unit(const PlannedInstitution& institution, const PlannedUnit& unit,
                                       SampleRandom& random, std::string& out) const {
  const std::string start = institution.name + "," + unit.name + ",";
  std::int64_t rows = 0;
  const auto write = [&](const std::vector<Question>& questions, const std::string& subject) {
    for (const Question& question : questions) {
      const std::string answer = value(question, unit.quality, random);
      if (answer.empty()) continue;
      out += start;
      out += question.indicator->id;
      out += ',';
      out += answer;
      out += subject;
      ++rows;
    }
  };
  write(of_unit_, ",,\n");
  for (const Role& role : staff_) write(role.questions, ",," + role.id + "\n");
  if (!of_product_.empty()) {
    for (std::int64_t i = 1; i <= unit.products; ++i) write(of_product_, fmt::format(",Layanan {:02},\n", i));
  }
  for (std::int64_t i = 1; i <= unit.users && !users_.empty(); ++i) {
    const Role& role = users_[static_cast<std::size_t>(i - 1) % users_.size()];
    write(role.questions, fmt::format(",,P{:03}\n", i));
  }
  return rows;
}

}  // namespace prima::app
