#pragma once

#include <random>
#include <string>

#include "directory/unit.h"
#include "directory/unit_field_rules.h"
#include "directory/unit_words.h"

namespace prima::directory::test {

inline Unit civil_registry() {
  Unit unit;
  unit.institution = InstitutionId{1};
  unit.code = "DISDUKCAPIL";
  unit.name = "Dinas Kependudukan dan Pencatatan Sipil";
  unit.kind = UnitKind::office;
  unit.region_code = "33.74";
  unit.address = "Jalan Kanguru Raya Nomor 3";
  unit.postcode = "50161";
  unit.latitude = -6'992'500;
  unit.longitude = 110'441'700;
  for (std::size_t day = 0; day < 5; ++day) unit.hours.week[day] = DayHours{{480, 720}, {780, 960}};
  unit.hours.week[5] = DayHours{};
  unit.hours.week[6] = DayHours{};
  unit.channels = {{ChannelKind::counter, ""}, {ChannelKind::web, "https://dukcapil.contoh.go.id"}};
  unit.access = {AccessFeature::ramp, AccessFeature::wheelchair};
  unit.contacts = {"+62 24 5550100", "+62 811 5550100", "dukcapil@contoh.go.id", "https://dukcapil.contoh.go.id"};
  return unit;
}

// A valid unit with `code`, different for each state of `random`.
inline Unit random_unit(std::mt19937& random, const std::string& code) {
  const auto pick = [&](std::size_t count) { return random() % count; };
  Unit unit;
  unit.institution = InstitutionId{1};
  unit.code = code;
  unit.name = "Kantor " + code + (pick(2) == 0 ? " \"Utama\", lantai 2" : "");
  unit.kind = unit_kinds()[pick(unit_kinds().size())].value;
  if (pick(2) == 0) unit.region_code = pick(2) == 0 ? "33.74" : "33.74.10.1001";
  if (pick(2) == 0) unit.address = "Jalan No. " + std::to_string(pick(99));
  if (pick(2) == 0) unit.postcode = "50161";
  if (pick(2) == 0) {
    unit.latitude = static_cast<std::int32_t>(pick(6'000'000)) - 5'000'000;
    unit.longitude = 100'000'000 + static_cast<std::int32_t>(pick(30'000'000));
  }
  for (auto& day : unit.hours.week) {
    if (pick(3) == 0) continue;
    day = DayHours{};
    for (int at = static_cast<int>(pick(400)); at < 1200 && pick(3) != 0; at += 300) day->push_back({at, at + 200});
  }
  if (pick(3) == 0) {
    using std::chrono::day;
    using std::chrono::month;
    using std::chrono::year;
    unit.hours.special_days = {{Date(year(2026), month(12), day(24)), {{480, 660}}, "setengah hari"},
                               {Date(year(2026), month(12), day(25)), {}, pick(2) == 0 ? "" : "Natal"}};
  }
  for (const auto& one : channel_kinds()) {
    if (pick(4) != 0) continue;
    unit.channels.push_back({one.value, one.value == ChannelKind::web ? "https://a.go.id/?x=1,2" : ""});
  }
  for (const auto& one : access_features()) {
    if (pick(3) == 0) unit.access.push_back(one.value);
  }
  if (pick(2) == 0) unit.contacts = {"024-5550100", "+628115550100", "a@contoh.go.id", "http://contoh.go.id"};
  return unit;
}

}  // namespace prima::directory::test
