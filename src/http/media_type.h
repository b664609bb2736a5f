#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace prima::http {

// A value with parameters: `multipart/form-data; boundary="x"`, `form-data; name="file"; filename="a.csv"`.
struct ParameterisedValue {
  std::string value;                  // lower-case
  std::vector<Parameter> parameters;  // names lower-case, quotes taken away

  std::optional<std::string_view> parameter(std::string_view name) const;
};

// Nothing when the syntax is wrong or a parameter comes twice. In quotes, \" and \\ stand for " and \; any other
// backslash is one, because browsers send names of files so.
std::optional<ParameterisedValue> read_parameterised(std::string_view text);

}  // namespace prima::http
