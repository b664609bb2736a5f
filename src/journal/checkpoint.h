#pragma once

#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"
#include "base/words.h"
#include "journal/merkle_rules.h"
#include "journal/signed_note.h"

// How long an institution's journal is and what is in it, signed: https://c2sp.org/tlog-checkpoint. The note's text is
// three lines: origin, size, root in base64. We write no extension lines; those of others are kept with the text that
// is signed, and not read.
namespace prima::journal {

struct Checkpoint {
  std::string origin;  // which journal: see journal_origin
  TreeHead head;

  bool operator==(const Checkpoint&) const = default;
};

// The name of an institution's journal on this server, "layanan.contoh.go.id/journal/7"; also the name of the key that
// signs it. `server` is the site's address without "https://".
std::string journal_origin(std::string_view server, InstitutionId institution);

std::string to_text(const Checkpoint& checkpoint);
Result<Checkpoint, Words> parse_checkpoint(std::string_view text);

// A checkpoint signed by the log. `key` is used under the name of the checkpoint's origin.
SignedNote sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key);

// The checkpoint in a note, if `log` signed it; `log` is used under the name of the checkpoint's origin. The reasons in
// order: no note, no checkpoint, not signed by this key, forged.
Result<Checkpoint, Words> open_checkpoint(const SignedNote& note, const VerifierKey& log);
Result<Checkpoint, Words> open_checkpoint(std::string_view note, const VerifierKey& log);

}  // namespace prima::journal
