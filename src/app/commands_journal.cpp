#include "app/commands_journal.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "app/data_place.h"
#include "app/platform.h"
#include "files/input_file.h"
#include "journal/audit.h"
#include "journal/checkpoint.h"
#include "journal/journal_api.h"
#include "journal/journal_store.h"
#include "journal/key_file.h"
#include "journal/witness.h"

namespace prima::app {

namespace {

constexpr std::size_t largest_note = 1U << 20U;

Result<std::string, Finding> text_of(const std::string& name) {
  auto file = files::InputFile::open(name);
  if (!file) return failure(file.error());
  const std::string text(file->bytes().substr(0, largest_note));
  return text;
}

Finding in_file(std::string code, const std::string& file, const Words& why) { return {std::move(code), file, 0, why}; }

// Checkpoints that were kept elsewhere, one note a file.
Result<std::vector<journal::Checkpoint>, Finding> kept_elsewhere(const Arguments& arguments,
                                                                 const journal::VerifierKey& log) {
  std::vector<journal::Checkpoint> kept;
  const auto name = arguments.value("--checkpoint");
  if (!name) return kept;
  const auto text = text_of(*name);
  if (!text) return failure(text.error());
  auto checkpoint = journal::open_checkpoint(*text, log);
  if (!checkpoint) return failure(in_file("bad_checkpoint", *name, checkpoint.error()));
  kept.push_back(std::move(*checkpoint));
  return kept;
}

Exit verify(const DataPlace& place, const Arguments& arguments) {
  const std::string server = Platform::server_of(arguments.value("--public-url").value_or(""));
  const auto keys = open_keys(place.keys_folder, server);
  if (!keys) return report(keys.error(), arguments.language);
  const auto kept = kept_elsewhere(arguments, keys->journal.verifier());
  if (!kept) return report(kept.error(), arguments.language);
  db::Database database(place.database);
  db::Snapshot snapshot = database.read();
  bool whole = true;
  std::string list;
  for (const InstitutionId institution : journal::institutions_with_journal(snapshot)) {
    const journal::AuditReport found = journal::audit(snapshot, institution, {keys->journal.verifier(), server, *kept});
    whole = whole && !found.tampering;
    if (arguments.has("--json")) {
      list += (list.empty() ? "" : ",") + journal::audit_json(institution, found, arguments.language);
    } else {
      print(fmt::format("{} {}: {}\n", arguments.language == Language::id ? "jurnal" : "journal",
                        static_cast<std::int32_t>(institution), journal::summary(found).in(arguments.language)));
    }
  }
  if (arguments.has("--json")) print("{\"journals\":[" + list + "]}\n");
  return whole ? Exit::done : Exit::findings;
}

// What the witness knows of the log: the note it signed last, if there is one.
Result<std::optional<journal::TreeHead>, Finding> last_seen(const std::string& state, const journal::VerifierKey& log) {
  if (!std::filesystem::exists(state)) return std::optional<journal::TreeHead>();
  const auto text = text_of(state);
  if (!text) return failure(text.error());
  const auto checkpoint = journal::open_checkpoint(*text, log);
  if (!checkpoint) return failure(in_file("bad_state", state, checkpoint.error()));
  return std::optional(checkpoint->head);
}

Finding missing(std::string option, Words words) { return {"no_value", std::move(option), 0, std::move(words)}; }

// Keeps the note as what was seen last, before the signature is given away.
bool keep(const std::string& state, const std::string& text) {
  const std::string unfinished = state + ".unfinished";
  std::FILE* file = std::fopen(unfinished.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
  const bool closed = std::fclose(file) == 0;
  return written && closed && std::rename(unfinished.c_str(), state.c_str()) == 0;
}

Result<std::string, Finding> witness(const Arguments& arguments) {
  const auto log_text = arguments.value("--log-key");
  const auto key_file = arguments.value("--key");
  const auto state = arguments.value("--state");
  if (!log_text || !key_file || !state) {
    return failure(
        missing("--log-key, --key, --state", {"ketiga opsi ini wajib; lihat prima journal witness --help",
                                              "these three options are needed; see prima journal witness --help"}));
  }
  const auto log_key = journal::parse_verifier_key(*log_text);
  if (!log_key) return failure(in_file("bad_key", "--log-key", log_key.error()));
  const auto text = text_of(arguments.words[0]);
  if (!text) return failure(text.error());
  const auto note = journal::parse_note(*text);
  if (!note) return failure(in_file("bad_checkpoint", arguments.words[0], note.error()));
  const auto opened = journal::open_checkpoint(*note, *log_key);
  if (!opened) return failure(in_file("bad_checkpoint", arguments.words[0], opened.error()));
  const auto seen = last_seen(*state, *log_key);
  if (!seen) return failure(seen.error());
  journal::Proof proof;
  if (const auto name = arguments.value("--proof")) {
    const auto json = text_of(*name);
    if (!json) return failure(json.error());
    auto read = journal::read_proof(*json);
    if (!read) return failure(in_file("bad_proof", *name, read.error()));
    proof = std::move(*read);
  }
  const auto key = journal::open_key_file(*key_file, arguments.value("--name").value_or("prima.local/witness"),
                                          journal::KeyUse::witness);
  if (!key) return failure(in_file("bad_key", *key_file, key.error()));
  auto statement = journal::witness(*note, {*log_key, opened->origin, *seen}, proof, *key, now());
  if (!statement) return failure(in_file("not_signed", arguments.words[0], statement.error()));
  if (!keep(*state, *text))
    return failure(in_file("not_kept", *state,
                           {"keadaan saksi tidak dapat disimpan; tanda tangan tidak diberikan",
                            "the witness's state cannot be kept; no signature was given"}));
  journal::SignedNote signed_note = *note;
  signed_note.signatures.push_back(statement->signature);
  return journal::to_text(signed_note);
}

}  // namespace

Exit run_journal_verify(const Arguments& arguments) {
  const auto place = needed_data_place(arguments);
  if (!place) return report(place.error(), arguments.language);
  try {
    return verify(*place, arguments);
  } catch (const db::Error& error) {
    return report(Finding{"database", place->database.shown(), 0, error.words()}, arguments.language);
  }
}

Exit run_journal_witness(const Arguments& arguments) {
  const auto note = witness(arguments);
  if (!note) return report(note.error(), arguments.language);
  print(*note);
  return Exit::done;
}

}  // namespace prima::app
