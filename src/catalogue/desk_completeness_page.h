#pragma once

#include <string>
#include <vector>

#include "catalogue/standard_completeness.h"

namespace prima::catalogue {

// /kelola/kelengkapan: how complete the standards of a city are, unit by unit, scored with the instrument.
struct DeskCompletenessView {
  std::string institution_name;
  const CompletenessScorer& scorer;
  // By name; each with the edition of every service it offers: the one in force, otherwise the latest.
  std::vector<CompletenessScorer::UnitServices> units;
  std::vector<std::string> codes;  // of the units, in the same order
  std::string opened = {};         // code of the unit whose score is derived below; empty: the whole city's is
};
std::string desk_completeness_page(Language language, const DeskCompletenessView& view);

}  // namespace prima::catalogue
