#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "html/chart_years.h"
#include "html/writer.h"
#include "publication/registry_check.h"

// The categories of a method, as charts and tables show them.
namespace prima::publication {

// How good a band is among those of its method.
html::Tone tone_of(const instrument::Instrument& instrument, const instrument::Band& band);
// Of a row without a score: neutral.
html::Tone tone_of(const Verdict& verdict);

// A band in at most two letters for the edge of a chart: its own letter, or the initials of its quality.
std::string short_key(const instrument::Band& band, Language language);

// "A (Kualitas Tertinggi)" in the language of the reader; with `Official::yes` always by its Indonesian name.
enum class Official { no, yes };
std::string category_text(const instrument::Band& band, Language language, Official official = Official::no);

// A limit with the decimals of published figures: "88.00".
std::string limit_text(const Rational& limit, const instrument::Instrument& instrument);

std::vector<html::ChartBand> chart_bands(const instrument::Instrument& instrument, Language language);

// The category by its badge, and the zone by its own where the method has zones.
void band_badges(html::Writer& w, const instrument::Instrument& instrument, const instrument::Band& band);

// All categories of a method with their limits.
void bands_table(html::Writer& w, const instrument::Instrument& instrument);

}  // namespace prima::publication
