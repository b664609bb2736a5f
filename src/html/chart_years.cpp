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

// One of the two drawings. Its units are CSS pixels at its full size, so a letter of 14 units is read as 14 pixels.
struct Size {
  std::string_view css;
  double width;
  double height;
  double left;    // room for the letters of the bands
  double right;
  double top;     // room for the label of a point at the upper edge
  double bottom;  // room for the years
};

constexpr std::array kSizes = {
    Size{"chart chart-wide", 720, 320, 34, 12, 34, 34},
    Size{"chart chart-narrow", 320, 300, 26, 6, 34, 34},
};

struct Drawing {
  Drawing(Writer& writer, const YearChart& of, const Size& as)
      : w(writer), chart(of), size(as), y(of.min, of.max, as.height - as.bottom, as.top) {}

  double step() const { return (size.width - size.left - size.right) / static_cast<double>(chart.years.size()); }
  double left_of(std::size_t index) const { return size.left + step() * static_cast<double>(index); }
  double middle_of(std::size_t index) const { return left_of(index) + step() / 2; }

  Writer& w;
  const YearChart& chart;
  const Size& size;
  ChartScale y;
};

bool same_bands(std::span<const ChartBand> a, std::span<const ChartBand> b) {
  return a.data() == b.data() && a.size() == b.size();
}

// The bands behind one year, from edge to edge of its column. Their letters stand at the left wherever they change.
void draw_bands(const Drawing& d, std::size_t index) {
  const auto bands = d.chart.years[index].bands;
  const bool are_new = index == 0 || !same_bands(bands, d.chart.years[index - 1].bands);
  for (const ChartBand& band : bands) {
    const double top = d.y.at(band.max);
    const double bottom = d.y.at(band.min);
    d.w.rect({{"class", fmt::format("band {}", css_class(band.tone))},
              {"x", coordinate(d.left_of(index))},
              {"y", coordinate(top)},
              {"width", coordinate(d.step())},
              {"height", coordinate(bottom - top)}});
    if (!are_new) continue;
    const bool at_edge = index == 0;
    d.w.svg_text({{"class", "band-key"},
                  {"x", coordinate(at_edge ? d.size.left - 8 : d.left_of(index) + 5)},
                  {"y", coordinate((top + bottom) / 2 + 5)},
                  {"text-anchor", at_edge ? "end" : "start"}},
                 band.key);
  }
  if (are_new && index != 0) {
    d.w.line({{"class", "break"},
              {"x1", coordinate(d.left_of(index))},
              {"x2", coordinate(d.left_of(index))},
              {"y1", coordinate(d.size.top)},
              {"y2", coordinate(d.size.height - d.size.bottom)}});
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
  d.w.svg_text({{"class", "axis"}, {"x", x}, {"y", coordinate(d.size.height - 10)}, {"text-anchor", "middle"}}, year.year);
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
