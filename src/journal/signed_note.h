#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "journal/signing_key.h"

// Text with signatures under it, https://c2sp.org/signed-note: the text, an empty line, and for each signature
//
//   — <key name> <base64 of 4 bytes of key id and the signature>
namespace prima::journal {

struct NoteSignature {
  std::string name;
  std::uint32_t key_id = 0;
  std::string bytes;  // after the key id

  bool operator==(const NoteSignature&) const = default;
};

struct SignedNote {
  std::string text;  // ends with a newline
  std::vector<NoteSignature> signatures;

  bool operator==(const SignedNote&) const = default;
};

// The signature of `key` for `text`. A witness's key signs the time with it (to the second); a log's key does not use
// `now`.
NoteSignature sign_note(std::string_view text, const SigningKey& key, Instant now);

std::string to_text(const NoteSignature& signature);  // one line with its newline
std::string to_text(const SignedNote& note);

// Reads a note of at most 64 KiB with 1 to 100 signatures, which are not checked yet.
Result<SignedNote, Words> parse_note(std::string_view text);

// Reads one line of a note, with or without its newline: what a witness answers with.
Result<NoteSignature, Words> parse_note_signature(std::string_view line);

enum class NoteStanding : std::uint8_t {
  signed_by_key,
  not_signed_by_key,  // there is no signature of this name and key id
  forged,             // there is one, and it is wrong
};

NoteStanding standing_of(const SignedNote& note, const VerifierKey& key);

// When the witness `key` signed, or nothing unless the note stands as signed_by_key.
std::optional<Instant> witnessed_at(const SignedNote& note, const VerifierKey& key);

}  // namespace prima::journal
