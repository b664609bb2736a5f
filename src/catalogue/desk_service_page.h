#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "catalogue/service_store.h"

namespace prima::catalogue {

// Something to choose from a list.
struct DeskChoice {
  std::string value;
  std::string label;
};

// /kelola/layanan/baru: the form of a new service.
struct NewServiceView {
  std::vector<DeskChoice> units = {};  // by id; those in which the person may draft
  std::string unit = {};               // what was typed
  std::string template_key = {};
  std::string title = {};
  std::string code = {};
  std::string id = {};     // of the service to be made: sending the form twice makes one service
  Findings problems = {};  // Finding::file: "unit", "templat", "nama", "kode"
  std::string csrf = {};
};
std::string new_service_page(Language language, const NewServiceView& view);

// The code that a title gives: "KTP elektronik (hilang)" is "ktp-elektronik-hilang". At most 40 characters; empty when
// the title has no letter or digit.
std::string code_from_title(std::string_view title);

// /kelola/layanan/{code}: the editions of a service.
struct DeskServiceView {
  std::string unit_name;
  Service service;
  std::vector<StoredEdition> editions = {};  // by number
  Date today = {};
  TimeZone zone = TimeZone::wib;
  std::optional<Date> asked_day = {};  // "what was the fee on this day"
  std::string typed_day = {};
  bool may_draft = false;        // begin an edition, close and offer
  std::string public_path = {};  // of the page that citizens see; empty: there is none today
  std::string csrf = {};
  std::string notice = {};
  Findings refused = {};
};
std::string desk_service_page(Language language, const DeskServiceView& view);

// /kelola/layanan/{code}/banding: two editions side by side.
struct DeskComparison {
  Service service;
  const Edition& before;
  const Edition& after;
};
std::string desk_comparison_page(Language language, const DeskComparison& comparison);

}  // namespace prima::catalogue
