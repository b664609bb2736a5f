#include "html/brand.h"

namespace prima::html {

void brand_mark(Writer& w) {
  w.svg({{"viewBox", "0 0 32 32"}, {"aria-hidden", "true"}, {"focusable", "false"}}, [&] {
    w.rect({{"class", "mark-ground"}, {"width", 32}, {"height", 32}, {"rx", 8}});
    w.path({{"class", "mark-letter"}, {"d", "M10.5 24.5v-16h6a5.25 5.25 0 0 1 0 10.5h-1"}});
    w.circle({{"class", "mark-dot"}, {"cx", "21.8"}, {"cy", "23.2"}, {"r", "2.3"}});
  });
}

}  // namespace prima::html
