#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/words.h"

// Ed25519 keys (RFC 8032) of signed notes, https://c2sp.org/signed-note.
namespace prima::journal {

// What a key signs; the number is the format's signature type.
enum class KeyUse : std::uint8_t {
  log = 1,      // a log's own checkpoints: the note's text as it is
  witness = 4,  // somebody else's checkpoints, with the time: https://c2sp.org/tlog-cosignature
};

// A key's public half with its name. As text, which is what others are given to check signatures with:
// <name>+<key id in 8 hex digits>+<base64 of use and key>.
struct VerifierKey {
  std::string name;
  KeyUse use = KeyUse::log;
  std::array<std::uint8_t, 32> key{};

  // The first four bytes of the SHA-256 of name, newline, use and key.
  std::uint32_t id() const;
  bool verifies(std::string_view message, std::string_view signature) const;
  // The same key under another name.
  VerifierKey named(std::string other) const { return {std::move(other), use, key}; }
  bool operator==(const VerifierKey&) const = default;
};

// Whether `name` may name a key: not empty, UTF-8, without control characters, spaces of any kind and "+". Best is an
// address without "https://", such as "layanan.contoh.go.id/journal/7".
bool is_key_name(std::string_view name);

std::string to_text(const VerifierKey& key);
Result<VerifierKey, Words> parse_verifier_key(std::string_view text);

// A key that signs. Its memory is wiped at the end; copies are made only by `named`.
class SigningKey {
 public:
  // A new key from the system's source of randomness. `name` as is_key_name allows.
  static SigningKey generate(std::string name, KeyUse use);

  // Reads what secret_text writes: PRIVATE+KEY+<name>+<key id>+<base64 of use and seed>.
  static Result<SigningKey, Words> parse(std::string_view text);

  SigningKey(SigningKey&& other) noexcept;
  SigningKey& operator=(SigningKey&&) = delete;
  ~SigningKey();

  const VerifierKey& verifier() const { return verifier_; }
  SigningKey named(std::string other) const;

  // 64 bytes; the same for the same message.
  std::string sign(std::string_view message) const;

  // Whoever has this text can sign. It belongs in a key file (journal/key_file.h) and nowhere else.
  std::string secret_text() const;

 private:
  using Seed = std::array<unsigned char, 32>;
  SigningKey(std::string name, KeyUse use, const Seed& seed);

  VerifierKey verifier_;
  Seed seed_{};
  std::array<unsigned char, 64> secret_{};
};

}  // namespace prima::journal
