#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/words.h"
#include "journal/audit.h"
#include "journal/journal_store.h"

// The JSON of the journal, canonical (RFC 8785) throughout. Hashes are base64, as in a checkpoint; a checkpoint itself
// is given as its text (text/plain).
namespace prima::journal {

// {"items":[<entry>,...],"next":"..." or null}, the latest first. The entries stand there byte for byte as they are
// hashed. One that somebody tampered with, so that it does not read as an entry, is
// {"sequence":12,"unreadable":"<base64>"}.
std::string entries_json(const JournalPage& page);

// One entry a line, byte for byte: what docs/reference/verify_journal.py reads (application/jsonl).
std::string entries_lines(const std::vector<StoredEntry>& entries);

// {"index":5,"leaf":"<hash>","proof":["<hash>",...],"size":8}: the leaf's hash is that of the entry's bytes.
std::string inclusion_json(const StoredEntry& entry, std::uint64_t size, const Proof& proof);

// {"from":6,"proof":["<hash>",...],"to":8}
std::string consistency_json(std::uint64_t from, std::uint64_t to, const Proof& proof);

// The proof in either of the two documents above, for whoever asked another server for it. At most 128 hashes.
Result<Proof, Words> read_proof(std::string_view json);

// {"checkpoints":2,"covered":16,"entries":21,"institution":7,
//  "tampering":null or {"first":5,"kind":"changed","last":5,"message":"..."}}
std::string audit_json(InstitutionId institution, const AuditReport& report, Language language);

}  // namespace prima::journal
