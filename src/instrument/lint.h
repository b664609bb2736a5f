#pragma once

#include <vector>

#include "base/finding.h"
#include "instrument/model.h"

namespace prima::instrument {

// Proves that the method makes sense; an empty answer is the proof.
//
// Weights add up exactly and every one is used; the bands cover the scale without gap or overlap at the place where
// each level is rounded; every indicator, answer and role can be reached; ladders that claim to rise do; ids are
// unique, keep their meaning between the versions in `family` (other versions of the same instrument, in any order; may
// hold this version too) and are never taken up again once retired; names that are referred to exist; what is called
// official has a source. Findings come in the order of the file's lines. Pure.
Findings lint(const Instrument& instrument, const std::vector<const Instrument*>& family = {});

}  // namespace prima::instrument
