#include "journal/checkpoint_store.h"

#include "journal/journal_store.h"

namespace prima::journal {

namespace {

std::int64_t stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }

// The largest checkpoint, opened; or why it cannot be.
struct Last {
  SignedNote note;
  Checkpoint checkpoint;
};

Words tampered(std::string_view id, std::string_view en) {
  return {"Titik periksa tidak ditandatangani: " + std::string(id) + " Jalankan prima journal verify.",
          "The checkpoint was not signed: " + std::string(en) + " Run prima journal verify."};
}

std::optional<SignedNote> note_of(db::Reader reader, InstitutionId institution, std::uint64_t size) {
  const db::Rows rows = reader.query("SELECT note FROM journal_checkpoint WHERE institution_id = $1 AND size = $2",
                                     institution, stored(size));
  const auto note = rows.empty() ? failure(Words{}) : parse_note(rows[0].text(0));
  return note ? std::optional(*note) : std::nullopt;
}

Result<std::optional<Last>, Words> last_of(db::Reader reader, InstitutionId institution, const Checkpoint& now,
                                           const VerifierKey& key) {
  const db::Rows rows = reader.query(
      "SELECT note FROM journal_checkpoint WHERE institution_id = $1 ORDER BY size DESC LIMIT 1", institution);
  if (rows.empty()) return std::nullopt;
  const auto note = parse_note(rows[0].text(0));
  const auto opened = note ? open_checkpoint(*note, key) : failure(note.error());
  if (!opened || opened->origin != now.origin)
    return failure(tampered("titik periksa terakhir diubah, atau kuncinya lain.",
                            "the last checkpoint was changed, or its key is another one."));
  return Last{*note, *opened};
}

bool continues(db::Reader reader, InstitutionId institution, const TreeHead& before, const TreeHead& now) {
  const auto proof = prove_consistency(reader, institution, before.size, now.size);
  return proof && proves_consistency(before, now, *proof);
}

}  // namespace

Result<SignedNote, Words> sign_journal(db::Transaction& transaction, InstitutionId institution, std::string_view server,
                                       const SigningKey& key, Instant now) {
  const Checkpoint checkpoint{journal_origin(server, institution), head(transaction, institution)};
  const auto last = last_of(transaction, institution, checkpoint, key.verifier());
  if (!last) return failure(last.error());
  if (*last && !continues(transaction, institution, (*last)->checkpoint.head, checkpoint.head))
    return failure(tampered("jurnal bukan lanjutan dari titik periksa terakhir; ada yang mengubahnya.",
                            "the journal does not continue the last checkpoint; somebody changed it."));
  if (*last && (*last)->checkpoint.head.size == checkpoint.head.size) return (*last)->note;
  const SignedNote note = sign_checkpoint(checkpoint, key);
  transaction.execute("INSERT INTO journal_checkpoint (institution_id, size, note, signed_at) VALUES ($1, $2, $3, $4)",
                      institution, stored(checkpoint.head.size), to_text(note), now);
  return note;
}

std::optional<SignedNote> latest_checkpoint(db::Reader reader, InstitutionId institution) {
  const db::Rows rows = reader.query(
      "SELECT note FROM journal_checkpoint WHERE institution_id = $1 ORDER BY size DESC LIMIT 1", institution);
  if (rows.empty()) return std::nullopt;
  const auto note = parse_note(rows[0].text(0));
  if (!note) throw db::Error(db::Trouble::damaged, "a checkpoint of the journal is damaged; run prima journal verify");
  return *note;
}

std::vector<StoredCheckpoint> checkpoints(db::Reader reader, InstitutionId institution) {
  std::vector<StoredCheckpoint> list;
  for (const db::Row& row : reader.query(
           "SELECT size, note, signed_at FROM journal_checkpoint WHERE institution_id = $1 ORDER BY size", institution))
    list.push_back({row.integer(0), row.text(1), row.instant(2)});
  return list;
}

Result<void, Words> add_witness(db::Transaction& transaction, InstitutionId institution, std::uint64_t size,
                                const NoteSignature& signature, const VerifierKey& witness) {
  auto note = note_of(transaction, institution, size);
  if (!note)
    return failure(Words{"Tidak ada titik periksa dengan ukuran ini.", "There is no checkpoint of this size."});
  if (standing_of({note->text, {signature}}, witness) != NoteStanding::signed_by_key)
    return failure(Words{"Tanda tangan saksi tidak cocok dengan titik periksa ini.",
                         "The witness's signature does not fit this checkpoint."});
  std::erase_if(note->signatures, [&](const NoteSignature& other) {
    return other.name == signature.name && other.key_id == signature.key_id;
  });
  note->signatures.push_back(signature);
  transaction.execute("UPDATE journal_checkpoint SET note = $3 WHERE institution_id = $1 AND size = $2", institution,
                      stored(size), to_text(*note));
  return {};
}

}  // namespace prima::journal
