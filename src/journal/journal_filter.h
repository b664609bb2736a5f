#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/result.h"
#include "journal/journal_store.h"

namespace prima::journal {

// Answers the value of a parameter of the address, or nothing.
using Parameter = std::function<std::optional<std::string_view>(std::string_view name)>;

// Reads what an auditor asks for, as it stands in an address:
//
//   actor=<uuid> action=service.create kind=service id=<id> from=2026-11-01 until=2026-11-30 after=<cursor>
//
// Days are those of `zone`, and both belong to the time asked for; instead of a day, a moment in UTC may stand
// ("2026-11-24T04:00:00Z"; then `until` itself does not belong to it). An empty value counts as not given. Every value
// that cannot be read is a finding whose code is "journal_filter_" and the parameter's name.
Result<JournalFilter, Findings> read_filter(const Parameter& parameter, TimeZone zone);

// The parameters that read back as this filter, in the order above; moments in UTC.
std::vector<std::pair<std::string, std::string>> parameters_of(const JournalFilter& filter);

// "1795492800123.12": an opaque place for whoever calls the API.
std::string to_text(const JournalCursor& cursor);
std::optional<JournalCursor> parse_cursor(std::string_view text);

}  // namespace prima::journal
