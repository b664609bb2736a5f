#pragma once

#include <span>

#include "html/writer.h"
#include "publication/registry.h"

// The provinces as the map of tiles and as a table.
namespace prima::publication {

// A tile shows the score of the provincial government where it was published, otherwise our mean of its cities and
// regencies, marked as approximate. Each tile leads to the list of its province and year.
void province_map(html::Writer& w, const Registry& registry, std::span<const ProvinceSummary> summaries);

void province_table(html::Writer& w, const Registry& registry, std::span<const ProvinceSummary> summaries);

}  // namespace prima::publication
