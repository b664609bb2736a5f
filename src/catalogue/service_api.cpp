#include "catalogue/service_api.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <span>

#include "base/assert.h"
#include "catalogue/portal_paths.h"
#include "catalogue/standard_api.h"
#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

namespace json = boost::json;

void add(json::object& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object[key] = text;
}

json::array times(const Standard& standard) {
  json::array rows;
  for (const TimeRow& one : standard.time) {
    json::object row;
    add(row, "case", one.case_key);
    row["amount"] = one.duration.amount;
    row["unit"] = key(one.duration.unit);
    rows.push_back(std::move(row));
  }
  return rows;
}

json::object fees(const Standard& standard) {
  json::object object = {{"state", key(standard.fees.state)}};
  json::array rows;
  for (const FeeRow& one : standard.fees.rows) {
    json::object row;
    add(row, "case", one.case_key);
    row["rupiah"] = one.rupiah;
    add(row, "per", one.per.id);
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) object["rows"] = std::move(rows);
  return object;
}

json::object service_object(const PublicService& one, std::string_view origin) {
  const std::string base(origin);
  const Standard& standard = one.standard();
  json::object object = {
      {"id", to_text(one.service.id)}, {"code", one.service.code}, {"name", standard.title.in(Language::id)}};
  add(object, "name_en", standard.title.en);
  object["url"] = base + service_path(one);
  object["api_url"] = base + service_api_path(one);
  object["institution"] = json::object{{"code", one.institution->code}, {"name", one.institution->name}};
  object["unit"] = json::object{{"code", one.unit->code}, {"name", one.unit->name}};
  add(object, "region", one.region);
  json::array events;
  for (const std::string& event : one.life_events) events.emplace_back(event);
  object["life_events"] = std::move(events);
  add(object, "template", one.service.template_key);
  object["edition"] = one.edition.number;
  if (one.edition.valid_from) object["valid_from"] = iso(*one.edition.valid_from);
  add(object, "decree", one.edition.decree.number);
  object["time"] = times(standard);
  object["fees"] = fees(standard);
  object["requirements"] = standard.requirements.size();
  object["changed_at"] = iso(one.service.changed_at);
  return object;
}

std::string cursor_of(const PublicService& one) { return one.institution->code + "/" + one.service.code; }

// Neither code contains a "/".
std::span<const PublicService> after(const PublicCatalogue& catalogue, std::string_view cursor) {
  const std::size_t slash = cursor.find('/');
  if (slash == std::string_view::npos) return catalogue.services();
  return catalogue.services_after(cursor.substr(0, slash), cursor.substr(slash + 1));
}

}  // namespace

std::string services_json(const PublicCatalogue& catalogue, const ServicesPage& page) {
  PRIMA_ASSERT(page.limit > 0);
  const std::span<const PublicService> rest = after(catalogue, page.after);
  const std::span<const PublicService> shown = rest.first(std::min(rest.size(), page.limit));
  json::array items;
  for (const PublicService& one : shown) items.push_back(service_object(one, page.origin));
  const bool has_more = shown.size() < rest.size();
  return json::serialize(json::object{{"items", std::move(items)},
                                      {"next", has_more ? json::value(cursor_of(shown.back())) : json::value()}});
}

std::optional<std::size_t> services_limit(std::string_view text) {
  if (text.empty()) return default_services_limit;
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (error != std::errc() || end != text.data() + text.size() || limit == 0 || limit > most_services_limit)
    return std::nullopt;
  return limit;
}

std::string service_json(const PublicService& one, std::string_view origin) {
  json::object object = service_object(one, origin);
  object["standard"] = standard_value(one.standard());
  return json::serialize(object);
}

}  // namespace prima::catalogue
