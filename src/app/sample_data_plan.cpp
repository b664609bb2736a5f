#include "app/sample_data_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace prima::app {

namespace {

struct Kind {
  std::string_view name;
  std::int64_t count;
  bool regional;
};

constexpr std::array<Kind, 5> kinds = {{{"Kementerian", 25, false},
                                        {"Lembaga", 14, false},
                                        {"Provinsi", 34, true},
                                        {"Kota", 98, true},
                                        {"Kabupaten", 416, true}}};

constexpr std::array<std::string_view, 7> city_units = {
    "Dinas Kesehatan",  "Puskesmas Contoh Utara", "Puskesmas Contoh Selatan",
    "Dinas Pendidikan", "Dinas Sosial",           "DPMPTSP",
    "Disdukcapil"};
constexpr std::array<std::string_view, 7> regional_units = {
    "DPMPTSP", "Disdukcapil", "Dinas Kesehatan", "Dinas Pendidikan", "Dinas Sosial", "Puskesmas 1", "Puskesmas 2"};

// How often institutions are how good; roughly the shares of the five categories in 2024.
struct Level {
  std::int64_t percent;
  std::int64_t least;
  std::int64_t greatest;
};
constexpr std::array<Level, 5> levels = {
    {{57, 920, 1000}, {27, 830, 915}, {12, 570, 810}, {2, 350, 550}, {2, 150, 330}}};

std::int64_t draw_quality(SampleRandom& random) {
  std::int64_t drawn = random.below(100);
  for (const Level& level : levels) {
    if (drawn < level.percent) return random.between(level.least, level.greatest);
    drawn -= level.percent;
  }
  return levels.back().least;
}

// Deals `total` things to `places`, each of which gets `least` to `greatest`, neither all the same nor far apart.
std::vector<std::int64_t> deal(std::int64_t total, std::size_t places, std::int64_t least, std::int64_t greatest,
                               SampleRandom& random) {
  const auto count = static_cast<std::int64_t>(places);
  std::vector<std::int64_t> shares(places, total / count);
  for (std::size_t i = 0; i < static_cast<std::size_t>(total % count); ++i) ++shares[i];
  for (std::int64_t move = 0; move < 4 * count; ++move) {
    std::int64_t& giver = shares[static_cast<std::size_t>(random.below(count))];
    std::int64_t& taker = shares[static_cast<std::size_t>(random.below(count))];
    if (giver > least && taker < greatest) {
      --giver;
      ++taker;
    }
  }
  return shares;
}

std::string unit_name(const Kind& kind, std::size_t place) {
  return kind.regional ? std::string(regional_units[place]) : fmt::format("Unit Layanan {}", place + 1);
}

PlannedInstitution plan_institution(const Kind& kind, std::int64_t number, std::int64_t units, SampleRandom& random) {
  PlannedInstitution planned{fmt::format("[SINTETIS] {} {:03}", kind.name, number), {}};
  const std::int64_t quality = draw_quality(random);
  for (std::size_t i = 0; i < static_cast<std::size_t>(units); ++i) {
    const std::int64_t own = std::clamp<std::int64_t>(quality + random.around_zero(20), 0, 1000);
    planned.units.push_back(PlannedUnit{unit_name(kind, i), 0, 0, own});
  }
  return planned;
}

}  // namespace

std::vector<PlannedInstitution> plan_nation(SampleRandom& random) {
  std::int64_t institutions = 0;
  for (const Kind& kind : kinds) institutions += kind.count;
  const auto units = deal(national_units, static_cast<std::size_t>(institutions), 2,
                          static_cast<std::int64_t>(regional_units.size()), random);
  std::vector<PlannedInstitution> nation;
  for (const Kind& kind : kinds) {
    for (std::int64_t number = 1; number <= kind.count; ++number) {
      nation.push_back(plan_institution(kind, number, units[nation.size()], random));
    }
  }
  const auto products = deal(national_products, static_cast<std::size_t>(national_units), 2, 20, random);
  const auto users = deal(national_users, static_cast<std::size_t>(national_units), 10, 60, random);
  std::size_t place = 0;
  for (PlannedInstitution& institution : nation) {
    for (PlannedUnit& unit : institution.units) {
      unit.products = products[place];
      unit.users = users[place];
      ++place;
    }
  }
  return nation;
}

std::vector<PlannedInstitution> plan_city(SampleRandom& random) {
  PlannedInstitution city{"Kota Contoh (SINTETIS)", {}};
  for (const std::string_view name : city_units) {
    city.units.push_back(
        PlannedUnit{std::string(name), random.between(2, 6), random.between(24, 36), random.between(780, 990)});
  }
  return {city};
}

}  // namespace prima::app
