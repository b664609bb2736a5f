#include "journal/signing_key.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/assert.h"
#include "base/text.h"
#include "journal/hash.h"

namespace prima::journal {

namespace {

void require_sodium() { PRIMA_ASSERT(sodium_init() >= 0); }

const unsigned char* bytes_in(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string joined(KeyUse use, const unsigned char* key, std::size_t size) {
  std::string bytes(1, static_cast<char>(use));
  bytes.append(reinterpret_cast<const char*>(key), size);
  return bytes;
}

bool is_unicode_space(std::string_view text) {
  constexpr std::string_view spaces[] = {" ",
                                         "\xc2\x85",
                                         "\xc2\xa0",
                                         "\xe1\x9a\x80",
                                         "\xe2\x80\x80",
                                         "\xe2\x80\x81",
                                         "\xe2\x80\x82",
                                         "\xe2\x80\x83",
                                         "\xe2\x80\x84",
                                         "\xe2\x80\x85",
                                         "\xe2\x80\x86",
                                         "\xe2\x80\x87",
                                         "\xe2\x80\x88",
                                         "\xe2\x80\x89",
                                         "\xe2\x80\x8a",
                                         "\xe2\x80\xa8",
                                         "\xe2\x80\xa9",
                                         "\xe2\x80\xaf",
                                         "\xe2\x81\x9f",
                                         "\xe3\x80\x80"};
  return std::any_of(std::begin(spaces), std::end(spaces),
                     [text](std::string_view space) { return text.find(space) != std::string_view::npos; });
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

// The parts of <name>+<8 hex digits>+<base64 of 33 bytes>.
struct KeyText {
  std::string name;
  std::string id;
  KeyUse use;
  std::string key;
};

std::optional<KeyText> take_apart(std::string_view text) {
  const std::size_t first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto bytes = parse_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 33 || !is_key_name(text.substr(0, first))) return std::nullopt;
  const auto use = static_cast<KeyUse>(bytes->front());
  if (use != KeyUse::log && use != KeyUse::witness) return std::nullopt;
  return KeyText{std::string(text.substr(0, first)), std::string(text.substr(first + 1, second - first - 1)), use,
                 bytes->substr(1)};
}

std::string id_text(const VerifierKey& key) { return fmt::format("{:08x}", key.id()); }

constexpr std::string_view secret_prefix = "PRIVATE+KEY+";

}  // namespace

std::uint32_t VerifierKey::id() const {
  const Hash hash = sha256(name + '\n' + joined(use, key.data(), key.size()));
  return std::uint32_t{hash[0]} << 24 | std::uint32_t{hash[1]} << 16 | std::uint32_t{hash[2]} << 8 | hash[3];
}

bool VerifierKey::verifies(std::string_view message, std::string_view signature) const {
  require_sodium();
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(bytes_in(signature), bytes_in(message), message.size(), key.data()) == 0;
}

bool is_key_name(std::string_view name) {
  return !name.empty() && !first_invalid_utf8(name) && name.find('+') == std::string_view::npos &&
         !is_unicode_space(name) && std::none_of(name.begin(), name.end(), is_control);
}

std::string to_text(const VerifierKey& key) {
  return key.name + '+' + id_text(key) + '+' + base64(joined(key.use, key.key.data(), key.key.size()));
}

Result<VerifierKey, Words> parse_verifier_key(std::string_view text) {
  const auto parts = take_apart(text);
  if (parts) {
    VerifierKey key{parts->name, parts->use, {}};
    std::copy(parts->key.begin(), parts->key.end(), key.key.begin());
    if (id_text(key) == parts->id) return key;
  }
  return failure(
      Words{"Ini bukan kunci pemeriksa. Bentuknya: <nama>+<8 digit heksadesimal>+<base64>; salin seluruhnya.",
            "This is no verifier key. Its form is <name>+<8 hex digits>+<base64>; copy the whole of it."});
}

SigningKey::SigningKey(std::string name, KeyUse use, const Seed& seed)
    : verifier_{std::move(name), use, {}}, seed_(seed) {
  require_sodium();
  PRIMA_ASSERT(is_key_name(verifier_.name));
  crypto_sign_seed_keypair(verifier_.key.data(), secret_.data(), seed_.data());
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : verifier_(std::move(other.verifier_)), seed_(other.seed_), secret_(other.secret_) {
  sodium_memzero(other.seed_.data(), other.seed_.size());
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey::~SigningKey() {
  sodium_memzero(seed_.data(), seed_.size());
  sodium_memzero(secret_.data(), secret_.size());
}

SigningKey SigningKey::generate(std::string name, KeyUse use) {
  require_sodium();
  Seed seed{};
  randombytes_buf(seed.data(), seed.size());
  SigningKey key(std::move(name), use, seed);
  sodium_memzero(seed.data(), seed.size());
  return key;
}

Result<SigningKey, Words> SigningKey::parse(std::string_view text) {
  const auto parts = text.substr(0, secret_prefix.size()) == secret_prefix
                         ? take_apart(text.substr(secret_prefix.size()))
                         : std::nullopt;
  if (parts) {
    Seed seed{};
    std::copy(parts->key.begin(), parts->key.end(), seed.begin());
    SigningKey key(parts->name, parts->use, seed);
    if (id_text(key.verifier_) == parts->id) return key;
  }
  return failure(Words{"ini bukan kunci penanda tangan", "this is no signing key"});
}

SigningKey SigningKey::named(std::string other) const { return SigningKey(std::move(other), verifier_.use, seed_); }

std::string SigningKey::sign(std::string_view message) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes_in(message), message.size(),
                       secret_.data());
  return signature;
}

std::string SigningKey::secret_text() const {
  return std::string(secret_prefix) + verifier_.name + '+' + id_text(verifier_) + '+' +
         base64(joined(verifier_.use, seed_.data(), seed_.size()));
}

}  // namespace prima::journal
