#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "journal/canonical_json.h"

namespace prima::journal {

// What was changed: a kind ("service", "standard_edition", "account") and its id.
struct Subject {
  std::string kind;
  std::string id;

  bool operator==(const Subject&) const = default;
};

// What a person or the program did, as a capability reports it to the journal.
//
// Nothing here may be personal data: the journal is never pruned. A name, an address, a telephone number or a free text
// about somebody goes in as a commitment (journal/commitment.h), and `actor` is an account's id, which stops pointing
// at a person when the account is erased.
struct Change {
  Uuid actor;  // all zero: the program itself, or somebody without an account
  Instant at;
  std::string action;  // "catalogue.edition.publish"; see is_journal_word
  Subject subject;
  Json before;  // null: there was nothing
  Json after;   // null: there is nothing any more

  bool operator==(const Change&) const = default;
};

// One line of an institution's journal. docs/reference/journal-format.md describes its bytes.
struct Entry {
  std::uint64_t sequence = 0;  // 0 is the first; also the leaf's index in the Merkle tree
  InstitutionId institution{};
  Change change;

  bool operator==(const Entry&) const = default;
};

// Whether `word` may be an action or a kind: 1 to 64 of a-z, 0-9, "_", "-" and ".", beginning with a letter.
bool is_journal_word(std::string_view word);

// Whether `id` may be a subject's id: 1 to 200 bytes of printable ASCII without space.
bool is_subject_id(std::string_view id);

// The exact bytes that are hashed and stored: canonical JSON (RFC 8785). An action, kind or id of another form than the
// two functions above allow is a bug of the caller.
std::string to_bytes(const Entry& entry);

// Reads what to_bytes writes, byte for byte; anything else is refused with the reason.
Result<Entry, Words> parse_entry(std::string_view bytes);

}  // namespace prima::journal
