#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "journal/checkpoint.h"

namespace prima::journal {

// What a witness (another institution) knows of the log whose checkpoint it is asked to sign.
struct WitnessedLog {
  VerifierKey key;                    // under any name; the checkpoint's origin is used
  std::string origin;                 // the one journal this is about
  std::optional<TreeHead> last_seen;  // nothing: this is the first time
};

// Signs a log's checkpoint as its witness, https://c2sp.org/tlog-cosignature: "at this time, this is the longest
// journal I have seen, and it is a continuation of all that I saw before". Refused when the log did not sign it, when
// it is about another journal, when it is shorter than what was seen, and when `proof` does not show that it continues
// it; the last two mean that the journal was rewritten. The caller keeps the returned head before it gives the
// signature away.
struct WitnessStatement {
  NoteSignature signature;
  TreeHead head;
};
Result<WitnessStatement, Words> witness(const SignedNote& note, const WitnessedLog& log, const Proof& proof,
                                        const SigningKey& witness_key, Instant now);

}  // namespace prima::journal
