#include <fmt/format.h>

#include <algorithm>

#include "instrument/lint_parts.h"

namespace prima::instrument {

namespace {

void lint_second_axis(LintRun& run) {
  if (!run.instrument.second_axis) return;
  const SecondAxis& axis = *run.instrument.second_axis;
  for (const Oversight key : {Oversight::followed, Oversight::open, Oversight::none}) {
    const auto times = std::count_if(axis.levels.begin(), axis.levels.end(),
                                     [&](const OversightLevel& level) { return level.key == key; });
    if (times == 1) continue;
    run.add("second_axis_levels", axis.line,
            {fmt::format("sumbu kedua: tingkat \"{}\" harus ada tepat satu kali", name(key)),
             fmt::format("second axis: the level \"{}\" must be there exactly once", name(key))});
  }
}

// Follow-up of oversight is known of institutions, answers are known of units.
void lint_level(LintRun& run, const Gate& gate) {
  const bool oversight = gate.condition == Gate::Condition::oversight_is;
  if (oversight == (gate.subject == Gate::Subject::institution)) return;
  run.add(
      "gate_wrong_level", gate.line,
      {fmt::format("syarat \"{}\": syarat \"axis\" berlaku pada instansi, syarat indikator atau dimensi pada unit",
                   gate.id),
       fmt::format(
           "gate \"{}\": a condition on \"axis\" belongs to institutions, one on an indicator or dimension to units",
           gate.id)});
}

void lint_condition(LintRun& run, const Gate& gate) {
  const Instrument& instrument = run.instrument;
  switch (gate.condition) {
    case Gate::Condition::indicator_below:
      if (instrument.indicator(gate.part) != nullptr) return;
      run.add("gate_unknown_indicator", gate.line,
              {fmt::format("syarat \"{}\": indikator \"{}\" tidak ada", gate.id, gate.part),
               fmt::format("gate \"{}\": there is no indicator \"{}\"", gate.id, gate.part)});
      return;
    case Gate::Condition::dimension_below: {
      const bool known = std::any_of(instrument.dimensions.begin(), instrument.dimensions.end(),
                                     [&](const Dimension& one) { return one.id == gate.part; });
      if (known) return;
      run.add("gate_unknown_dimension", gate.line,
              {fmt::format("syarat \"{}\": dimensi \"{}\" tidak ada", gate.id, gate.part),
               fmt::format("gate \"{}\": there is no dimension \"{}\"", gate.id, gate.part)});
      return;
    }
    case Gate::Condition::oversight_is:
      return;
  }
}

}  // namespace

void lint_gates(LintRun& run) {
  lint_second_axis(run);
  for (const Gate& gate : run.instrument.gates) {
    lint_level(run, gate);
    lint_condition(run, gate);
    if (gate.effect == Gate::Effect::cap && run.instrument.band(gate.cap) == nullptr) {
      run.add("gate_unknown_band", gate.line,
              {fmt::format("syarat \"{}\": kategori \"{}\" tidak ada", gate.id, gate.cap),
               fmt::format("gate \"{}\": there is no category \"{}\"", gate.id, gate.cap)});
    }
  }
}

}  // namespace prima::instrument
