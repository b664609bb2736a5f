#pragma once

#include "base/words.h"
#include "scoring/classify.h"
#include "scoring/trace.h"

// The sentences of a trace. Kept apart from the figures, so that a reviewer of the wording reads one file.
namespace prima::scoring {

Words rule_of_institution(const instrument::Level& level, std::size_t members, std::int64_t products);
Words rule_of_unit(bool all_dimensions_count);
Words rule_of_dimension(const instrument::Dimension& dimension, bool all_indicators_count);
Words rule_of_indicator(PartState state, const instrument::Indicator& indicator, std::int64_t answers);

// What happened to the exact figure on its way to the published one: rounding, category, gates, opinion.
std::vector<Words> notes_of(const Classification& classification, const instrument::Level& level);

Words words_of(const Rounding& rounding);

}  // namespace prima::scoring
