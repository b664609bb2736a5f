#include "journal/audit_store.h"

#include <limits>

namespace prima::journal {

std::vector<AuditRow> audit_rows(db::Reader reader, InstitutionId institution, std::optional<std::int64_t> after,
                                 std::int64_t limit) {
  if (after == std::numeric_limits<std::int64_t>::max()) return {};
  const std::int64_t from = after ? *after + 1 : std::numeric_limits<std::int64_t>::min();
  std::vector<AuditRow> list;
  for (const db::Row& row : reader.query("SELECT sequence, happened_at, actor, action, subject_kind, subject_id, entry,"
                                         " hashes FROM journal_entry WHERE institution_id = $1 AND sequence >= $2"
                                         " ORDER BY sequence LIMIT $3",
                                         institution, from, limit))
    list.push_back({row.integer(0), row.integer(1), row.bytes(2), row.text(3), row.text(4), row.text(5), row.bytes(6),
                    row.bytes(7)});
  return list;
}

std::optional<AuditHead> audit_head(db::Reader reader, InstitutionId institution) {
  const db::Rows rows = reader.query("SELECT size, frontier FROM journal_head WHERE institution_id = $1", institution);
  if (rows.empty()) return std::nullopt;
  return AuditHead{rows[0].integer(0), rows[0].bytes(1)};
}

}  // namespace prima::journal
