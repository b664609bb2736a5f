#pragma once

#include <string>

#include "base/words.h"
#include "publication/registry.h"

namespace prima::publication {

// The page of one government (/pemerintah/<slug>): its years as a chart over the bands, each year with all results and
// units, contradictions explained, the limits of the categories, sources. `government` must be one of `registry`;
// Registry::find() finds it by the address.
std::string government_page(const Registry& registry, const Government& government, Language language);

}  // namespace prima::publication
