#pragma once

#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "instrument/reader.h"
#include "publication/registry_check.h"
#include "publication/registry_reader.h"

namespace prima::publication::test {

inline std::string file_text(const std::string& name) {
  std::ifstream file(std::string(PRIMA_SOURCE_DIR) + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline instrument::Instrument instrument_of(const std::string& id) {
  const std::string file = "instruments/" + id + "/instrument.yaml";
  return instrument::read_instrument(file_text(file), file).value();
}

// The instruments of the house that the registry needs, and one of another family.
inline const std::vector<instrument::Instrument>& instruments() {
  static const std::vector<instrument::Instrument> all = {
      instrument_of("ombudsman/kepatuhan/2023"), instrument_of("ombudsman/kepatuhan/2013"),
      instrument_of("ombudsman/opini/2025"),     instrument_of("ombudsman/kepatuhan/2021"),
      instrument_of("ombudsman/kepatuhan/2024"), instrument_of("ombudsman/kepatuhan/2022")};
  return all;
}

inline const Rounds& rounds() {
  static const Rounds all = [] {
    std::vector<const instrument::Instrument*> list;
    for (const auto& one : instruments()) list.push_back(&one);
    return Rounds(list);
  }();
  return all;
}

inline const std::string header = "institution,level,year,score,zone,category,dimension_or_unit,source_url\n";

inline std::vector<PublishedRow> rows_of(const std::string& lines) {
  auto rows = read_registry(header + lines, "r.csv", rounds());
  if (!rows) throw std::runtime_error(to_text(rows.error().front(), Language::en));
  return *std::move(rows);
}

inline RegistryCheck check_of(const std::string& lines) { return check_registry(rows_of(lines), rounds()); }

// The registry of the house.
inline const RegistryCheck& published() {
  static const RegistryCheck check = [] {
    auto rows = read_registry(file_text("reference/published_results.csv"), "published_results.csv", rounds());
    if (!rows) throw std::runtime_error(to_text(rows.error().front(), Language::en));
    return check_registry(*std::move(rows), rounds());
  }();
  return check;
}

}  // namespace prima::publication::test
