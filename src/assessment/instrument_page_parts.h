#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/rational.h"
#include "html/badge.h"
#include "html/writer.h"
#include "instrument/model.h"

// What the pages of this folder show about parts of an instrument.
namespace prima::assessment {

// "/instrumen/ombudsman/kepatuhan/2023", without language.
std::string path_of(const instrument::Instrument& instrument);

html::Standing standing_of(instrument::Standing standing);

// The sources of an element, side by side, each a link where it has an address; writes nothing when there are none.
void sources(html::Writer& w, const instrument::Instrument& instrument, const instrument::Mark& mark);

// The badge of an element, its sources and its note, for the body of a node.
void standing_and_sources(html::Writer& w, const instrument::Instrument& instrument, const instrument::Mark& mark);

// "21,85%" where the percentage ends within four decimals, otherwise the fraction "1/9".
std::string weight_text(const html::Writer& w, const Rational& weight);

// At most `places` decimals and no zeros that say nothing: "4", "3,5", "0,3333".
std::string short_figure(const html::Writer& w, const Rational& value, int places = 2);

html::Tone tone_of(const instrument::Instrument& instrument, const instrument::Band& band);
void band_badge(html::Writer& w, const instrument::Instrument& instrument, const instrument::Band& band);
// Nothing when the band has no zone.
void band_zone(html::Writer& w, const instrument::Band& band);

// Findings as a list: what is wrong, with file and line where they are known.
void findings_list(html::Writer& w, const Findings& findings);

}  // namespace prima::assessment
