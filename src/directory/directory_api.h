#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "directory/directory_store.h"
#include "directory/unit_store.h"

// Regions, institutions and units as JSON. Every document is one object without white space; members that say nothing
// are left out.
namespace prima::directory {

// {"code":"33.74","name":"Kota Semarang","level":"city","time_zone":"WIB","parent":"33"}
std::string region_json(const Region& region);
// {"regions":[...],"source":"...","licence":"ODbL-1.0"}; the source in the language.
std::string regions_json(std::span<const Region* const> list, Language language);

// {"id":1,"code":"33.74","name","kind":"city","region","time_zone","parent","status":"active","merged_into","since",
//  "version":3,"changed_at":"2026-11-24T03:00:00.000Z"}
std::string institution_json(const StoredInstitution& stored);

// {"id":"<uuid>","institution":1,"code","name","kind":"office", ... every field of unit_columns() by its key, as
//  text ..., "status","merged_into","since","version","changed_at"}
std::string unit_json(const StoredUnit& stored);
// {"units":[...],"next":"CODE"}; `next` is left out on the last page.
std::string units_json(std::span<const StoredUnit> units, const std::optional<std::string>& next);

// {"history":[{"version":1,"valid_from":"2026-01-01","event":"create","name","merged_into","changed_at"}]}
std::string history_json(std::span<const HistoryEntry> history);

// {"rows":3,"create":1,"change":1,"leave":1,"can_be_applied":true,
//  "problems":[{"row":2,"column":"Nama (B)","code","message","stops":true}],
//  "changes":[{"row":3,"unit":"CODE","field":"name","before":"","after":""}]}
std::string import_json(const ImportPlan& plan, Language language);

// Reads what a program sends to make or change a unit: an object of texts by the keys of unit_columns(); null takes a
// value away, a key that is missing leaves what `base` has. Gives the unit as it would be, not yet checked by check()
// (the store does), or every finding; Finding::file holds the JSON pointer ("/monday").
Result<Unit, Findings> read_unit(std::string_view json, const Unit& base);

}  // namespace prima::directory
