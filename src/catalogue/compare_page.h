#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// /bandingkan/{template}: the same service across units and cities: time, cost, requirements, and since when the
// standard holds; the quickest and the cheapest of all are marked. 20 places a
// page, from 1; one beyond the last shows the last. Empty text when no service was made from the template:
// then there is no such page.
std::string compare_page(Language language, const PublicCatalogue& catalogue, std::string_view template_key,
                         std::int64_t page = 1);

}  // namespace prima::catalogue
