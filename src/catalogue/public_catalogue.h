#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "catalogue/search_index.h"
#include "catalogue/search_vocabulary.h"
#include "catalogue/service_store.h"
#include "catalogue/standard.h"
#include "directory/institution.h"
#include "directory/unit.h"

namespace prima::catalogue {

// A service that citizens can find, with where it is given.
struct PublicService {
  const directory::Institution* institution = nullptr;  // never null, like the unit; both owned by the catalogue
  const directory::Unit* unit = nullptr;
  Service service = {};
  Edition edition = {};  // the one in force
  std::vector<std::string> life_events =
      {};                         // ids of known ones: those its standard names and those its titles belong to
  std::string region = {};        // region_of() its unit
  TimeZone zone = TimeZone::wib;  // zone_of() its unit

  const Standard& standard() const { return edition.standard; }
};

// Where a unit lies: its own region, otherwise that of its institution; and by whose clock it works.
const std::string& region_of(const directory::Institution& institution, const directory::Unit& unit);
TimeZone zone_of(const directory::Institution& institution, const directory::Unit& unit);
// "Kota Semarang, Jawa Tengah"; a village is named by its code's known part; empty for an unknown region.
std::string region_name(std::string_view code);

// Everything public about services, ready to be shown and searched. Immutable: build a new one aside after a
// publication, or when the day changes, and put it in the place of the old. Safe from any thread.
class PublicCatalogue {
 public:
  struct Source {
    std::vector<directory::Institution> institutions = {};
    std::vector<directory::Unit> units = {};
    std::vector<PublishedService> services = {};  // all_published_services()
  };

  // A service of an institution or unit that is not in the source, or no longer serves, is left out. `vocabulary` must
  // outlive the catalogue.
  explicit PublicCatalogue(Source source, const SearchVocabulary& vocabulary = built_in_vocabulary());
  PublicCatalogue(const PublicCatalogue&) = delete;
  PublicCatalogue& operator=(const PublicCatalogue&) = delete;

  // In the order of the codes of their institutions, then of their own.
  std::span<const PublicService> services() const { return services_; }
  // The same from the first one after the service with these codes, which need not exist (any more).
  std::span<const PublicService> services_after(std::string_view institution_code, std::string_view code) const;

  // Null where there is none, here and below.
  const PublicService* find(std::string_view institution_code, std::string_view code) const;
  const PublicService* find(const Uuid& service) const;

  using Found = std::vector<const PublicService*>;  // in the order of services() unless a function says otherwise

  Found of_institution(const directory::Institution& institution) const;
  Found of_unit(const directory::Unit& unit) const;
  Found of_life_event(std::string_view id) const;
  // The same service in all its places: made from one template.
  Found made_from(std::string_view template_key) const;
  // The last published: by the first day of their editions, the newest first.
  Found latest(std::size_t limit) const;

  // By code.
  std::span<const directory::Institution> institutions() const { return institutions_; }
  const directory::Institution* find_institution(std::string_view code) const;
  const directory::Unit* find_unit(std::string_view institution_code, std::string_view code) const;
  // By name; those without a public service too.
  std::vector<const directory::Unit*> units_of(const directory::Institution& institution) const;
  // How many services are given in the regions whose codes begin with `prefix`.
  std::size_t count_in_region(std::string_view prefix) const;

  const LifeEvents& life_events() const { return vocabulary_.events; }
  const SearchIndex& index() const { return *index_; }

 private:
  using Places = std::vector<std::size_t>;  // in services_

  void note(std::size_t at);
  Found found(const Places* places) const;

  const SearchVocabulary& vocabulary_;
  std::vector<directory::Institution> institutions_;
  std::vector<directory::Unit> units_;
  std::vector<PublicService> services_;
  std::unordered_map<std::string, const directory::Unit*> unit_of_code_;  // "33.74/DISDUKCAPIL"
  std::unordered_map<Uuid, const directory::Unit*> unit_of_id_;
  std::unordered_map<std::string, std::size_t> at_codes_;  // "33.74/ktp"
  std::unordered_map<Uuid, std::size_t> at_id_;
  std::unordered_map<InstitutionId, Places> of_institution_;
  std::unordered_map<Uuid, Places> of_unit_;
  std::unordered_map<std::string, Places> of_life_event_;
  std::unordered_map<std::string, Places> made_from_;
  std::unordered_map<std::string, std::size_t> in_region_;  // "33" and "33.74" -> how many
  Places newest_;
  std::unique_ptr<const SearchIndex> index_;
};

}  // namespace prima::catalogue
