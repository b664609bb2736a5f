#include "html/chart_bars.h"

#include <fmt/format.h>

#include "html/chart_scale.h"
#include "html/table.h"
#include "html/text.h"

namespace prima::html {
namespace {

constexpr double kLength = 400;  // of a bar that is full; stretched to the width of its cell

void draw_bar(Writer& w, const BarChart& chart, const Bar& bar) {
  const ChartScale scale("0", chart.max, 0, kLength);
  w.svg({{"class", fmt::format("bar {}", css_class(bar.tone))},
         {"viewBox", "0 0 400 20"},
         {"preserveAspectRatio", "none"},
         {"aria-hidden", "true"},
         {"focusable", "false"}},
        [&] {
          w.rect({{"class", "track"}, {"y", 2}, {"width", 400}, {"height", 16}});
          if (!bar.value.empty()) {
            w.rect({{"class", "fill"}, {"y", 2}, {"width", coordinate(scale.at(bar.value))}, {"height", 16}});
          }
          if (chart.reference.empty()) return;
          const std::string x = coordinate(scale.at(chart.reference));
          w.line({{"class", "reference"}, {"x1", x}, {"x2", x}, {"y1", 0}, {"y2", 20}});
        });
}

void write_bar(Writer& w, const BarChart& chart, const Bar& bar) {
  w.tr({{"role", "row"}}, [&] {
    w.th({{"scope", "row"}, {"role", "rowheader"}}, [&] {
      if (bar.path.empty()) {
        w.add(bar.label);
      } else {
        w.a({{"href", w.url(bar.path)}}, bar.label);
      }
      if (!bar.note.empty()) w.span({{"class", "bar-note"}}, bar.note);
    });
    w.td({{"class", "bar-cell"}, {"role", "cell"}}, [&] { draw_bar(w, chart, bar); });
    w.td({{"class", "number"}, {"role", "cell"}}, [&] {
      if (!bar.value.empty()) return w.text(w.decimal(bar.value));
      w.span({{"class", "small"}}, Text::common_no_data);
    });
  });
}

}  // namespace

void bar_chart(Writer& w, const BarChart& chart) {
  // On a narrow screen the rows are laid out as blocks, and some browsers then forget what a table is; so roles say it.
  w.table({{"class", "bars"}, {"role", "table"}}, [&] {
    w.caption([&] {
      w.strong(chart.title);
      if (!chart.reference_label.empty()) w.span({{"class", "reference-key"}}, chart.reference_label);
    });
    w.thead({{"class", "hidden-text"}, {"role", "rowgroup"}}, [&] {
      w.tr({{"role", "row"}}, [&] {
        w.th({{"scope", "col"}, {"role", "columnheader"}}, chart.label_heading);
        w.th({{"scope", "col"}, {"role", "columnheader"}}, Text::chart_bar);
        w.th({{"scope", "col"}, {"role", "columnheader"}}, chart.value_heading);
      });
    });
    w.tbody({{"role", "rowgroup"}}, [&] {
      for (const Bar& bar : chart.bars) write_bar(w, chart, bar);
    });
  });
}

void bullet(Writer& w, const Bullet& bullet) {
  const ChartScale scale(bullet.min, bullet.max, 0, kLength);
  w.div({{"class", fmt::format("bullet {}", css_class(bullet.tone))}}, [&] {
    w.div({{"class", "bullet-head"}}, [&] {
      w.span(bullet.label);
      w.strong({{"class", "figure"}}, w.decimal(bullet.value));
    });
    w.svg({{"viewBox", "0 0 400 24"},
           {"preserveAspectRatio", "none"},
           {"role", "img"},
           {"aria-label", w.plain(bullet.summary)}},
          [&] {
            for (const ChartBand& band : bullet.bands) {
              const double from = scale.at(band.min);
              w.rect({{"class", fmt::format("band {}", css_class(band.tone))},
                      {"x", coordinate(from)},
                      {"width", coordinate(scale.at(band.max) - from)},
                      {"height", 24}});
            }
            w.rect({{"class", "fill"}, {"y", 7}, {"width", coordinate(scale.at(bullet.value))}, {"height", 10}});
          });
    w.div({{"class", "bullet-ends"}, {"aria-hidden", "true"}}, [&] {
      w.span(w.decimal(bullet.min));
      w.span(w.decimal(bullet.max));
    });
  });
}

}  // namespace prima::html
