#pragma once

#include <cstdint>
#include <string>

#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// /peristiwa/{id}: every service that somebody needs then, unit by unit, 20 a page. `page` begins with 1; one beyond
// the last shows the last. `event` is one of the catalogue's.
std::string life_event_page(Language language, const PublicCatalogue& catalogue, const LifeEvent& event,
                            std::int64_t page = 1);

}  // namespace prima::catalogue
