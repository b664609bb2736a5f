#pragma once

#include <cstdint>
#include <string>

#include "base/instant.h"
#include "base/working_calendar.h"
#include "catalogue/public_catalogue.h"
#include "catalogue/standard_completeness.h"

namespace prima::catalogue {

struct UnitServicesPage {
  const PublicCatalogue& catalogue;
  const directory::Institution& institution;
  const directory::Unit& unit;  // of the institution
  const Calendars& calendars;
  Instant now;
  const CompletenessScorer* completeness = nullptr;  // null: how complete the standards are is not shown
  std::int64_t page = 1;                             // of its services, 20 a page
};

// /unit/{institution}/{unit}: where the unit is, when it is open, and all its public services.
std::string unit_services_page(Language language, const UnitServicesPage& page);

}  // namespace prima::catalogue
