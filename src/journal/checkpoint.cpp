#include "journal/checkpoint.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "journal/hash.h"

namespace prima::journal {

namespace {

// Takes the first line off `text`; nothing when no line ends, or when it is empty.
std::optional<std::string_view> take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), size);
  const bool is_whole = problem == std::errc() && end == text.data() + text.size();
  return is_whole && std::to_string(size) == text ? std::optional(size) : std::nullopt;
}

std::optional<Hash> parse_root(std::string_view text) {
  const auto bytes = parse_base64(text);
  return bytes ? hash_from(*bytes) : std::nullopt;
}

bool are_extensions(std::string_view text) {
  while (!text.empty())
    if (!take_line(text)) return false;
  return true;
}

}  // namespace

std::string journal_origin(std::string_view server, InstitutionId institution) {
  return fmt::format("{}/journal/{}", server, static_cast<std::int32_t>(institution));
}

std::string to_text(const Checkpoint& checkpoint) {
  return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.head.size, base64(bytes_of(checkpoint.head.root)));
}

Result<Checkpoint, Words> parse_checkpoint(std::string_view text) {
  const auto origin = take_line(text);
  const auto size_line = origin ? take_line(text) : std::nullopt;
  const auto root_line = size_line ? take_line(text) : std::nullopt;
  if (root_line && are_extensions(text)) {
    const auto size = parse_size(*size_line);
    const auto root = parse_root(*root_line);
    if (size && root) return Checkpoint{std::string(*origin), {*size, *root}};
  }
  return failure(
      Words{"Ini bukan titik periksa jurnal: harus ada tiga baris, yaitu asal, ukuran, dan akar dalam base64.",
            "This is no checkpoint of a journal: it needs three lines, origin, size and root in base64."});
}

SignedNote sign_checkpoint(const Checkpoint& checkpoint, const SigningKey& key) {
  const std::string text = to_text(checkpoint);
  return {text, {sign_note(text, key.named(checkpoint.origin), Instant())}};
}

Result<Checkpoint, Words> open_checkpoint(const SignedNote& note, const VerifierKey& log) {
  auto checkpoint = parse_checkpoint(note.text);
  if (!checkpoint) return checkpoint;
  switch (standing_of(note, log.named(checkpoint->origin))) {
    case NoteStanding::signed_by_key:
      return checkpoint;
    case NoteStanding::not_signed_by_key:
      return failure(Words{"Titik periksa ini tidak ditandatangani dengan kunci jurnal yang diberikan.",
                           "This checkpoint is not signed with the journal's key that was given."});
    case NoteStanding::forged:
      break;
  }
  return failure(
      Words{"Tanda tangan titik periksa ini salah: isinya diubah setelah ditandatangani, atau tanda tangannya palsu.",
            "The signature of this checkpoint is wrong: it was changed after it was signed, or it is forged."});
}

Result<Checkpoint, Words> open_checkpoint(std::string_view note, const VerifierKey& log) {
  const auto parsed = parse_note(note);
  if (!parsed) return failure(parsed.error());
  return open_checkpoint(*parsed, log);
}

}  // namespace prima::journal
