#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/instant.h"
#include "base/words.h"
#include "http/request.h"
#include "identity/digest.h"

namespace prima::identity {

// Sessions of people who are signed in. A session is known by a token of 256 random bits, which only the browser has;
// at rest there is its SHA-256. Pure.

struct SessionLimits {
  std::chrono::milliseconds idle = std::chrono::minutes(30);
  std::chrono::milliseconds absolute = std::chrono::hours(12);
  // The moment of the last request is written at most this often, so that reading pages writes little.
  std::chrono::milliseconds seen_every = std::chrono::minutes(1);
};

inline constexpr std::size_t session_token_bytes = 32;

// What the cookie says: 43 characters. `random` has session_token_bytes bytes of the system's source.
std::string session_token(std::string_view random);

// What is stored and looked up: the SHA-256 of the token's bytes. Nothing for a text that is no token.
std::optional<Sha256> stored_session_token(std::string_view token);

// What stands in cookies and links: the institution, by which the row is found, and the token: "3374.TOKEN".
struct TokenPlace {
  InstitutionId institution{};
  std::string token;

  bool operator==(const TokenPlace&) const = default;
};
std::string to_text(const TokenPlace& place);
// Nothing for another form, and for a token that stored_session_token() refuses.
std::optional<TokenPlace> read_token_place(std::string_view text);

enum class SessionState : std::uint8_t { alive, idle_too_long, over };

struct SessionTimes {
  Instant created_at{};    // of the sign-in: rotation does not move it
  Instant last_seen_at{};  // never before created_at

  bool operator==(const SessionTimes&) const = default;
};

SessionState session_state(const SessionTimes& times, Instant now, const SessionLimits& limits = {});
// Whether `last_seen_at` should be written.
bool should_note_seen(const SessionTimes& times, Instant now, const SessionLimits& limits = {});

// Why a page asks to sign in again; for an alive session nothing.
std::optional<Words> describe(SessionState state, const SessionLimits& limits = {});

// What happens to an account, and what that does to its sessions.
enum class SessionEvent : std::uint8_t {
  signed_in,
  second_factor_passed,
  password_changed,
  second_factor_changed,
  roles_changed,
  account_closed,
  signed_out,
  signed_out_everywhere,
};

struct SessionEffect {
  bool new_token = false;    // the session at hand goes on under a new token (against session fixation)
  bool ends_this = false;    // the session at hand ends
  bool ends_others = false;  // all other sessions of the account end

  bool operator==(const SessionEffect&) const = default;
};

SessionEffect effect_of(SessionEvent event);

// Cookies. Over TLS the name begins with "__Host-", so that neither another host of the domain nor plain HTTP can set
// it, and the cookie is Secure. Plain HTTP is possible only on the loopback address, where browsers take no such
// prefix.
enum class Transport : std::uint8_t { tls, plain_loopback };

Transport transport_of(const http::Request& request);

struct CookieKind {
  std::string_view name;            // without prefix
  std::chrono::seconds max_age{0};  // 0: until the browser is closed
};
inline constexpr CookieKind session_cookie{"prima_session", {}};
inline constexpr CookieKind device_cookie{"prima_device", std::chrono::hours(24 * 180)};
// From "sign in elsewhere" until the answer comes back, single use (oidc_rules.h).
inline constexpr CookieKind sign_in_cookie{"prima_sign_in", std::chrono::minutes(10)};

// Values of Set-Cookie. `value` is base64url text.
std::string set_cookie(const CookieKind& kind, std::string_view value, Transport transport);
std::string clear_cookie(const CookieKind& kind, Transport transport);

// The value of our cookie in a request. Nothing when there is none, and when there is more than one of that name, since
// then somebody else set one of them.
std::optional<std::string> read_cookie(const http::Request& request, const CookieKind& kind);

// Clear-Site-Data of the answer to a sign-out. The cookies are not named: the session's is cleared by itself, and the
// device cookie, which opens nothing, stays, since it keeps its owner from being locked out.
inline constexpr std::string_view clear_site_data = "\"cache\", \"storage\"";

}  // namespace prima::identity
