#include "html/chart_years.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "html/chart_scale.h"
#include "html/disclosure.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::html {
namespace {

// One of the three drawings. Its units are CSS pixels at its full size, so a letter of 14 units is read as 14 pixels.
struct Size {
  std::string_view css;
  double width;
  double height;
  double side;    // room for the letters of the bands, at both edges
  double top;     // room for the label of a point at the upper edge
  double bottom;  // room for the years
};

constexpr std::array kSizes = {
    Size{"chart chart-wide", 760, 330, 30, 34, 34},
    Size{"chart chart-middle", 520, 310, 28, 34, 34},
    Size{"chart chart-narrow", 330, 300, 24, 34, 34},
};

struct Drawing {
  Drawing(Writer& writer, const YearChart& of, const Size& as)
      : w(writer), chart(of), size(as), y(of.min, of.max, as.height - as.bottom, as.top) {}

  double step() const { return (size.width - 2 * size.side) / static_cast<double>(chart.years.size()); }
  double left_of(std::size_t index) const { return size.side + step() * static_cast<double>(index); }
  double middle_of(std::size_t index) const { return left_of(index) + step() / 2; }

  Writer& w;
  const YearChart& chart;
  const Size& size;
  ChartScale y;
};

bool same_bands(std::span<const ChartBand> a, std::span<const ChartBand> b) {
  return a.data() == b.data() && a.size() == b.size();
}

// Whether the bands of a year are not those of the year before.
bool changes(const Drawing& d, std::size_t index) {
  return index == 0 || !same_bands(d.chart.years[index].bands, d.chart.years[index - 1].bands);
}

// The bands behind one year, from edge to edge of its column.
void draw_bands(const Drawing& d, std::size_t index) {
  for (const ChartBand& band : d.chart.years[index].bands) {
    const double top = d.y.at(band.max);
    if (d.y.at(band.min) - top < 1) continue;  // outside what the chart shows
    d.w.rect({{"class", fmt::format("band {}", css_class(band.tone))},
              {"x", coordinate(d.left_of(index))},
              {"y", coordinate(top)},
              {"width", coordinate(d.step())},
              {"height", coordinate(d.y.at(band.min) - top)}});
  }
  if (!changes(d, index) || index == 0) return;
  const std::string x = coordinate(d.left_of(index));
  d.w.line({{"class", "break"},
            {"x1", x},
            {"x2", x},
            {"y1", coordinate(d.size.top)},
            {"y2", coordinate(d.size.height - d.size.bottom)}});
}

void draw_band_keys(const Drawing& d, std::span<const ChartBand> bands, double x, std::string_view anchor) {
  for (const ChartBand& band : bands) {
    const double middle = (d.y.at(band.min) + d.y.at(band.max)) / 2;
    if (d.y.at(band.min) - d.y.at(band.max) < 12) continue;  // no room for a letter
    d.w.svg_text({{"class", "band-key"}, {"x", coordinate(x)}, {"y", coordinate(middle + 5)}, {"text-anchor", anchor}},
                 band.key);
  }
}

// The letters of the first bands stand at the left edge; those of the last, when they differ, at the right edge; what
// came in between has its letters where it begins.
void draw_keys(const Drawing& d) {
  const std::size_t last = d.chart.years.size() - 1;
  for (std::size_t at = 0; at <= last; ++at) {
    if (!changes(d, at)) continue;
    const auto bands = d.chart.years[at].bands;
    if (at == 0) {
      draw_band_keys(d, bands, d.size.side - 8, "end");
    } else if (same_bands(bands, d.chart.years[last].bands)) {
      draw_band_keys(d, bands, d.size.width - d.size.side + 8, "start");
    } else {
      draw_band_keys(d, bands, d.left_of(at) + 5, "start");
    }
  }
}

// The line joins neighbouring years; a year without a figure leaves a gap.
void draw_line(const Drawing& d) {
  std::string path;
  bool is_joined = false;
  for (std::size_t at = 0; at < d.chart.years.size(); ++at) {
    const std::string& value = d.chart.years[at].value;
    if (!value.empty()) {
      path += fmt::format("{}{} {}", is_joined ? "L" : "M", coordinate(d.middle_of(at)), coordinate(d.y.at(value)));
    }
    is_joined = !value.empty();
  }
  d.w.path({{"class", "line"}, {"d", path}});
}

void draw_year(const Drawing& d, std::size_t index) {
  const YearValue& year = d.chart.years[index];
  const std::string x = coordinate(d.middle_of(index));
  d.w.svg_text({{"class", "axis"}, {"x", x}, {"y", coordinate(d.size.height - 10)}, {"text-anchor", "middle"}},
               year.year);
  if (year.value.empty()) return;
  const double y = d.y.at(year.value);
  d.w.circle({{"class", fmt::format("point {}", css_class(year.tone))}, {"cx", x}, {"cy", coordinate(y)}, {"r", 6}});
  d.w.svg_text({{"class", "label"}, {"x", x}, {"y", coordinate(y - 13)}, {"text-anchor", "middle"}},
               d.w.decimal(year.value));
}

void draw(Writer& w, const YearChart& chart, const Size& size) {
  const Drawing d(w, chart, size);
  const std::string title = w.unique_id();
  const std::string description = w.unique_id();
  w.svg({{"class", size.css},
         {"viewBox", fmt::format("0 0 {} {}", size.width, size.height)},
         {"role", "img"},
         {"aria-labelledby", title + " " + description}},
        [&] {
          w.title({{"id", title}}, chart.title);
          w.desc({{"id", description}}, chart.summary);
          for (std::size_t at = 0; at < chart.years.size(); ++at) draw_bands(d, at);
          draw_keys(d);
          draw_line(d);
          for (std::size_t at = 0; at < chart.years.size(); ++at) draw_year(d, at);
        });
}

void write_rows(TableRows& rows, const YearChart& chart) {
  for (const YearValue& year : chart.years) {
    rows.row([&](TableRow& row) {
      row.header(year.year);
      row.decimal(year.value);
      if (year.value.empty()) {
        row.cell(Text::chart_not_assessed);
      } else {
        row.cell(year.category);
      }
      row.cell(year.note);
    });
  }
}

void write_years_table(Writer& w, const YearChart& chart) {
  disclosure(w, {.summary = Text::common_as_table}, [&] {
    table(w,
          {.caption = chart.title,
           .caption_hidden = true,
           .columns = {{Text::chart_year}, {Text::chart_value, true}, {Text::chart_category}, {Text::chart_note}}},
          [&](TableRows& rows) { write_rows(rows, chart); });
  });
}

}  // namespace

void year_chart(Writer& w, const YearChart& chart) {
  w.figure({{"class", "chart-figure"}}, [&] {
    w.figcaption([&] {
      w.strong(chart.title);
      w.p(chart.summary);
    });
    if (!chart.years.empty()) {
      for (const Size& size : kSizes) draw(w, chart, size);
    }
    write_years_table(w, chart);
  });
}

}  // namespace prima::html
