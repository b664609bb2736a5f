#include "html/meter.h"

#include "html/chart_scale.h"

namespace prima::html {

void meter(Writer& w, const Meter& meter) {
  const ChartScale scale("0", meter.maximum, 0, 200);
  w.div({{"class", std::string("meter ").append(css_class(meter.tone))}}, [&] {
    if (!meter.label.empty()) w.span({{"class", "meter-label"}}, meter.label);
    w.svg({{"viewBox", "0 0 200 10"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}, {"focusable", "false"}},
          [&] {
            w.rect({{"class", "track"}, {"width", 200}, {"height", 10}});
            w.rect({{"class", "fill"}, {"width", coordinate(scale.at(meter.value))}, {"height", 10}});
          });
    w.span({{"class", "figure"}}, [&] {
      if (meter.shown.empty()) return w.text(w.decimal(meter.value));
      w.add(meter.shown);
    });
  });
}

}  // namespace prima::html
