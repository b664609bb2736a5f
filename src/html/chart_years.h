#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

// One band of a scale: a category with its limits, as exact decimals.
struct ChartBand {
  std::string key = {};  // shown at the edge: "A"
  std::string min = {};
  std::string max = {};
  Tone tone = Tone::neutral;
};

// A figure of one year. The bands are those of the instrument of that year, for they change.
struct YearValue {
  std::string year = {};      // shown below: "2023"
  std::string value = {};     // exact decimal; empty: not assessed, a gap in the line
  std::string category = {};  // "A"; may be empty
  Tone tone = Tone::neutral;
  std::span<const ChartBand> bands = {};
  Content note = {};  // for the table: "official", a source
};

// A government's years as a line over the bands, each point with its value and category, and the same as a table below.
// Drawn twice, for wide and for narrow places, so that its text is always of reading size.
struct YearChart {
  Content title = {};    // the figure's caption
  Content summary = {};  // the sentence a reader should take away; also what a screen reader reads
  std::string_view min = "0";
  std::string_view max = "100";
  std::span<const YearValue> years = {};
};
void year_chart(Writer& w, const YearChart& chart);

}  // namespace prima::html
