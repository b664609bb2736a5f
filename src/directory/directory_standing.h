#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace prima::directory {

enum class Status : std::uint8_t { active, merged, closed };

// Whether an institution or unit still serves. What it was before stands in its history (directory_store.h).
struct Standing {
  Status status = Status::active;
  std::string merged_into = {};    // code of the one that took over; empty unless merged
  std::optional<Date> since = {};  // since when this status holds; nothing when that is not known

  bool operator==(const Standing&) const = default;
};

// "active", "merged", "closed".
std::string_view to_text(Status status);
std::optional<Status> parse_status(std::string_view text);

}  // namespace prima::directory
