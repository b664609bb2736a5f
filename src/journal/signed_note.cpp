#include "journal/signed_note.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"
#include "journal/hash.h"

namespace prima::journal {

namespace {

constexpr std::string_view dash = "\xe2\x80\x94 ";
constexpr std::size_t greatest_note = 65'536;
constexpr std::size_t most_signatures = 100;

std::string big_endian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(static_cast<unsigned char>(value >> (8 * i) & 255));
  return text;
}

std::uint64_t from_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string witnessed_message(std::string_view text, std::uint64_t seconds) {
  return fmt::format("cosignature/v1\ntime {}\n{}", seconds, text);
}

std::uint64_t seconds_of(std::string_view signature) { return from_big_endian(signature.substr(0, 8)); }

bool verifies(const NoteSignature& signature, std::string_view text, const VerifierKey& key) {
  const std::string_view bytes = signature.bytes;
  if (key.use == KeyUse::log) return key.verifies(text, bytes);
  if (bytes.size() < 8 || seconds_of(bytes) >> 63 != 0) return false;
  return key.verifies(witnessed_message(text, seconds_of(bytes)), bytes.substr(8));
}

bool belongs_to(const NoteSignature& signature, const VerifierKey& key) {
  return signature.name == key.name && signature.key_id == key.id();
}

std::optional<NoteSignature> parse_line(std::string_view line) {
  if (line.substr(0, dash.size()) != dash) return std::nullopt;
  line.remove_prefix(dash.size());
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos || !is_key_name(line.substr(0, space))) return std::nullopt;
  const auto bytes = parse_base64(line.substr(space + 1));
  if (!bytes || bytes->size() < 5) return std::nullopt;
  const auto id = static_cast<std::uint32_t>(from_big_endian(std::string_view(*bytes).substr(0, 4)));
  return NoteSignature{std::string(line.substr(0, space)), id, bytes->substr(4)};
}

std::optional<std::vector<NoteSignature>> parse_lines(std::string_view lines) {
  std::vector<NoteSignature> signatures;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    if (end == std::string_view::npos || signatures.size() == most_signatures) return std::nullopt;
    const auto signature = parse_line(lines.substr(0, end));
    if (!signature) return std::nullopt;
    signatures.push_back(*signature);
    lines.remove_prefix(end + 1);
  }
  return signatures;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

}  // namespace

NoteSignature sign_note(std::string_view text, const SigningKey& key, Instant now) {
  PRIMA_ASSERT(!text.empty() && text.back() == '\n' && !has_control(text) && !first_invalid_utf8(text));
  const VerifierKey& verifier = key.verifier();
  if (verifier.use == KeyUse::log) return {verifier.name, verifier.id(), key.sign(text)};
  const auto seconds = static_cast<std::uint64_t>(unix_ms(now) / 1000);
  return {verifier.name, verifier.id(), big_endian(seconds, 8) + key.sign(witnessed_message(text, seconds))};
}

std::string to_text(const NoteSignature& signature) {
  return fmt::format("{}{} {}\n", dash, signature.name, base64(big_endian(signature.key_id, 4) + signature.bytes));
}

std::string to_text(const SignedNote& note) {
  std::string text = note.text + '\n';
  for (const NoteSignature& signature : note.signatures) text += to_text(signature);
  return text;
}

Result<SignedNote, Words> parse_note(std::string_view text) {
  const std::size_t gap = text.rfind("\n\n");
  if (text.size() <= greatest_note && gap != std::string_view::npos && !has_control(text) &&
      !first_invalid_utf8(text)) {
    const auto signatures = parse_lines(text.substr(gap + 2));
    if (signatures && !signatures->empty()) return SignedNote{std::string(text.substr(0, gap + 1)), *signatures};
  }
  return failure(Words{
      "Ini bukan catatan bertanda tangan: harus ada teks, satu baris kosong, lalu baris tanda tangan yang diawali \"— "
      "\".",
      "This is no signed note: it needs a text, one empty line, and then lines of signatures that begin with \"— \"."});
}

Result<NoteSignature, Words> parse_note_signature(std::string_view line) {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  const bool is_text = line.size() <= greatest_note && !first_invalid_utf8(line) && line.find('\n') == line.npos;
  const auto signature = is_text ? parse_line(line) : std::nullopt;
  if (signature) return *signature;
  return failure(Words{"Ini bukan baris tanda tangan. Bentuknya: \"— <nama> <base64>\".",
                       "This is no line of a signature. Its form is \"— <name> <base64>\"."});
}

NoteStanding standing_of(const SignedNote& note, const VerifierKey& key) {
  NoteStanding standing = NoteStanding::not_signed_by_key;
  for (const NoteSignature& signature : note.signatures) {
    if (!belongs_to(signature, key)) continue;
    if (!verifies(signature, note.text, key)) return NoteStanding::forged;
    standing = NoteStanding::signed_by_key;
  }
  return standing;
}

std::optional<Instant> witnessed_at(const SignedNote& note, const VerifierKey& key) {
  if (key.use != KeyUse::witness || standing_of(note, key) != NoteStanding::signed_by_key) return std::nullopt;
  const auto found = std::find_if(note.signatures.begin(), note.signatures.end(),
                                  [&key](const NoteSignature& signature) { return belongs_to(signature, key); });
  return Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds_of(found->bytes))));
}

}  // namespace prima::journal
