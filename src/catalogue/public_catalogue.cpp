#include "catalogue/public_catalogue.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "directory/regions.h"

namespace prima::catalogue {

using directory::Institution;
using directory::Unit;

namespace {

std::string joined(std::string_view institution_code, std::string_view code) {
  return std::string(institution_code).append("/").append(code);
}

bool serves(const directory::Standing& standing) { return standing.status == directory::Status::active; }

std::vector<std::string> titles_and_keywords(const Standard& standard) {
  std::vector<std::string> all = standard.keywords;
  const auto add = [&](const LocalText& text) {
    if (!text.id.empty()) all.push_back(text.id);
    if (!text.en.empty()) all.push_back(text.en);
  };
  add(standard.title);
  for (const LocalText& name : standard.other_names) add(name);
  return all;
}

// In the order of the vocabulary.
std::vector<std::string> life_events_of(const Standard& standard, const LifeEvents& events) {
  const std::vector<std::string> proposed = events.of_service(titles_and_keywords(standard));
  std::vector<std::string> all;
  for (const LifeEvent& event : events.all()) {
    const auto is_named_in = [&](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), event.id) != ids.end();
    };
    if (is_named_in(standard.life_events) || is_named_in(proposed)) all.push_back(event.id);
  }
  return all;
}

SearchDocument document_of(const PublicService& one) {
  const Standard& standard = one.standard();
  SearchDocument document{.id = one.service.id.uuid(),
                          .institution = one.institution->id,
                          .unit = one.unit->id.uuid(),
                          .region = one.region,
                          .title = standard.title.words(),
                          .other_titles = {},
                          .keywords = standard.keywords,
                          .description = standard.description.words(),
                          .life_events = one.life_events};
  for (const LocalText& name : standard.other_names) {
    document.other_titles.push_back(name.id);
    if (!name.en.empty()) document.other_titles.push_back(name.en);
  }
  for (const std::string& where : {one.unit->name, one.institution->name, region_name(one.region)})
    if (!where.empty()) document.keywords.push_back(where);
  return document;
}

}  // namespace

const std::string& region_of(const Institution& institution, const Unit& unit) {
  return unit.region_code.empty() ? institution.region_code : unit.region_code;
}

TimeZone zone_of(const Institution& institution, const Unit& unit) {
  // The table has no villages: one lies in the zone of its province.
  const directory::Region* province = directory::regions().find(std::string_view(unit.region_code).substr(0, 2));
  return province == nullptr ? institution.zone : province->zone;
}

std::string region_name(std::string_view code) {
  // The table ends with districts, "33.74.10".
  const directory::Region* region = directory::regions().find(code.substr(0, 8));
  return region == nullptr ? std::string() : directory::regions().full_name(*region);
}

PublicCatalogue::PublicCatalogue(Source source, const SearchVocabulary& vocabulary)
    : vocabulary_(vocabulary), institutions_(std::move(source.institutions)), units_(std::move(source.units)) {
  std::sort(institutions_.begin(), institutions_.end(),
            [](const Institution& a, const Institution& b) { return a.code < b.code; });
  std::sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) {
    return std::tie(a.institution, a.name, a.code) < std::tie(b.institution, b.name, b.code);
  });
  std::unordered_map<InstitutionId, const Institution*> institution_of;
  for (const Institution& one : institutions_) institution_of[one.id] = &one;
  for (const Unit& one : units_) {
    const auto institution = institution_of.find(one.institution);
    if (institution == institution_of.end()) continue;
    unit_of_id_[one.id.uuid()] = &one;
    unit_of_code_[joined(institution->second->code, one.code)] = &one;
  }
  services_.reserve(source.services.size());
  for (PublishedService& one : source.services) {
    const auto institution = institution_of.find(one.service.institution);
    const auto unit = unit_of_id_.find(one.service.unit.uuid());
    if (institution == institution_of.end() || unit == unit_of_id_.end()) continue;
    if (!serves(institution->second->standing) || !serves(unit->second->standing)) continue;
    services_.push_back({.institution = institution->second,
                         .unit = unit->second,
                         .service = std::move(one.service),
                         .edition = std::move(one.edition)});
  }
  std::sort(services_.begin(), services_.end(), [](const PublicService& a, const PublicService& b) {
    return std::tie(a.institution->code, a.service.code) < std::tie(b.institution->code, b.service.code);
  });

  std::vector<SearchDocument> documents;
  documents.reserve(services_.size());
  for (std::size_t at = 0; at < services_.size(); ++at) {
    note(at);
    documents.push_back(document_of(services_[at]));
  }
  newest_.resize(services_.size());
  std::iota(newest_.begin(), newest_.end(), std::size_t{0});
  std::stable_sort(newest_.begin(), newest_.end(), [&](std::size_t a, std::size_t b) {
    return services_[a].edition.valid_from > services_[b].edition.valid_from;
  });
  index_ = std::make_unique<const SearchIndex>(documents, vocabulary_);
}

// Fills what follows from the rest of a service, and enters it wherever it can be looked up.
void PublicCatalogue::note(std::size_t at) {
  PublicService& one = services_[at];
  one.region = region_of(*one.institution, *one.unit);
  one.zone = zone_of(*one.institution, *one.unit);
  one.life_events = life_events_of(one.standard(), vocabulary_.events);
  at_codes_[joined(one.institution->code, one.service.code)] = at;
  at_id_[one.service.id.uuid()] = at;
  of_institution_[one.institution->id].push_back(at);
  of_unit_[one.unit->id.uuid()].push_back(at);
  for (const std::string& event : one.life_events) of_life_event_[event].push_back(at);
  if (!one.service.template_key.empty()) made_from_[one.service.template_key].push_back(at);
  for (const std::size_t length : {std::size_t{2}, std::size_t{5}})
    if (one.region.size() >= length) ++in_region_[one.region.substr(0, length)];
}

std::span<const PublicService> PublicCatalogue::services_after(std::string_view institution_code,
                                                               std::string_view code) const {
  const auto begin = std::upper_bound(services_.begin(), services_.end(), std::pair(institution_code, code),
                                      [](const auto& asked, const PublicService& one) {
                                        return asked < std::pair<std::string_view, std::string_view>(
                                                           one.institution->code, one.service.code);
                                      });
  return {begin, services_.end()};
}

const PublicService* PublicCatalogue::find(std::string_view institution_code, std::string_view code) const {
  const auto found = at_codes_.find(joined(institution_code, code));
  return found == at_codes_.end() ? nullptr : &services_[found->second];
}

const PublicService* PublicCatalogue::find(const Uuid& service) const {
  const auto found = at_id_.find(service);
  return found == at_id_.end() ? nullptr : &services_[found->second];
}

PublicCatalogue::Found PublicCatalogue::found(const Places* places) const {
  Found all;
  if (places == nullptr) return all;
  all.reserve(places->size());
  for (const std::size_t at : *places) all.push_back(&services_[at]);
  return all;
}

namespace {

template <typename Map, typename Key>
const typename Map::mapped_type* look_up(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

PublicCatalogue::Found PublicCatalogue::of_institution(const Institution& institution) const {
  return found(look_up(of_institution_, institution.id));
}

PublicCatalogue::Found PublicCatalogue::of_unit(const Unit& unit) const {
  return found(look_up(of_unit_, unit.id.uuid()));
}

PublicCatalogue::Found PublicCatalogue::of_life_event(std::string_view id) const {
  return found(look_up(of_life_event_, std::string(id)));
}

PublicCatalogue::Found PublicCatalogue::made_from(std::string_view template_key) const {
  return found(look_up(made_from_, std::string(template_key)));
}

PublicCatalogue::Found PublicCatalogue::latest(std::size_t limit) const {
  const Places first(newest_.begin(), newest_.begin() + static_cast<std::ptrdiff_t>(std::min(limit, newest_.size())));
  return found(&first);
}

const Institution* PublicCatalogue::find_institution(std::string_view code) const {
  const auto at = std::lower_bound(institutions_.begin(), institutions_.end(), code,
                                   [](const Institution& one, std::string_view asked) { return one.code < asked; });
  return at == institutions_.end() || at->code != code ? nullptr : &*at;
}

const Unit* PublicCatalogue::find_unit(std::string_view institution_code, std::string_view code) const {
  const auto found = unit_of_code_.find(joined(institution_code, code));
  return found == unit_of_code_.end() ? nullptr : found->second;
}

std::vector<const Unit*> PublicCatalogue::units_of(const Institution& institution) const {
  std::vector<const Unit*> units;
  const auto begin = std::lower_bound(units_.begin(), units_.end(), institution.id,
                                      [](const Unit& one, InstitutionId id) { return one.institution < id; });
  for (auto at = begin; at != units_.end() && at->institution == institution.id; ++at)
    if (serves(at->standing)) units.push_back(&*at);
  return units;
}

std::size_t PublicCatalogue::count_in_region(std::string_view prefix) const {
  const auto found = in_region_.find(std::string(prefix));
  return found == in_region_.end() ? 0 : found->second;
}

}  // namespace prima::catalogue
