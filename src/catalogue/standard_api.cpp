#include "catalogue/standard_api.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "catalogue/standard_rules.h"
#include "catalogue/standard_value_api.h"

namespace prima::catalogue {

namespace json = boost::json;

namespace {

Finding not_json(const std::string& reason) {
  return {"not_json", "", 0, {"kiriman ini bukan JSON yang benar: " + reason, "this is not correct JSON: " + reason}};
}

Result<json::value, Findings> parsed(std::string_view text) {
  if (text.size() > longest_standard_json)
    return failure(Findings{
        {"too_long",
         "",
         0,
         {"kiriman terlalu besar; paling banyak 1.000.000 bita", "this is too large; at most 1,000,000 bytes"}}});
  json::error_code problem;
  json::parse_options options;
  options.max_depth = 12;
  json::value value = json::parse(json::string_view(text.data(), text.size()), problem, {}, options);
  if (problem) return failure(Findings{not_json(problem.message())});
  return value;
}

template <typename T>
Result<T, Findings> read(const json::value& value, Findings (*check)(const T&)) {
  T result;
  Findings findings;
  ValueReader(&findings).read(value, "", result, needed);
  if (findings.empty()) findings = check(result);
  if (!findings.empty()) return failure(std::move(findings));
  return result;
}

Findings check_whole_standard(const Standard& standard) { return check_standard(standard); }

}  // namespace

std::string standard_json(const Standard& standard) { return json::serialize(standard_value(standard)); }

std::string edition_json(const Edition& edition) { return json::serialize(ValueWriter::value_of(edition)); }

json::value standard_value(const Standard& standard) { return ValueWriter::value_of(standard); }

Result<Standard, Findings> read_standard_value(const json::value& value) {
  return read<Standard>(value, check_whole_standard);
}

Result<Standard, Findings> read_standard(std::string_view text) {
  const auto value = parsed(text);
  if (!value) return failure(value.error());
  return read<Standard>(*value, check_whole_standard);
}

Result<Edition, Findings> read_edition(std::string_view text) {
  const auto value = parsed(text);
  if (!value) return failure(value.error());
  return read<Edition>(*value, check_edition);
}

}  // namespace prima::catalogue
