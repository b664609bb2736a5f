#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "html/writer.h"
#include "scoring/compiled.h"
#include "scoring/roll_up.h"

// What the page of a scored file shows about one score, or about several.
namespace prima::assessment {

using scoring::Classification;

// A member of a ranking: equal published scores share a rank, and the next rank counts them all (1, 2, 2, 4). Members
// that were not assessed come last, with rank 0.
struct Ranked {
  std::size_t place = 0;  // among what was ranked
  std::size_t rank = 0;
  const Classification* result = nullptr;  // nothing: not assessed
};

// Ranks `count` members; `result` gives the score of a member, or nullptr. Stable.
std::vector<Ranked> ranked(std::size_t count, const std::function<const Classification*(std::size_t)>& result);

struct RankTable {
  html::Content caption = {};
  html::Content name = {};  // heads the column of the members
};
// Rank, name, score, category and zone of each; `name` writes what a member is called.
void rank_table(html::Writer& w, const instrument::Instrument& instrument, const RankTable& table,
                std::span<const Ranked> members, const std::function<void(std::size_t)>& name);

// The published figure with its category and zone.
void figure_with_badges(html::Writer& w, const instrument::Instrument& instrument, const Classification& result);

// All about one institution: its figures, units, losses and trace. `heading_level` is that of its parts, 2 or 3.
void institution_parts(html::Writer& w, const scoring::Compiled& compiled, const scoring::InstitutionAnswers& answers,
                       const scoring::InstitutionScore& score, int heading_level);

}  // namespace prima::assessment
