#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/result.h"

namespace prima::assessment {

// One column that a CSV file may or must have.
struct ColumnRule {
  std::string_view name;
  bool required = true;
};

// Finds the columns of a header by name, whatever their order and case: for each rule its place, or nothing when an
// optional column is not there. Every missing, unknown or repeated column is a finding that names it.
Result<std::vector<std::optional<std::size_t>>, Findings> find_columns(const std::vector<std::string_view>& header,
                                                                       const std::vector<ColumnRule>& rules,
                                                                       const std::string& file, std::int64_t line);

// The finding for a record with another number of fields than the header.
Finding wrong_field_count(const std::string& file, std::int64_t line, std::size_t expected, std::size_t found);

// The finding for a file that has no records at all, or a header only.
Finding no_records(const std::string& file);

}  // namespace prima::assessment
