#pragma once

#include <string>

#include "catalogue/portal_query.h"
#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// /layanan: a search box and, for a bare query, life events, the last published services and the units; otherwise what
// was found, best first, 20 a page, with the reason of each find. Filters that name nothing known are ignored.
std::string search_page(Language language, const PublicCatalogue& catalogue, const PortalQuery& query);

}  // namespace prima::catalogue
