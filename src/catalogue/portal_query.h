#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace prima::catalogue {

// What a citizen asks of the search page, as it stands in the address:
//
//   q=ktp+hilang  instansi=33.74  unit=DISDUKCAPIL  wilayah=33.74  peristiwa=birth  halaman=2
struct PortalQuery {
  std::string words = {};        // at most 200 bytes
  std::string institution = {};  // code; what is unknown is found out by the page
  std::string unit = {};         // code; means nothing without an institution
  std::string region = {};       // code of a province, regency or city
  std::string life_event = {};   // id
  std::int64_t page = 1;

  bool is_bare() const { return *this == PortalQuery{}; }
  bool has_filter() const { return !institution.empty() || !unit.empty() || !region.empty() || !life_event.empty(); }
  bool operator==(const PortalQuery&) const = default;
};

// Reads the parameters of an address. What cannot be read counts as not given, so an old or mistyped link still shows a
// list. Of a parameter that comes twice the first counts.
PortalQuery portal_query(const std::vector<http::Parameter>& parameters);

// "/layanan?q=ktp&wilayah=33.74", without what is not given.
std::string address_of(const PortalQuery& query);

// The value of a parameter without white space around it; empty when it is not there.
std::string_view parameter_of(const std::vector<http::Parameter>& parameters, std::string_view name);

}  // namespace prima::catalogue
