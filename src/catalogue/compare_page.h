#pragma once

#include <string>
#include <string_view>

#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// /bandingkan/{template}: the same service across units and cities: time, cost, requirements, and since when the
// standard holds; the quickest and the cheapest are marked. Empty text when no service was made from the template:
// then there is no such page.
std::string compare_page(Language language, const PublicCatalogue& catalogue, std::string_view template_key);

}  // namespace prima::catalogue
