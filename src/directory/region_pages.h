#pragma once

#include <string>
#include <string_view>

#include "base/words.h"
#include "directory/regions.h"

namespace prima::directory {

// Paths without language: /wilayah, /wilayah/33.74, /wilayah.csv (the table itself, which region_file() holds).
std::string regions_path();
std::string region_path(const Region& region);

// The provinces with what they hold; with a query, the regions that its words may mean, by name or code. Says where the
// codes come from and under which licence.
std::string regions_page(Language language, const Regions& regions, std::string_view query);

// One region with its code, its time, what it lies in and what lies in it.
std::string region_page(Language language, const Regions& regions, const Region& region);

}  // namespace prima::directory
