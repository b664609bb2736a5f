#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"

namespace prima::identity {

// One-time codes of an app on the telephone (RFC 6238 over RFC 4226): SHA-1, 30 seconds, six digits, which every such
// app knows. Pure.

struct TotpRules {
  std::int64_t step_seconds = 30;
  int digits = 6;
  int window = 1;  // so many steps earlier or later are taken too, since clocks differ
};

// As many bytes as the hash has (RFC 4226, section 4).
inline constexpr std::size_t totp_secret_bytes = 20;

// The number of the step that contains `now`; at rest this is what "already used" means.
std::int64_t totp_step(Instant now, const TotpRules& rules = {});

std::string totp_code(std::string_view secret, std::int64_t step, const TotpRules& rules = {});

// The step whose code this is; nothing when it is none of the window. Spaces in `code` do not matter. Each step is used
// once: one that is not after `last_used_step` is not taken, so store what this returns before the session begins.
std::optional<std::int64_t> check_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::optional<std::int64_t> last_used_step, const TotpRules& rules = {});

// What the QR code of the set-up page says: otpauth://totp/ISSUER:ACCOUNT?secret=...&issuer=...
std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account,
                         const TotpRules& rules = {});

// Recovery codes, for whoever lost the telephone: ten, each of 80 bits, shown once, each used once, stored only as the
// SHA-256 of the normalised code, which 80 bits make safe without salt. `random` has 100 bytes of the system's source.
inline constexpr std::size_t recovery_code_count = 10;
inline constexpr std::size_t recovery_code_bytes = 10;
std::vector<std::string> make_recovery_codes(std::string_view random);

// "abcd-efgh-ijkl-mnop" as stored: 32 bytes, whatever case, spaces and hyphens were typed. Nothing when it cannot be a
// recovery code.
std::optional<std::string> stored_recovery_code(std::string_view typed);

}  // namespace prima::identity
