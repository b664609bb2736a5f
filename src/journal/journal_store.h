#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "db/database.h"
#include "journal/entry.h"
#include "journal/merkle_rules.h"

// The journals in the database (migrations/0003_journal.sql). Everything throws db::Error.
namespace prima::journal {

// Enters the changes, in this order, into the institution's journal, in the transaction of the changes themselves: both
// are stored, or neither. Gives the sequence of the first one; the others follow it. `changes` is not empty.
//
// Another process may append at the same moment. Then one of the two finds that the journal has grown meanwhile and
// throws Trouble::busy, which Database::write answers by running the change again; so the journal never forks.
std::uint64_t append(db::Transaction& transaction, InstitutionId institution, std::span<const Change> changes);
std::uint64_t append(db::Transaction& transaction, InstitutionId institution, const Change& change);

// An entry as it is stored. It reads as an Entry unless somebody tampered with the database.
struct StoredEntry {
  std::uint64_t sequence = 0;
  std::string bytes;
};

std::optional<StoredEntry> find_entry(db::Reader reader, InstitutionId institution, std::uint64_t sequence);

// The entries from `from` on, in order of sequence, at most `limit`; for an export.
std::vector<StoredEntry> entries_from(db::Reader reader, InstitutionId institution, std::uint64_t from,
                                      std::int64_t limit);

// Where a page of a search ends.
struct JournalCursor {
  Instant at;
  std::uint64_t sequence = 0;

  bool operator==(const JournalCursor&) const = default;
};

// What an auditor asks for; every part that is not given lets everything through.
struct JournalFilter {
  std::optional<Uuid> actor = {};
  std::string action = {};  // exactly this action
  std::string subject_kind = {};
  std::string subject_id = {};              // only with a kind
  std::optional<Instant> from = {};         // this moment and later
  std::optional<Instant> until = {};        // before this moment
  std::optional<JournalCursor> after = {};  // what follows the end of the page before

  bool operator==(const JournalFilter&) const = default;
};

struct JournalPage {
  std::vector<StoredEntry> entries;   // the latest first
  std::optional<JournalCursor> next;  // nothing: this is the last page
};

// Reads one page of at most `limit` entries (at least 1).
JournalPage find_entries(db::Reader reader, InstitutionId institution, const JournalFilter& filter, std::int64_t limit);

// How long the journal is, and its root. A journal without entries has the head of the empty tree.
TreeHead head(db::Reader reader, InstitutionId institution);

// That entry `index` is among the first `size`; nothing unless index < size <= the journal's size.
std::optional<Proof> prove_inclusion(db::Reader reader, InstitutionId institution, std::uint64_t index,
                                     std::uint64_t size);

// That the first `from` entries are the beginning of the first `to`; nothing unless from <= to <= the journal's size.
std::optional<Proof> prove_consistency(db::Reader reader, InstitutionId institution, std::uint64_t from,
                                       std::uint64_t to);

// The institutions that have a journal, in order; for the program itself, not for any of them.
std::vector<InstitutionId> institutions_with_journal(db::Reader reader);

// How many entries all journals hold together: a number that grows with every change of anything. For the program
// itself, to find out that what it keeps in memory is old.
std::uint64_t total_entries(db::Reader reader);

}  // namespace prima::journal
