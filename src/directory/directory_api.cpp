#include "directory/directory_api.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "directory/unit_field_rules.h"
#include "directory/unit_words.h"

namespace prima::directory {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_document = 100'000;

std::string_view key_of(RegionLevel level) {
  switch (level) {
    case RegionLevel::province:
      return "province";
    case RegionLevel::regency:
      return "regency";
    case RegionLevel::city:
      return "city";
    case RegionLevel::district:
      return "district";
    case RegionLevel::village:
      return "village";
  }
  PRIMA_UNREACHABLE("level of a region");
}

json::string_view view(std::string_view text) { return {text.data(), text.size()}; }

void set(json::object& object, std::string_view name, std::string_view text) {
  object.insert_or_assign(view(name), view(text));
}

// Sets the member unless the text is empty.
void put(json::object& object, std::string_view name, std::string_view text) {
  if (!text.empty()) set(object, name, text);
}

json::object object_of(const Region& region) {
  json::object object = {{"code", region.code}, {"name", region.name}, {"level", key_of(region.level)}};
  set(object, "time_zone", to_text(region.zone));
  put(object, "parent", parent_code(region.code));
  return object;
}

void put_standing(json::object& object, const Standing& standing) {
  set(object, "status", to_text(standing.status));
  put(object, "merged_into", standing.merged_into);
  if (standing.since) set(object, "since", iso(*standing.since));
}

json::object object_of(const StoredUnit& stored) {
  const Unit& unit = stored.unit;
  json::object object = {{"id", to_text(unit.id)}, {"institution", static_cast<std::int32_t>(unit.institution)}};
  for (const UnitColumn& column : unit_columns()) {
    if (column.field == UnitField::kind) {
      set(object, column.key, word_of(unit.kind).key);
    } else {
      put(object, column.key, text_of(unit, column.field));
    }
  }
  put_standing(object, unit.standing);
  object["version"] = stored.version;
  set(object, "changed_at", iso(stored.changed_at));
  return object;
}

json::object object_of(const ImportProblem& problem, Language language) {
  json::object object;
  if (problem.row != 0) object["row"] = problem.row;
  put(object, "column", problem.column);
  set(object, "code", problem.code);
  set(object, "message", problem.message.in(language));
  object["stops"] = problem.stops;
  return object;
}

Finding finding(std::string code, std::string pointer, Words message) {
  return {std::move(code), std::move(pointer), 0, std::move(message)};
}

// "~" and "/" in a key as a JSON pointer writes them.
std::string pointer_to(std::string_view key) {
  std::string pointer = "/";
  for (const char c : shown_to_people(key)) pointer += c == '~' ? "~0" : (c == '/' ? "~1" : std::string(1, c));
  return pointer;
}

const UnitColumn* column_with_key(std::string_view key) {
  for (const UnitColumn& column : unit_columns()) {
    if (column.key == key) return &column;
  }
  return nullptr;
}

std::optional<Finding> set_member(Unit& unit, std::string_view key, const json::value& value) {
  const UnitColumn* column = column_with_key(key);
  if (column == nullptr) {
    return finding("unknown_field", pointer_to(key),
                   {"isian ini tidak dikenal; hapus atau perbaiki namanya",
                    "this field is not known; remove it or correct its name"});
  }
  if (!value.is_string() && !value.is_null()) {
    return finding("not_a_text", pointer_to(key), {"isi dengan teks dalam tanda kutip", "write a text in quotes"});
  }
  const std::string_view text =
      value.is_string() ? std::string_view(value.get_string().data(), value.get_string().size()) : std::string_view();
  if (auto wrong = set_text(unit, column->field, text))
    return finding("value_not_usable", pointer_to(key), *std::move(wrong));
  return std::nullopt;
}

}  // namespace

std::string region_json(const Region& region) { return json::serialize(object_of(region)); }

std::string regions_json(std::span<const Region* const> list, Language language) {
  json::array regions;
  for (const Region* region : list) regions.push_back(object_of(*region));
  return json::serialize(
      json::object{{"regions", std::move(regions)}, {"source", region_notice().in(language)}, {"licence", "ODbL-1.0"}});
}

std::string institution_json(const StoredInstitution& stored) {
  const Institution& one = stored.institution;
  json::object object = {{"id", static_cast<std::int32_t>(one.id)}, {"code", one.code}, {"name", one.name}};
  set(object, "kind", to_text(one.kind));
  put(object, "region", one.region_code);
  set(object, "time_zone", to_text(one.zone));
  put(object, "parent", one.parent_code);
  put_standing(object, one.standing);
  object["version"] = stored.version;
  set(object, "changed_at", iso(stored.changed_at));
  return json::serialize(object);
}

std::string unit_json(const StoredUnit& stored) { return json::serialize(object_of(stored)); }

std::string units_json(std::span<const StoredUnit> units, const std::optional<std::string>& next) {
  json::array list;
  for (const StoredUnit& stored : units) list.push_back(object_of(stored));
  json::object object = {{"units", std::move(list)}};
  if (next) set(object, "next", *next);
  return json::serialize(object);
}

std::string history_json(std::span<const HistoryEntry> history) {
  json::array list;
  for (const HistoryEntry& entry : history) {
    json::object object = {{"version", entry.version}, {"valid_from", iso(entry.valid_from)}};
    set(object, "event", to_text(entry.event));
    set(object, "name", entry.name);
    put(object, "merged_into", entry.merged_into);
    set(object, "changed_at", iso(entry.changed_at));
    list.push_back(std::move(object));
  }
  return json::serialize(json::object{{"history", std::move(list)}});
}

std::string import_json(const ImportPlan& plan, Language language) {
  json::array problems;
  for (const ImportProblem& problem : plan.problems) problems.push_back(object_of(problem, language));
  json::array changes;
  for (const PlannedUnit& planned : plan.units) {
    for (const FieldChange& change : planned.changes) {
      changes.push_back(json::object{{"row", planned.row},
                                     {"unit", planned.unit.code},
                                     {"field", column_of(change.field).key},
                                     {"before", change.before},
                                     {"after", change.after}});
    }
  }
  return json::serialize(json::object{{"rows", plan.units.size()},
                                      {"create", plan.count(ImportAction::create)},
                                      {"change", plan.count(ImportAction::change)},
                                      {"leave", plan.count(ImportAction::leave)},
                                      {"can_be_applied", plan.can_be_applied()},
                                      {"problems", std::move(problems)},
                                      {"changes", std::move(changes)}});
}

Result<Unit, Findings> read_unit(std::string_view json, const Unit& base) {
  boost::system::error_code error;
  const json::value value =
      json.size() > longest_document ? json::value() : json::parse({json.data(), json.size()}, error);
  if (error || !value.is_object()) {
    return failure(
        Findings{finding("not_an_object", "",
                         {"kirim satu objek JSON, misalnya {\"code\":\"DISDUKCAPIL\",\"name\":\"...\"}",
                          "send one JSON object, for example {\"code\":\"DISDUKCAPIL\",\"name\":\"...\"}"})});
  }
  Unit unit = base;
  Findings findings;
  for (const auto& member : value.get_object()) {
    if (auto wrong = set_member(unit, std::string_view(member.key().data(), member.key().size()), member.value()))
      findings.push_back(*std::move(wrong));
  }
  if (!findings.empty()) return failure(std::move(findings));
  return unit;
}

}  // namespace prima::directory
