#pragma once

#include <string>
#include <string_view>

#include "catalogue/portal_query.h"
#include "catalogue/public_catalogue.h"

namespace prima::catalogue {

// /layanan: a search box and, for a bare query, life events, the last published services and the units; otherwise what
// was found, best first, 20 a page, with the reason of each find. Filters that name nothing known are ignored.
// With `origin` ("https://layanan.contoh.go.id") the bare page describes the open data for search engines.
std::string search_page(Language language, const PublicCatalogue& catalogue, const PortalQuery& query,
                        std::string_view origin = {});

}  // namespace prima::catalogue
