#include "directory/directory_desk.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "directory/directory_api.h"
#include "directory/directory_store.h"
#include "directory/region_pages.h"
#include "directory/unit_pages.h"
#include "directory/unit_store.h"

namespace prima::directory {

using http::Request;
using http::Response;

namespace {

constexpr std::int64_t most_listed = 100;

std::int64_t number_of(const Request& request, std::string_view name, std::int64_t otherwise, std::int64_t most) {
  const auto text = request.query(name);
  if (!text) return otherwise;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  const bool whole = error == std::errc() && end == text->data() + text->size();
  return whole ? std::clamp<std::int64_t>(value, 1, most) : otherwise;
}

std::string query_of(const Request& request, std::string_view name) {
  return std::string(request.query(name).value_or(std::string_view()));
}

// An institution, or a unit of it, that an address names.
std::optional<StoredUnit> unit_in(db::Reader reader, InstitutionId institution, const Request& request) {
  return find_unit(reader, institution, request.capture("unit"));
}

}  // namespace

std::optional<Response> DirectoryDesk::units(const Request& request, Language language, Instant now) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  if (!stored) return std::nullopt;
  const UnitsView view{.query = query_of(request, "q"), .page = number_of(request, "halaman", 1, 1'000'000)};
  const Institution& institution = stored->institution;
  return http::html(
      units_page(language, institution, all_units(snapshot, institution.id), view, day_in(institution.zone, now)));
}

std::optional<Response> DirectoryDesk::about_unit(const Request& request, Language language, Instant now) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  if (!stored) return std::nullopt;
  const Institution& institution = stored->institution;
  const auto unit = unit_in(snapshot, institution.id, request);
  if (!unit) return std::nullopt;
  return http::html(about_unit_page(language, institution, unit->unit,
                                    history_of(snapshot, institution.id, unit->unit.id),
                                    day_in(institution.zone, now)));
}

std::optional<Response> DirectoryDesk::institution_api(const Request& request) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  if (!stored) return std::nullopt;
  return http::json(institution_json(*stored));
}

std::optional<Response> DirectoryDesk::units_api(const Request& request) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  if (!stored) return std::nullopt;
  const std::int64_t limit = number_of(request, "limit", most_listed, most_listed);
  // One more than is shown tells whether there is a next page.
  auto units = list_units(snapshot, stored->institution.id, query_of(request, "after"), limit + 1);
  std::optional<std::string> next;
  if (static_cast<std::int64_t>(units.size()) > limit) {
    units.pop_back();
    next = units.back().unit.code;
  }
  return http::json(units_json(units, next));
}

std::optional<Response> DirectoryDesk::unit_api(const Request& request) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  const auto unit = stored ? unit_in(snapshot, stored->institution.id, request) : std::nullopt;
  if (!unit) return std::nullopt;
  return http::json(unit_json(*unit));
}

std::optional<Response> DirectoryDesk::history_api(const Request& request) const {
  db::Snapshot snapshot = database_.read();
  const auto stored = find_institution(snapshot, request.capture("instansi"));
  const auto unit = stored ? unit_in(snapshot, stored->institution.id, request) : std::nullopt;
  if (!unit) return std::nullopt;
  return http::json(history_json(history_of(snapshot, stored->institution.id, unit->unit.id)));
}

Response DirectoryDesk::regions(const Request& request, Language language) {
  return http::html(regions_page(language, directory::regions(), query_of(request, "q")));
}

std::optional<Response> DirectoryDesk::region(const Request& request, Language language) {
  const Region* region = directory::regions().find(request.capture("wilayah"));
  if (region == nullptr) return std::nullopt;
  return http::html(region_page(language, directory::regions(), *region));
}

Response DirectoryDesk::region_table() { return http::embedded(region_file(), http::kept_for_a_minute); }

std::optional<Response> DirectoryDesk::regions_api(const Request& request, Language language) {
  const auto parent = request.query("parent");
  if (!parent) return http::json(regions_json(directory::regions().provinces(), language));
  const Region* above = directory::regions().find(*parent);
  if (above == nullptr) return std::nullopt;
  return http::json(regions_json(directory::regions().children(*above), language));
}

std::optional<Response> DirectoryDesk::region_api(const Request& request) {
  const Region* region = directory::regions().find(request.capture("wilayah"));
  if (region == nullptr) return std::nullopt;
  return http::json(region_json(*region));
}

}  // namespace prima::directory
