#include "identity/totp_rules.h"

#include <fmt/format.h>

#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "http/percent.h"
#include "identity/digest.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

std::array<char, 8> big_endian(std::int64_t number) {
  std::array<char, 8> bytes{};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    bytes[at] = static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * (7 - at))) & 0xFFU);
  }
  return bytes;
}

// RFC 4226, section 5.3.
std::uint32_t truncated(const Sha1& hash) {
  const std::size_t at = hash.back() & 15U;
  return (std::uint32_t{hash.at(at)} & 0x7FU) << 24U | std::uint32_t{hash.at(at + 1)} << 16U |
         std::uint32_t{hash.at(at + 2)} << 8U | std::uint32_t{hash.at(at + 3)};
}

std::string without_spaces(std::string_view text) {
  std::string rest;
  for (const char byte : text) {
    if (byte != ' ') rest += byte;
  }
  return rest;
}

}  // namespace

std::int64_t totp_step(Instant now, const TotpRules& rules) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / rules.step_seconds;
}

std::string totp_code(std::string_view secret, std::int64_t step, const TotpRules& rules) {
  const auto counter = big_endian(step);
  std::uint32_t modulus = 1;
  for (int digit = 0; digit < rules.digits; ++digit) modulus *= 10;
  const std::uint32_t number = truncated(hmac_sha1(secret, {counter.data(), counter.size()})) % modulus;
  return fmt::format("{:0{}}", number, rules.digits);
}

std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::optional<std::int64_t> last_used_step, const TotpRules& rules) {
  const std::string typed = without_spaces(code);
  const std::int64_t current = totp_step(now, rules);
  std::optional<std::int64_t> found;
  for (std::int64_t step = current - rules.window; step <= current + rules.window; ++step) {
    if (same_secret(totp_code(secret, step, rules), typed) && !found) found = step;
  }
  if (found && last_used_step && *found <= *last_used_step) return std::nullopt;
  return found;
}

std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account,
                         const TotpRules& rules) {
  const std::string escaped_issuer = http::percent_encoded(issuer);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}", escaped_issuer,
                     http::percent_encoded(account), base32(secret), escaped_issuer, rules.digits, rules.step_seconds);
}

std::vector<std::string> make_recovery_codes(std::string_view random) {
  PRIMA_ASSERT(random.size() == recovery_code_count * recovery_code_bytes);
  std::vector<std::string> codes;
  for (std::size_t at = 0; at < random.size(); at += recovery_code_bytes) {
    const std::string letters = lowered(base32(random.substr(at, recovery_code_bytes)));
    codes.push_back(fmt::format("{}-{}-{}-{}", letters.substr(0, 4), letters.substr(4, 4), letters.substr(8, 4),
                                letters.substr(12)));
  }
  return codes;
}

std::optional<std::string> stored_recovery_code(std::string_view typed) {
  const auto bytes = read_base32(typed);
  if (!bytes || bytes->size() != recovery_code_bytes) return std::nullopt;
  return std::string(bytes_of(sha256(*bytes)));
}

}  // namespace prima::identity
