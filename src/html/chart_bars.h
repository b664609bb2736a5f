#pragma once

#include <span>
#include <string>
#include <string_view>

#include "html/chart_years.h"
#include "html/tone.h"
#include "html/writer.h"

namespace prima::html {

struct Bar {
  Content label = {};
  std::string value = {};  // exact decimal; empty: no data
  Tone tone = Tone::neutral;
  std::string path = {};  // makes the label a link; without language
  Content note = {};      // small, below the label
};

// Horizontal bars, one a row. It is a table whose middle column is the drawing, so its text is ordinary text at any
// width and nothing needs to be said twice.
struct BarChart {
  Content title = {};
  Content label_heading = {};  // heads the first column: "Dimensi"
  Content value_heading = {};  // heads the last column: "Nilai"
  std::string_view max = "100";
  std::string_view reference = {};  // exact decimal: a line across all bars
  Content reference_label = {};     // "Ambang mutu B (76,61)"
  std::span<const Bar> bars = {};
};
void bar_chart(Writer& w, const BarChart& chart);

// One figure on its scale: the bands behind, the figure as a bar, limits below.
struct Bullet {
  Content label = {};
  std::string_view value = {};
  std::string_view min = "0";
  std::string_view max = "100";
  Tone tone = Tone::neutral;
  std::span<const ChartBand> bands = {};
  Content summary = {};  // what a screen reader reads instead of the drawing
};
void bullet(Writer& w, const Bullet& bullet);

}  // namespace prima::html
