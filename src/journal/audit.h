#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/words.h"
#include "db/database.h"
#include "journal/checkpoint.h"

namespace prima::journal {

// What happened to a journal in the database.
enum class Tamper : std::uint8_t {
  changed,             // the entry's content, or the hash beside it, is not what was entered
  misfiled,            // the columns to search by do not repeat what the entry says
  removed,             // entries are missing in the middle
  truncated,           // entries are missing at the end
  moved,               // an entry stands in another's place
  inserted,            // an entry was put in between, or behind the end
  rewritten,           // entries and their hashes were rewritten, so that only a checkpoint tells
  hash_changed,        // only a stored hash of the tree was changed; a checkpoint shows that the entries are whole
  head_changed,        // only the head's row was changed
  checkpoint_changed,  // a stored checkpoint is not what was signed, or belongs to another journal
};

// "changed", "misfiled", ...; stable, for programs.
std::string_view name(Tamper tamper);

struct Tampering {
  Tamper kind{};
  // The first entry that is concerned. `last` is equal, or later when what is stored cannot tell which of them it was.
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  Words message;  // names them, and says what to do
};

struct AuditReport {
  std::uint64_t entries = 0;                // that were read before the first tampering
  std::uint64_t checkpoints = 0;            // that fitted
  std::optional<Tampering> tampering = {};  // the first; nothing: the journal is whole

  // The entries before this are as they were when a checkpoint was signed; later ones only fit one another.
  std::uint64_t covered = 0;
};

// One sentence about the whole journal, for people.
Words summary(const AuditReport& report);

struct AuditOptions {
  VerifierKey log;     // under any name; the name of the journal is used
  std::string server;  // see journal_origin
  // Checkpoints that were kept elsewhere, signed by `log` (see open_checkpoint): they show what somebody removed
  // together with the checkpoints in the database.
  std::vector<Checkpoint> kept_elsewhere = {};
};

// Reads an institution's whole journal, computes every hash anew, and compares with what is stored and with every
// checkpoint. Reads in parts, so the journal may be larger than memory. Throws db::Error.
AuditReport audit(db::Reader reader, InstitutionId institution, const AuditOptions& options);

}  // namespace prima::journal
