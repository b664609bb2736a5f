#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"
#include "publication/registry.h"

namespace prima::publication {

// What a reader asks of the list of published results, as it stands in the address:
//
//   q=pangkal  tahun=2023  tingkat=unit-vertikal  zona=hijau  provinsi=19  bertentangan=1  halaman=2
struct RegistryQuery {
  Filter filter;
  std::int64_t page = 1;

  bool operator==(const RegistryQuery&) const = default;
};

// Reads the parameters of an address. What is unknown or cannot be read counts as not given, so an old or mistyped link
// still shows a list.
RegistryQuery registry_query(const std::vector<http::Parameter>& parameters);

// "/hasil?q=pangkal&tahun=2023": the address of a query below `path`, without what is not given.
std::string address_of(std::string_view path, const RegistryQuery& query);

// How a level and a zone stand in an address: "unit-vertikal", "hijau".
std::string key_of(Level level);
std::string key_of(instrument::Zone zone);

// Addresses of this folder's pages, without language.
inline constexpr std::string_view registry_path = "/hasil";
inline constexpr std::string_view registry_csv_path = "/hasil.csv";
inline constexpr std::string_view registry_json_path = "/hasil.json";
std::string government_path(const Government& government);

}  // namespace prima::publication
