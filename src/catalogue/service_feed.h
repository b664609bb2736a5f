#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/words.h"
#include "catalogue/public_catalogue.h"

// What programs read to keep up with the portal. `origin` is where the site is reached, "https://layanan.contoh.go.id".
namespace prima::catalogue {

// The last 50 published editions as an Atom feed (RFC 4287), the newest first. Each entry says what now holds: time and
// cost. `now` stands as the time of change while nothing is published. Content-Type: application/atom+xml.
std::string services_feed(const PublicCatalogue& catalogue, std::string_view origin, Language language, Instant now);

// Addresses of the portal for search engines (sitemaps.org), each page in both languages with hreflang. A sitemap may
// hold 50,000 addresses, so they come in parts: sitemap_index() lists /sitemap-1.xml ... and sitemap_part() writes one.
std::size_t sitemap_parts(const PublicCatalogue& catalogue);  // at least 1
std::string sitemap_index(const PublicCatalogue& catalogue, std::string_view origin);
// Part 1 begins with `other_paths` (other pages of the site, without language) and the portal's own; `part` is 1 to
// sitemap_parts().
std::string sitemap_part(const PublicCatalogue& catalogue, std::string_view origin, std::size_t part,
                         const std::vector<std::string>& other_paths = {});

}  // namespace prima::catalogue
