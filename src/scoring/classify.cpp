#include "scoring/classify.h"

#include <algorithm>

#include "base/assert.h"

namespace prima::scoring {

using instrument::Band;
using instrument::Gate;
using instrument::Instrument;
using instrument::Level;
using instrument::Oversight;

namespace {

// Lint has proved that every rounded figure on the scale lies in one band. Below the scale lie only scores with
// unanswered mandatory indicators, on a scale that does not begin at zero; they are in the worst band.
const Band* band_of(const Instrument& instrument, const Rational& rounded) {
  for (const Band& band : instrument.bands) {
    if (rounded >= band.min && rounded <= band.max) return &band;
  }
  if (rounded < instrument.scale_min) return &instrument.bands.back();
  PRIMA_UNREACHABLE("every rounded figure on the scale lies in a band");
}

const Band* worse_of(const Instrument& instrument, const Band* band, const Band* cap) {
  const auto place = [&](const Band* one) { return one - instrument.bands.data(); };
  return place(cap) > place(band) ? cap : band;
}

Words opinion_of(const Instrument& instrument, const Band& band, std::optional<Oversight> oversight) {
  if (band.opinion.empty() || !instrument.second_axis || !oversight) return band.opinion;
  for (const instrument::OversightLevel& level : instrument.second_axis->levels) {
    if (level.key != *oversight || level.opinion_suffix.empty()) continue;
    return {band.opinion.id + " " + level.opinion_suffix.id, band.opinion.en + " " + level.opinion_suffix.en};
  }
  return band.opinion;
}

}  // namespace

bool on_scale(const Instrument& instrument, const Rational& score) {
  return score >= instrument.scale_min && score <= instrument.scale_max;
}

std::vector<const Gate*> oversight_gates(const Instrument& instrument, std::optional<Oversight> oversight) {
  std::vector<const Gate*> gates;
  for (const Gate& gate : instrument.gates) {
    if (gate.condition == Gate::Condition::oversight_is && oversight == gate.oversight) gates.push_back(&gate);
  }
  return gates;
}

Classification classify(const Instrument& instrument, const Level& level, const Rational& exact,
                        std::optional<Oversight> oversight, const std::vector<const Gate*>& gates) {
  Classification result;
  result.exact = exact;
  result.rounded = round(exact, level.rounding);
  result.score = fixed(exact, level.rounding);
  result.earned = band_of(instrument, result.rounded);
  result.band = result.earned;
  result.gates = gates;
  const bool institution = &level != &instrument.unit;
  if (institution) {
    const auto more = oversight_gates(instrument, oversight);
    result.gates.insert(result.gates.end(), more.begin(), more.end());
  }
  for (const Gate* gate : result.gates) {
    if (gate->effect == Gate::Effect::withhold_certificate) result.certificate_withheld = true;
    if (gate->effect == Gate::Effect::cap) result.band = worse_of(instrument, result.band, instrument.band(gate->cap));
  }
  result.opinion = opinion_of(instrument, *result.band, institution ? oversight : std::nullopt);
  return result;
}

}  // namespace prima::scoring
