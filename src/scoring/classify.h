#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/rational.h"
#include "base/words.h"
#include "instrument/model.h"

namespace prima::scoring {

// A figure as it is published: rounded, named, and what the gates did to it.
struct Classification {
  Rational exact;
  Rational rounded;
  std::string score;                           // the rounded figure with the level's decimals: "91.70"
  const instrument::Band* band = nullptr;      // after the gates; owned by the instrument
  const instrument::Band* earned = nullptr;    // before the gates
  std::vector<const instrument::Gate*> gates;  // those that took effect, in the instrument's order
  Words opinion;                               // with its suffix; empty where the instrument gives none
  bool certificate_withheld = false;
};

// Rounds `exact` as `level` says and names it. `oversight` chooses the level of the second axis; without it neither
// suffix nor oversight gates apply. `gates` are those of this subject whose condition on indicators or dimensions is
// met, as score_unit() finds them. `exact` must lie on the scale, which on_scale() tells; the instrument must be free
// of lint findings.
Classification classify(const instrument::Instrument& instrument, const instrument::Level& level, const Rational& exact,
                        std::optional<instrument::Oversight> oversight = std::nullopt,
                        const std::vector<const instrument::Gate*>& gates = {});

// Whether a published score can be `score` at all.
bool on_scale(const instrument::Instrument& instrument, const Rational& score);

// The gates of the institution that hold because of `oversight`.
std::vector<const instrument::Gate*> oversight_gates(const instrument::Instrument& instrument,
                                                     std::optional<instrument::Oversight> oversight);

}  // namespace prima::scoring
