#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "html/icon.h"
#include "html/text.h"

namespace prima::html {

// The main parts of the site, as they stand in the navigation; `none` for a page that belongs to no part.
enum class Section { home, services, results, instruments, score, about, none };

struct Destination {
  Section section;
  Text label;
  std::string_view path = {};  // without language; Writer::url adds it
};

// In the order of the navigation. The home page is reached by the name of the product.
inline constexpr std::array kNavigation = {
    Destination{Section::services, Text::nav_services, "/layanan"},
    Destination{Section::results, Text::nav_results, "/hasil"},
    Destination{Section::instruments, Text::nav_instruments, "/instrumen"},
    Destination{Section::score, Text::nav_score, "/hitung"},
    Destination{Section::about, Text::nav_about, "/tentang"},
};

}  // namespace prima::html
