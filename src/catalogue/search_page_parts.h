#pragma once

#include <optional>
#include <string>

#include "catalogue/portal_query.h"
#include "catalogue/public_catalogue.h"
#include "directory/regions.h"
#include "html/writer.h"

// The parts of the search page.
namespace prima::catalogue {

// A query with its filters looked up; null where one is not given. `query` holds only what is known.
struct PortalSearch {
  const PublicCatalogue& catalogue;
  PortalQuery query;
  const directory::Institution* institution = nullptr;
  const directory::Unit* unit = nullptr;
  const directory::Region* region = nullptr;
  const LifeEvent* life_event = nullptr;
};
PortalSearch look_up(const PublicCatalogue& catalogue, const PortalQuery& query);

// The large box; the filters are sent along.
void write_search_box(html::Writer& w, const PortalSearch& search);
// What a bare query shows instead of results.
void write_entrance(html::Writer& w, const PortalSearch& search);
// The filters as a form that can be opened.
void write_filters(html::Writer& w, const PortalSearch& search);
void write_results(html::Writer& w, const PortalSearch& search);

// The title of a service with the words by which `hit` was found in <mark>.
html::Html marked_title(Language language, const Standard& standard, const SearchHit& hit);
// Why a service was found, where its title alone does not say it: "“ktp hilang” dikenali sebagai penggantian ktp".
// Empty otherwise. Plain text.
std::string why_found(const html::Writer& w, const SearchHit& hit);

}  // namespace prima::catalogue
