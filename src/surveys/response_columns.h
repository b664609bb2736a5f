#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "surveys/skm_rules.h"

namespace prima::surveys {

// Which field of a row holds what, as the header of RESPONSES.csv says.
struct ResponseColumns {
  std::size_t respondent = 0;
  std::array<std::size_t, element_count> elements{};
  std::optional<std::size_t> unit;
  std::optional<std::size_t> service;
  std::optional<std::size_t> period;
  std::size_t count = 0;
};

// Binds columns by their names, in any order and case. Gives everything that is wrong with the header at once: unknown
// columns with the name that may be meant, names that stand twice, names that are missing.
Result<ResponseColumns, Findings> bind_columns(const std::vector<std::string_view>& header, const std::string& file,
                                               std::int64_t line);

}  // namespace prima::surveys
