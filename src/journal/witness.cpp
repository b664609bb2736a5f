#include "journal/witness.h"

#include "base/assert.h"

namespace prima::journal {

namespace {

std::optional<Words> objection(const Checkpoint& checkpoint, const WitnessedLog& log, const Proof& proof) {
  if (checkpoint.origin != log.origin)
    return Words{"Titik periksa ini milik jurnal lain: " + checkpoint.origin + ".",
                 "This checkpoint belongs to another journal: " + checkpoint.origin + "."};
  if (!log.last_seen) return std::nullopt;
  if (checkpoint.head.size < log.last_seen->size)
    return Words{"Jurnal ini lebih pendek daripada yang pernah dilihat; ada catatan yang dihapus.",
                 "This journal is shorter than the one seen before; entries were removed."};
  if (!proves_consistency(*log.last_seen, checkpoint.head, proof))
    return Words{"Tidak terbukti bahwa jurnal ini melanjutkan yang pernah dilihat; jurnal mungkin ditulis ulang.",
                 "Nothing proves that this journal continues the one seen before; it may have been rewritten."};
  return std::nullopt;
}

}  // namespace

Result<WitnessStatement, Words> witness(const SignedNote& note, const WitnessedLog& log, const Proof& proof,
                                        const SigningKey& witness_key, Instant now) {
  PRIMA_ASSERT(witness_key.verifier().use == KeyUse::witness);
  const auto checkpoint = open_checkpoint(note, log.key);
  if (!checkpoint) return failure(checkpoint.error());
  if (auto words = objection(*checkpoint, log, proof)) return failure(*words);
  return WitnessStatement{sign_note(note.text, witness_key, now), checkpoint->head};
}

}  // namespace prima::journal
