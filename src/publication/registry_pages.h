#pragma once

#include <string>

#include "base/words.h"
#include "publication/registry.h"
#include "publication/registry_query.h"

// The page of published results (/hasil) and its files (/hasil.csv, /hasil.json).
namespace prima::publication {

// The list with search, filters by year, level, zone and province; 25 rows a page. A page beyond the last shows the
// last. Each row shows its source, the recomputed category, and a mark where print and rule contradict.
std::string registry_page(const Registry& registry, Language language, const RegistryQuery& query);

// What the page lists, all pages of it, as files (formats: registry_api.h).
std::string registry_csv(const Registry& registry, Language language, const RegistryQuery& query);
std::string registry_json(const Registry& registry, Language language, const RegistryQuery& query);

}  // namespace prima::publication
