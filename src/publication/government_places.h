#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace prima::publication {

// Where an institution of the registry lies, and what it is called in full.
struct GovernmentPlace {
  std::string institution;  // as the registry names it
  std::string province;     // code of the Ministry of Home Affairs: "19"; empty for central agencies
  std::string name;         // in full where the registry abbreviates; may be empty
};

// Reads reference/government_provinces.csv: institution,province,name. A code that is no province, an institution that
// stands twice and anything wrong with the columns are findings, all of them.
Result<std::vector<GovernmentPlace>, Findings> read_government_places(std::string_view bytes, const std::string& file);

}  // namespace prima::publication
