#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/rational.h"
#include "base/result.h"
#include "catalogue/standard.h"
#include "catalogue/standard_completeness_rules.h"
#include "scoring/compiled.h"
#include "scoring/trace.h"
#include "scoring/unit_score.h"

namespace prima::catalogue {

// The instrument that scores a standard.
inline constexpr std::string_view completeness_instrument = "standar-pelayanan/14-komponen";

// The indicator of the instrument that asks about a component: "persyaratan".
std::string_view indicator_of(Component component);

// What one edition answers to the instrument, and the score of that answer.
struct ServiceCompleteness {
  struct Answer {
    ComponentCheck check;
    std::string choice;  // the rung: "0" absent, "1" partial or not laid down, "2" complete, "3" complete and published
    Words reason;        // why this rung
  };

  std::array<Answer, component_count> answers;  // in the order of the law
  scoring::UnitScore score;
  std::vector<Component> absent;  // rung 0
  std::vector<Component> weak;    // not on the top rung, but there

  const Rational& exact() const { return score.classification.exact; }
};

// Scores completeness with the instrument standar-pelayanan/14-komponen. Holds the prepared instrument by reference; it
// must outlive this. Constant after construction, so safe from any thread.
class CompletenessScorer {
 public:
  // Fails when an indicator of the 14 is not in the instrument, or one of its rungs is not.
  static Result<CompletenessScorer, Findings> make(const scoring::Compiled& compiled);

  // One service. `edition` is null where a service has no standard at all: every component is absent. An edition counts
  // as laid down when it is approved or published, and as public when it is published; a withdrawn one is neither.
  ServiceCompleteness score_service(const Edition* edition) const;
  scoring::TraceNode explain_service(const std::string& name, const Edition* edition) const;

  // A unit from its services; the exact mean over them, component by component.
  struct UnitServices {
    std::string unit;
    std::vector<const Edition*> editions;  // one for each service; null: no standard
  };
  struct Count {
    Component component;
    std::size_t absent = 0;  // in so many services it is not there at all
    std::size_t weak = 0;    // in so many it is there, but not on the top rung
  };
  struct GroupCompleteness {
    std::size_t services = 0;
    std::size_t without_standard = 0;
    std::optional<Rational> exact;  // nothing when there is no service
    std::string rounded;            // as the instrument rounds it: "91.70"
    const instrument::Band* band = nullptr;
    std::vector<Count> counts;     // components with something missing, the most absent first, then the law's order
    std::size_t absent_total = 0;  // components absent, added up over the services
  };
  GroupCompleteness score_unit(const UnitServices& unit) const;
  scoring::TraceNode explain_unit(const UnitServices& unit) const;

  // A city from its units: every service weighs the same, as the instrument says.
  GroupCompleteness score_city(std::span<const UnitServices> units) const;
  scoring::TraceNode explain_city(const std::string& name, std::span<const UnitServices> units) const;

 private:
  explicit CompletenessScorer(const scoring::Compiled& compiled) : compiled_(&compiled) {}

  scoring::UnitAnswers answers_of(const UnitServices& unit) const;
  scoring::InstitutionAnswers answers_of(const std::string& name, std::span<const UnitServices> units) const;

  const scoring::Compiled* compiled_;
  std::array<std::size_t, component_count> places_{};  // of each component's indicator
};

// "12 services, 3 of them without a standard; most often missing: Cost or fee (5), Time of service (4)."
Words summary(const CompletenessScorer::GroupCompleteness& group);

}  // namespace prima::catalogue
