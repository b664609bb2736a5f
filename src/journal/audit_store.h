#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "db/database.h"

// What an audit reads: the rows as they are, without a thought of what they should be.
namespace prima::journal {

struct AuditRow {
  std::int64_t sequence = 0;
  std::int64_t happened_at = 0;  // milliseconds
  std::string actor;             // 16 bytes
  std::string action;
  std::string subject_kind;
  std::string subject_id;
  std::string entry;
  std::string hashes;
};

// The rows that follow `after` in order of sequence, at most `limit`; nothing for `after` begins with the first row.
std::vector<AuditRow> audit_rows(db::Reader reader, InstitutionId institution, std::optional<std::int64_t> after,
                                 std::int64_t limit);

struct AuditHead {
  std::int64_t size = 0;
  std::string frontier;
};

std::optional<AuditHead> audit_head(db::Reader reader, InstitutionId institution);

}  // namespace prima::journal
