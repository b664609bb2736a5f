#include "catalogue/standard_completeness.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

using Answer = ServiceCompleteness::Answer;

bool is_laid_down(const Edition& edition) {
  return edition.state == EditionState::approved || edition.state == EditionState::published;
}

Answer top(ComponentCheck check, const char* choice, Words reason) {
  return {std::move(check), choice, std::move(reason)};
}

Answer answer_of(ComponentCheck check, const Edition* edition) {
  if (edition == nullptr)
    return {std::move(check), "0", {"layanan ini belum punya standar", "this service has no standard yet"}};
  if (check.state == ComponentState::absent) return {check, "0", check.reason};
  if (check.state == ComponentState::partial) return {check, "1", check.reason};
  if (!is_laid_down(*edition))
    return {std::move(check),
            "1",
            {"lengkap, tetapi standarnya belum ditetapkan", "complete, but the standard is not laid down"}};
  if (!must_be_published(check.component))
    return top(std::move(check), "2", {"lengkap dan ditetapkan", "complete and laid down"});
  if (edition->state == EditionState::published)
    return top(std::move(check), "3", {"lengkap, ditetapkan, dan diumumkan", "complete, laid down and published"});
  return {std::move(check),
          "2",
          {"lengkap dan ditetapkan, tetapi belum diumumkan", "complete and laid down, but not published"}};
}

const char* top_choice(Component component) { return must_be_published(component) ? "3" : "2"; }

std::array<Answer, component_count> answers_to(const Edition* edition) {
  static const Standard nothing;
  std::array<ComponentCheck, component_count> checks =
      check_components(edition == nullptr ? nothing : edition->standard);
  std::array<Answer, component_count> answers;
  for (std::size_t i = 0; i < component_count; ++i) answers[i] = answer_of(std::move(checks[i]), edition);
  return answers;
}

void count_missing(const CompletenessScorer::UnitServices& unit, CompletenessScorer::GroupCompleteness& group) {
  for (const Edition* edition : unit.editions) {
    ++group.services;
    if (edition == nullptr) ++group.without_standard;
    const auto answers = answers_to(edition);
    for (std::size_t i = 0; i < component_count; ++i) {
      if (answers[i].choice == "0") {
        ++group.counts[i].absent;
        ++group.absent_total;
      } else if (answers[i].choice != top_choice(components()[i])) {
        ++group.counts[i].weak;
      }
    }
  }
}

CompletenessScorer::GroupCompleteness counted(std::span<const CompletenessScorer::UnitServices> units) {
  CompletenessScorer::GroupCompleteness group;
  for (const Component component : components()) group.counts.push_back({component, 0, 0});
  for (const auto& unit : units) count_missing(unit, group);
  std::erase_if(group.counts, [](const auto& count) { return count.absent + count.weak == 0; });
  std::stable_sort(group.counts.begin(), group.counts.end(), [](const auto& a, const auto& b) {
    return std::pair(a.absent, a.weak) > std::pair(b.absent, b.weak);
  });
  return group;
}

void set_score(CompletenessScorer::GroupCompleteness& group, const scoring::Classification& classification) {
  group.exact = classification.exact;
  group.rounded = classification.score;
  group.band = classification.band;
}

}  // namespace

std::string_view indicator_of(Component component) {
  switch (component) {
    case Component::legal_basis:
      return "dasar-hukum";
    case Component::requirements:
      return "persyaratan";
    case Component::procedure:
      return "prosedur";
    case Component::time:
      return "jangka-waktu";
    case Component::fees:
      return "biaya";
    case Component::products:
      return "produk";
    case Component::facilities:
      return "sarana-prasarana";
    case Component::competence:
      return "kompetensi";
    case Component::supervision:
      return "pengawasan-internal";
    case Component::complaints:
      return "pengaduan";
    case Component::staff:
      return "jumlah-pelaksana";
    case Component::service_guarantee:
      return "jaminan-pelayanan";
    case Component::safety_guarantee:
      return "jaminan-keamanan";
    case Component::evaluation:
      return "evaluasi-kinerja";
  }
  return {};
}

Result<CompletenessScorer, Findings> CompletenessScorer::make(const scoring::Compiled& compiled) {
  CompletenessScorer scorer(compiled);
  Findings findings;
  for (std::size_t i = 0; i < component_count; ++i) {
    const std::string_view indicator = indicator_of(components()[i]);
    const auto place = compiled.find(indicator);
    if (place && compiled.read_answer(*place, "0") && compiled.read_answer(*place, "1") &&
        compiled.read_answer(*place, top_choice(components()[i]))) {
      scorer.places_[i] = *place;
      continue;
    }
    findings.push_back(
        {"indicator_missing",
         compiled.instrument().file,
         0,
         {fmt::format("instrumen {} tidak punya indikator \"{}\" dengan anak tangga 0, 1, dan {}; pakai "
                      "instrumen {}",
                      compiled.instrument().id(), indicator, top_choice(components()[i]), completeness_instrument),
          fmt::format("the instrument {} has no indicator \"{}\" with the rungs 0, 1 and {}; use the "
                      "instrument {}",
                      compiled.instrument().id(), indicator, top_choice(components()[i]), completeness_instrument)}});
  }
  if (!findings.empty()) return failure(std::move(findings));
  return scorer;
}

scoring::UnitAnswers CompletenessScorer::answers_of(const UnitServices& unit) const {
  scoring::UnitAnswers answers;
  answers.unit = unit.unit;
  answers.tallies.resize(compiled_->indicators().size());
  answers.products = static_cast<std::int64_t>(std::max<std::size_t>(unit.editions.size(), 1));
  answers.not_assessed = unit.editions.empty();
  for (const Edition* edition : unit.editions) {
    const auto given = answers_to(edition);
    for (std::size_t i = 0; i < component_count; ++i) {
      const auto answer = compiled_->read_answer(places_[i], given[i].choice);
      PRIMA_ASSERT(answer.has_value());
      answers.tallies[places_[i]].add(*answer, compiled_->indicators()[places_[i]].denominator);
    }
  }
  return answers;
}

scoring::InstitutionAnswers CompletenessScorer::answers_of(const std::string& name,
                                                           std::span<const UnitServices> units) const {
  scoring::InstitutionAnswers answers{name, {}};
  for (const UnitServices& unit : units) answers.units.push_back(answers_of(unit));
  return answers;
}

ServiceCompleteness CompletenessScorer::score_service(const Edition* edition) const {
  ServiceCompleteness service{
      answers_to(edition), scoring::score_unit(*compiled_, answers_of({"", {edition}})), {}, {}};
  for (const Answer& answer : service.answers) {
    if (answer.choice == "0") {
      service.absent.push_back(answer.check.component);
    } else if (answer.choice != top_choice(answer.check.component)) {
      service.weak.push_back(answer.check.component);
    }
  }
  return service;
}

scoring::TraceNode CompletenessScorer::explain_service(const std::string& name, const Edition* edition) const {
  return scoring::explain_unit(*compiled_, answers_of({name, {edition}}));
}

CompletenessScorer::GroupCompleteness CompletenessScorer::score_unit(const UnitServices& unit) const {
  GroupCompleteness group = counted({&unit, 1});
  const scoring::UnitScore score = scoring::score_unit(*compiled_, answers_of(unit));
  if (score.assessed) set_score(group, score.classification);
  return group;
}

scoring::TraceNode CompletenessScorer::explain_unit(const UnitServices& unit) const {
  return scoring::explain_unit(*compiled_, answers_of(unit));
}

CompletenessScorer::GroupCompleteness CompletenessScorer::score_city(std::span<const UnitServices> units) const {
  GroupCompleteness group = counted(units);
  const scoring::InstitutionScore score = scoring::score_institution(*compiled_, answers_of("", units));
  if (score.classification) set_score(group, *score.classification);
  return group;
}

scoring::TraceNode CompletenessScorer::explain_city(const std::string& name,
                                                    std::span<const UnitServices> units) const {
  return scoring::explain_institution(*compiled_, answers_of(name, units));
}

Words summary(const CompletenessScorer::GroupCompleteness& group) {
  if (group.services == 0) return {"Belum ada layanan.", "There is no service yet."};
  Words text{fmt::format("{} layanan, {} di antaranya tanpa standar", group.services, group.without_standard),
             fmt::format("{} {}, {} of them without a standard", group.services,
                         group.services == 1 ? "service" : "services", group.without_standard)};
  Words missing;
  for (const auto& count : group.counts) {
    if (count.absent == 0) continue;
    const Words name = words(count.component);
    const std::string comma = missing.empty() ? "" : ", ";
    missing.id += fmt::format("{}{} ({})", comma, name.id, count.absent);
    missing.en += fmt::format("{}{} ({})", comma, name.en, count.absent);
  }
  if (missing.empty()) return {text.id + "; tidak ada komponen yang kosong.", text.en + "; no component is absent."};
  return {text.id + "; komponen yang kosong: " + missing.id + ".",
          text.en + "; absent components: " + missing.en + "."};
}

}  // namespace prima::catalogue
