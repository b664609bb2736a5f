#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/sample_data_random.h"

namespace prima::app {

// What a made-up institution looks like before anyone answers. Quality is in thousandths: 1000 always earns the top
// rung.
struct PlannedUnit {
  std::string name;
  std::int64_t products = 0;
  std::int64_t users = 0;
  std::int64_t quality = 0;
};

struct PlannedInstitution {
  std::string name;  // carries the mark that it is synthetic
  std::vector<PlannedUnit> units;
};

// The magnitudes of a national round: 587 institutions (25 ministries, 14 agencies, 34 provinces, 98 cities, 416
// regencies) as in 2024, with 64,779 service users interviewed; 2,366 units and 17,717 products as in 2019.
inline constexpr std::int64_t national_units = 2'366;
inline constexpr std::int64_t national_products = 17'717;
inline constexpr std::int64_t national_users = 64'779;

std::vector<PlannedInstitution> plan_nation(SampleRandom& random);

// One city with the seven units that a round typically visits.
std::vector<PlannedInstitution> plan_city(SampleRandom& random);

}  // namespace prima::app
