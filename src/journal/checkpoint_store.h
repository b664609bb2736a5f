#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "db/database.h"
#include "journal/checkpoint.h"

// The signed checkpoints in the database. Everything throws db::Error.
namespace prima::journal {

// Signs the journal as it is now, once for each size: when it has not grown, gives the checkpoint that is there.
// `server` names the site (see journal_origin).
//
// Refuses, with the reason for the administrator, when the journal is not a continuation of the last checkpoint: then
// somebody changed the database, and a signature would cover it up.
Result<SignedNote, Words> sign_journal(db::Transaction& transaction, InstitutionId institution, std::string_view server,
                                       const SigningKey& key, Instant now);

// The note of the largest size; nothing when none was signed.
std::optional<SignedNote> latest_checkpoint(db::Reader reader, InstitutionId institution);

// A note as it is stored, which tampering may have changed in any way.
struct StoredCheckpoint {
  std::int64_t size = 0;
  std::string note;
  Instant signed_at;
};

// All of them, the smallest first.
std::vector<StoredCheckpoint> checkpoints(db::Reader reader, InstitutionId institution);

// Adds a witness's signature to the checkpoint of this size. Refused when there is no such checkpoint, or the signature
// is not one of `witness` for it. A later signature of the same witness replaces the one before.
Result<void, Words> add_witness(db::Transaction& transaction, InstitutionId institution, std::uint64_t size,
                                const NoteSignature& signature, const VerifierKey& witness);

}  // namespace prima::journal
