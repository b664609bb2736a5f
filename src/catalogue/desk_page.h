#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "catalogue/service_store.h"

namespace prima::catalogue {

// A service in a list of those who look after it.
struct DeskService {
  Service service;
  std::string unit_name = {};
  int number = 0;  // of its latest edition
  EditionState state = EditionState::draft;
  std::size_t complete = 0;  // components of that edition, of 14
};

// An edition that waits, and what the person may do with it.
struct DeskWaiting {
  WaitingEdition edition;
  std::string unit_name;
};

// What somebody who has signed in begins with.
struct DeskView {
  std::string person_name;
  std::string institution_name;
  TimeZone zone = TimeZone::wib;
  std::vector<DeskWaiting> waiting = {};  // only those that the person may move
  std::vector<DeskService> mine = {};     // of their units; empty for those who look after a whole institution
  std::vector<DeskService> drafts = {};   // of a whole institution: those whose latest edition they may write now
  bool services = false;
  bool has_units = false;  // is of one or more units, so that `mine` says something
  bool completeness = false;
  bool units = false;
  bool people = false;
  bool permissions = false;
  bool journal = false;
};
std::string desk_page(Language language, const DeskView& view);

// /kelola/layanan: services by unit.
struct DeskServicesView {
  std::string institution_name;
  std::vector<DeskService> services = {};  // of this page; those of one unit stand together
  std::size_t count = 0;                   // on all pages
  std::int64_t page = 1;
  std::int64_t pages = 1;
  bool may_create = false;
  std::string notice = {};
};
std::string desk_services_page(Language language, const DeskServicesView& view);

}  // namespace prima::catalogue
