#include "identity/session_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

std::string name_of(const CookieKind& kind, Transport transport) {
  return std::string(transport == Transport::tls ? "__Host-" : "") + std::string(kind.name);
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Calls `visit(name, value)` for each pair of a Cookie line (RFC 6265, section 5.4).
template <typename Visit>
void for_each_cookie(std::string_view line, const Visit& visit) {
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(';'), line.size());
    const std::string_view pair = without_blanks(line.substr(0, end));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) {
      visit(without_blanks(pair.substr(0, equals)), without_blanks(pair.substr(equals + 1)));
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
}

std::string cookie_text(const CookieKind& kind, std::string_view value, Transport transport,
                        std::optional<std::chrono::seconds> max_age) {
  std::string text = fmt::format("{}={}; Path=/", name_of(kind, transport), value);
  if (max_age) text += fmt::format("; Max-Age={}", max_age->count());
  if (transport == Transport::tls) text += "; Secure";
  return text + "; HttpOnly; SameSite=Lax";
}

}  // namespace

std::string session_token(std::string_view random) {
  PRIMA_ASSERT(random.size() == session_token_bytes);
  return base64url(random);
}

std::optional<Sha256> stored_session_token(std::string_view token) {
  constexpr std::size_t token_size = 43;
  if (token.size() != token_size) return std::nullopt;
  const auto bytes = read_base64url(token);
  return bytes ? std::optional(sha256(*bytes)) : std::nullopt;
}

std::string to_text(const TokenPlace& place) {
  return fmt::format("{}.{}", static_cast<std::int32_t>(place.institution), place.token);
}

std::optional<TokenPlace> read_token_place(std::string_view text) {
  constexpr std::size_t longest_number = 9;
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > longest_number) return std::nullopt;
  std::int32_t number = 0;
  for (const char digit : text.substr(0, dot)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  TokenPlace place{InstitutionId{number}, std::string(text.substr(dot + 1))};
  if (!stored_session_token(place.token) || to_text(place) != text) return std::nullopt;
  return place;
}

SessionState session_state(const SessionTimes& times, Instant now, const SessionLimits& limits) {
  if (now - times.created_at >= limits.absolute) return SessionState::over;
  if (now - times.last_seen_at >= limits.idle) return SessionState::idle_too_long;
  return SessionState::alive;
}

bool should_note_seen(const SessionTimes& times, Instant now, const SessionLimits& limits) {
  return now - times.last_seen_at >= limits.seen_every;
}

std::optional<Words> describe(SessionState state, const SessionLimits& limits) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(limits.idle).count();
  const auto hours = std::chrono::floor<std::chrono::hours>(limits.absolute).count();
  switch (state) {
    case SessionState::alive:
      return std::nullopt;
    case SessionState::idle_too_long:
      return Words{fmt::format("Anda tidak aktif selama {} menit. Silakan masuk lagi.", minutes),
                   fmt::format("You were away for {} minutes. Please sign in again.", minutes)};
    case SessionState::over:
      return Words{fmt::format("Sesi berakhir {} jam setelah Anda masuk. Silakan masuk lagi.", hours),
                   fmt::format("A session ends {} hours after the sign-in. Please sign in again.", hours)};
  }
  PRIMA_UNREACHABLE("a state without a case");
}

SessionEffect effect_of(SessionEvent event) {
  switch (event) {
    case SessionEvent::signed_in:
    case SessionEvent::second_factor_passed:
      return {.new_token = true};
    case SessionEvent::password_changed:
    case SessionEvent::second_factor_changed:
      return {.new_token = true, .ends_others = true};
    case SessionEvent::roles_changed:  // whoever changes the roles is somebody else, so every session is another one
    case SessionEvent::account_closed:
    case SessionEvent::signed_out_everywhere:
      return {.ends_this = true, .ends_others = true};
    case SessionEvent::signed_out:
      return {.ends_this = true};
  }
  PRIMA_UNREACHABLE("an event without a case");
}

Transport transport_of(const http::Request& request) {
  return request.secure ? Transport::tls : Transport::plain_loopback;
}

std::string set_cookie(const CookieKind& kind, std::string_view value, Transport transport) {
  return cookie_text(kind, value, transport, kind.max_age.count() == 0 ? std::nullopt : std::optional(kind.max_age));
}

std::string clear_cookie(const CookieKind& kind, Transport transport) {
  return cookie_text(kind, "", transport, std::chrono::seconds(0));
}

std::optional<std::string> read_cookie(const http::Request& request, const CookieKind& kind) {
  const std::string wanted = name_of(kind, transport_of(request));
  std::optional<std::string> found;
  int count = 0;
  for (const http::HeaderField& field : request.headers) {
    if (!http::same_token(field.name, "Cookie")) continue;
    for_each_cookie(field.value, [&](std::string_view name, std::string_view value) {
      if (name != wanted) return;
      ++count;
      found = std::string(value);
    });
  }
  return count == 1 ? found : std::nullopt;
}

}  // namespace prima::identity
