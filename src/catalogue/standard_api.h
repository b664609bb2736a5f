#pragma once

#include <boost/json/fwd.hpp>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "base/result.h"
#include "catalogue/standard.h"

namespace prima::catalogue {

// A standard, and an edition of one, as JSON; docs/reference/service-standard.md describes every field.
//
// Written canonically: keys in ascending order, no white space, whole numbers only, and what is empty is left out, so
// equal values have equal bytes (RFC 8785). Reading what was written gives the same value.
std::string standard_json(const Standard& standard);
std::string edition_json(const Edition& edition);

// The longest text read_standard() and read_edition() look at.
inline constexpr std::size_t longest_standard_json = 1'000'000;

// Reads a standard. Gives it, or every finding: text that is not JSON, unknown fields, wrong types, values that are too
// long, unknown names of enums, and what check_standard() finds. `Finding::file` holds the JSON pointer of the field
// ("/fees/rows/0/rupiah"). A null field is one that is not there.
Result<Standard, Findings> read_standard(std::string_view json);
Result<Edition, Findings> read_edition(std::string_view json);

// The same from JSON that has been parsed already.
Result<Standard, Findings> read_standard_value(const boost::json::value& value);

// The value of standard_json() with its keys in order, to stand inside a greater document.
boost::json::value standard_value(const Standard& standard);

}  // namespace prima::catalogue
