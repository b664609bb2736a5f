#include "journal/journal_store.h"

#include <fmt/format.h>

#include <limits>

#include "base/assert.h"
#include "journal/stored_hashes.h"

namespace prima::journal {

namespace {

constexpr std::string_view select_head = "SELECT size, frontier FROM journal_head WHERE institution_id = $1";

constexpr std::string_view insert_head =
    "INSERT INTO journal_head (institution_id, size, frontier) VALUES ($1, $2, $3) ON CONFLICT (institution_id) DO "
    "NOTHING";

constexpr std::string_view move_head =
    "UPDATE journal_head SET size = $2, frontier = $3 WHERE institution_id = $1 AND size = $4";

constexpr std::string_view insert_entry =
    "INSERT INTO journal_entry (institution_id, sequence, happened_at, actor, action, subject_kind, subject_id, entry,"
    " hashes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

// Four ways to search, one for each index that leads to the rows; the rest of the filter is checked row by row. The two
// bounds of time are written so that SQLite, which keeps no statistics, prefers the index that begins with the actor.
#define PRIMA_JOURNAL_SEARCH(where_indexed)                                                                \
  "SELECT sequence, entry, happened_at FROM journal_entry WHERE institution_id = $1 AND happened_at >= $2" \
  " AND (happened_at, sequence) < ($3, $4) AND ($5 = '' OR action = $5)" where_indexed                     \
  " ORDER BY happened_at DESC, sequence DESC LIMIT $6"

constexpr std::string_view search_by_time = PRIMA_JOURNAL_SEARCH(" AND ($7 = '' OR subject_kind = $7)");
constexpr std::string_view search_by_actor = PRIMA_JOURNAL_SEARCH(" AND ($7 = '' OR subject_kind = $7) AND actor = $8");
constexpr std::string_view search_by_subject = PRIMA_JOURNAL_SEARCH(" AND subject_kind = $7 AND subject_id = $8");
constexpr std::string_view search_by_both =
    PRIMA_JOURNAL_SEARCH(" AND subject_kind = $7 AND subject_id = $8 AND actor = $9");

#undef PRIMA_JOURNAL_SEARCH

std::int64_t stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Frontier frontier_of(db::Reader reader, InstitutionId institution) {
  const db::Rows rows = reader.query(select_head, institution);
  if (rows.empty()) return {};
  const auto hashes = hashes_in(rows[0].bytes(1));
  const auto size = static_cast<std::uint64_t>(rows[0].integer(0));
  if (!hashes || rows[0].integer(0) < 0 || hashes->size() != peaks(size).size())
    throw db::Error(db::Trouble::damaged, "the head of the journal is damaged; run prima journal verify");
  return Frontier(size, *hashes);
}

// Moves the head before the entries are stored, so that a second writer waits here and then meets the new size.
void move(db::Transaction& transaction, InstitutionId institution, std::uint64_t old_size, const Frontier& frontier) {
  const db::Bytes edge{joined(frontier.hashes())};
  const std::int64_t changed =
      old_size == 0 ? transaction.execute(insert_head, institution, stored(frontier.size()), edge)
                    : transaction.execute(move_head, institution, stored(frontier.size()), edge, stored(old_size));
  if (changed != 1) throw db::Error(db::Trouble::busy, "another writer appended to the journal at the same moment");
}

struct NewRow {
  Entry entry;
  std::string bytes;
  std::vector<Hash> filled;
};

std::vector<NewRow> make_rows(InstitutionId institution, std::span<const Change> changes, Frontier& frontier) {
  std::vector<NewRow> rows;
  rows.reserve(changes.size());
  for (const Change& change : changes) {
    Entry entry{frontier.size(), institution, change};
    std::string bytes = to_bytes(entry);
    auto filled = frontier.append(leaf_hash(bytes));
    rows.push_back({std::move(entry), std::move(bytes), std::move(filled)});
  }
  return rows;
}

void store(db::Transaction& transaction, const NewRow& row) {
  const Change& change = row.entry.change;
  transaction.queue(insert_entry, row.entry.institution, stored(row.entry.sequence), change.at, change.actor,
                    change.action, change.subject.kind, change.subject.id, db::Bytes{row.bytes},
                    db::Bytes{joined(row.filled)});
}

SubtreeHash hashes_of(db::Reader reader, InstitutionId institution) {
  return [reader, institution](const Subtree& subtree) mutable {
    const db::Rows rows = reader.query("SELECT hashes FROM journal_entry WHERE institution_id = $1 AND sequence = $2",
                                       institution, stored(subtree.last_leaf()));
    const auto hashes = rows.empty() ? std::nullopt : hashes_in(rows[0].bytes(0));
    if (!hashes || hashes->size() <= subtree.level)
      throw db::Error(db::Trouble::damaged,
                      fmt::format("entry {} of the journal is damaged; run prima journal verify", subtree.last_leaf()));
    return (*hashes)[subtree.level];
  };
}

// All that is found stands before this place, in the order of time and then of sequence.
struct Bound {
  std::int64_t at = std::numeric_limits<std::int64_t>::max();
  std::int64_t sequence = std::numeric_limits<std::int64_t>::max();
};

Bound end_of(const JournalFilter& filter) {
  Bound bound;
  if (filter.after) bound = {unix_ms(filter.after->at), stored(filter.after->sequence)};
  if (filter.until && unix_ms(*filter.until) <= bound.at) bound = {unix_ms(*filter.until), -1};
  return bound;
}

db::Rows search(db::Reader reader, InstitutionId institution, const JournalFilter& filter, std::int64_t limit) {
  const std::int64_t from = filter.from ? unix_ms(*filter.from) : std::numeric_limits<std::int64_t>::min();
  const Bound end = end_of(filter);
  const bool has_subject = !filter.subject_id.empty();
  const auto ask = [&](std::string_view sql, auto... more) {
    return reader.query(sql, institution, from, end.at, end.sequence, filter.action, limit, filter.subject_kind,
                        more...);
  };
  if (has_subject && filter.actor) return ask(search_by_both, filter.subject_id, *filter.actor);
  if (has_subject) return ask(search_by_subject, filter.subject_id);
  if (filter.actor) return ask(search_by_actor, *filter.actor);
  return ask(search_by_time);
}

StoredEntry stored_entry(const db::Row& row) { return {static_cast<std::uint64_t>(row.integer(0)), row.bytes(1)}; }

}  // namespace

std::uint64_t append(db::Transaction& transaction, InstitutionId institution, std::span<const Change> changes) {
  PRIMA_ASSERT(!changes.empty());
  Frontier frontier = frontier_of(transaction, institution);
  const std::uint64_t first = frontier.size();
  const std::vector<NewRow> rows = make_rows(institution, changes, frontier);
  move(transaction, institution, first, frontier);
  for (const NewRow& row : rows) store(transaction, row);
  return first;
}

std::uint64_t append(db::Transaction& transaction, InstitutionId institution, const Change& change) {
  return append(transaction, institution, std::span(&change, 1));
}

std::optional<StoredEntry> find_entry(db::Reader reader, InstitutionId institution, std::uint64_t sequence) {
  const db::Rows rows =
      reader.query("SELECT sequence, entry FROM journal_entry WHERE institution_id = $1 AND sequence = $2", institution,
                   stored(sequence));
  return rows.empty() ? std::nullopt : std::optional(stored_entry(rows[0]));
}

std::vector<StoredEntry> entries_from(db::Reader reader, InstitutionId institution, std::uint64_t from,
                                      std::int64_t limit) {
  std::vector<StoredEntry> list;
  for (const db::Row& row : reader.query("SELECT sequence, entry FROM journal_entry WHERE institution_id = $1"
                                         " AND sequence >= $2 ORDER BY sequence LIMIT $3",
                                         institution, stored(from), limit))
    list.push_back(stored_entry(row));
  return list;
}

JournalPage find_entries(db::Reader reader, InstitutionId institution, const JournalFilter& filter,
                         std::int64_t limit) {
  PRIMA_ASSERT(limit > 0 && (filter.subject_id.empty() || !filter.subject_kind.empty()));
  // One more than asked for tells whether there is another page.
  const db::Rows rows = search(reader, institution, filter, limit + 1);
  JournalPage page;
  for (const db::Row& row : rows) {
    if (page.entries.size() == static_cast<std::size_t>(limit)) {
      const db::Row last = rows[page.entries.size() - 1];
      page.next = JournalCursor{last.instant(2), page.entries.back().sequence};
      break;
    }
    page.entries.push_back(stored_entry(row));
  }
  return page;
}

TreeHead head(db::Reader reader, InstitutionId institution) {
  const Frontier frontier = frontier_of(reader, institution);
  return {frontier.size(), frontier.root()};
}

std::optional<Proof> prove_inclusion(db::Reader reader, InstitutionId institution, std::uint64_t index,
                                     std::uint64_t size) {
  if (index >= size || size > head(reader, institution).size) return std::nullopt;
  return inclusion_proof(index, size, hashes_of(reader, institution));
}

std::optional<Proof> prove_consistency(db::Reader reader, InstitutionId institution, std::uint64_t from,
                                       std::uint64_t to) {
  if (from > to || to > head(reader, institution).size) return std::nullopt;
  return consistency_proof(from, to, hashes_of(reader, institution));
}

std::vector<InstitutionId> institutions_with_journal(db::Reader reader) {
  std::vector<InstitutionId> list;
  // all institutions: an audit goes through every journal, also one whose head or entries are gone
  for (const db::Row& row : reader.query("SELECT institution_id FROM journal_head UNION"
                                         " SELECT institution_id FROM journal_checkpoint UNION"
                                         " SELECT institution_id FROM journal_entry ORDER BY institution_id"))
    list.push_back(row.institution(0));
  return list;
}

std::uint64_t total_entries(db::Reader reader) {
  // all institutions: the sum tells nothing about any of them
  const db::Rows rows = reader.query("SELECT sum(size) FROM journal_head");
  return static_cast<std::uint64_t>(rows.only().optional_integer(0).value_or(0));
}

}  // namespace prima::journal
