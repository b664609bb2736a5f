#include <fmt/format.h>

#include <algorithm>

#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

void add_reuse(LintRun& run, const Indicator& indicator, const Instrument& other) {
  run.add("id_reused", indicator.line,
          {fmt::format("id \"{}\" sudah berarti lain dalam versi {}; beri id baru, atau tulis \"since\" yang sama bila "
                       "pertanyaannya tetap sama",
                       indicator.id, other.version),
           fmt::format("the id \"{}\" already means something else in version {}; give a new id, or write the same "
                       "\"since\" when the question stayed the same",
                       indicator.id, other.version)});
}

void lint_against(LintRun& run, const Instrument& other) {
  for (const Indicator& indicator : run.instrument.indicators) {
    const Indicator* namesake = other.indicator(indicator.id);
    const bool changed = namesake != nullptr && namesake->since != indicator.since;
    const bool retired = other.valid_from < run.instrument.valid_from &&
                         std::find(other.retired.begin(), other.retired.end(), indicator.id) != other.retired.end();
    if (changed || retired) add_reuse(run, indicator, other);
  }
}

}  // namespace

void lint_versions(LintRun& run, const std::vector<const Instrument*>& family) {
  for (const std::string& id : run.instrument.retired) {
    const Indicator* alive = run.instrument.indicator(id);
    if (alive != nullptr) add_reuse(run, *alive, run.instrument);
  }
  for (const Instrument* other : family) {
    const bool same_version = other->version == run.instrument.version;
    if (other->family == run.instrument.family && !same_version) lint_against(run, *other);
  }
}

}  // namespace prima::instrument
