#pragma once

#include <string>
#include <vector>

#include "base/words.h"
#include "http/request.h"
#include "publication/registry.h"

namespace prima::publication {

// The first page (/): what Prima is, the search box, the newest results as the map of 38 provinces, the governments of
// a year by rank, and the ways into the other parts. The address may name a year: "tahun=2024"; without one the map
// shows the newest result of each province, and the table the newest year.
std::string home_page(const Registry& registry, Language language, const std::vector<http::Parameter>& parameters);

}  // namespace prima::publication
