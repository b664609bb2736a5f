#include "directory/directory_standing.h"

namespace prima::directory {

std::string_view to_text(Status status) {
  switch (status) {
    case Status::active:
      return "active";
    case Status::merged:
      return "merged";
    case Status::closed:
      return "closed";
  }
  return {};
}

std::optional<Status> parse_status(std::string_view text) {
  for (const Status status : {Status::active, Status::merged, Status::closed}) {
    if (to_text(status) == text) return status;
  }
  return std::nullopt;
}

}  // namespace prima::directory
