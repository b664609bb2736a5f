#include "identity/oidc_rules.h"

#include <algorithm>
#include <array>

#include "base/assert.h"
#include "base/text.h"
#include "http/percent.h"
#include "identity/address_rules.h"
#include "identity/digest.h"
#include "identity/encoding.h"

namespace prima::identity {

namespace {

enum class Advice : std::uint8_t { later, cancelled, again, administrator };

struct ProblemRow {
  OidcProblem problem;
  std::string_view key;
  Advice advice;
};

using P = OidcProblem;
constexpr std::array<ProblemRow, 22> problem_rows = {{
    {P::unreachable, "unreachable", Advice::later},
    {P::bad_document, "bad_document", Advice::administrator},
    {P::wrong_issuer, "wrong_issuer", Advice::administrator},
    {P::no_pkce, "no_pkce", Advice::administrator},
    {P::denied, "denied", Advice::cancelled},
    {P::wrong_state, "wrong_state", Advice::again},
    {P::wrong_answer_issuer, "wrong_answer_issuer", Advice::administrator},
    {P::no_code, "no_code", Advice::again},
    {P::bad_answer, "bad_answer", Advice::administrator},
    {P::bad_token, "bad_token", Advice::administrator},
    {P::wrong_type, "wrong_type", Advice::administrator},
    {P::wrong_algorithm, "wrong_algorithm", Advice::administrator},
    {P::unknown_key, "unknown_key", Advice::administrator},
    {P::bad_signature, "bad_signature", Advice::administrator},
    {P::wrong_token_issuer, "wrong_token_issuer", Advice::administrator},
    {P::wrong_audience, "wrong_audience", Advice::administrator},
    {P::wrong_party, "wrong_party", Advice::administrator},
    {P::expired, "expired", Advice::again},
    {P::wrong_time, "wrong_time", Advice::administrator},
    {P::wrong_nonce, "wrong_nonce", Advice::again},
    {P::wrong_access_token, "wrong_access_token", Advice::administrator},
    {P::no_subject, "no_subject", Advice::administrator},
}};

const ProblemRow& row_of(OidcProblem problem) {
  const ProblemRow& row = problem_rows.at(static_cast<std::size_t>(problem));
  PRIMA_ASSERT(row.problem == problem);
  return row;
}

bool is_good_endpoint(std::string_view text, bool loopback) {
  const auto address = read_web_address(text);
  return address && (address->secure || (loopback && is_loopback_host(address->host)));
}

std::string query_of(std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  std::string text;
  for (const auto& [name, value] : pairs) {
    text += (text.empty() ? "" : "&") + std::string(name) + "=" + http::percent_encoded(value);
  }
  return text;
}

// The only value of that name: an answer in which it stands twice is ambiguous.
std::optional<std::string_view> only_query(const http::Request& request, std::string_view name) {
  const auto count = std::count_if(request.parameters.begin(), request.parameters.end(),
                                   [&](const http::Parameter& parameter) { return parameter.name == name; });
  return count == 1 ? request.query(name) : std::nullopt;
}

bool has_query(const http::Request& request, std::string_view name) { return request.query(name).has_value(); }

std::int64_t seconds_of(Instant now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
}

std::optional<OidcProblem> time_problem(const TokenClaims& claims, std::int64_t now) {
  if (!claims.expires_at || *claims.expires_at <= now - oidc_skew_seconds) return OidcProblem::expired;
  if (!claims.issued_at || *claims.issued_at > now + oidc_skew_seconds) return OidcProblem::wrong_time;
  if (*claims.issued_at < now - oidc_oldest_token_seconds) return OidcProblem::wrong_time;
  if (claims.not_before && *claims.not_before > now + oidc_skew_seconds) return OidcProblem::wrong_time;
  return std::nullopt;
}

// OpenID Connect Core, 3.1.3.6: the left half of the hash.
std::string access_token_hash(std::string_view access_token) {
  return base64url(bytes_of(sha256(access_token)).substr(0, 16));
}

}  // namespace

std::string_view key(OidcProblem problem) { return row_of(problem).key; }

Words describe(OidcProblem problem) {
  const std::string code(key(problem));
  switch (row_of(problem).advice) {
    case Advice::later:
      return {"Penyedia masuk tunggal tidak menjawab. Coba lagi nanti, atau masuk dengan kata sandi.",
              "The single sign-on provider does not answer. Try again later, or sign in with a password."};
    case Advice::cancelled:
      return {"Masuk lewat penyedia dibatalkan. Mulai lagi bila itu tidak Anda maksud.",
              "The sign-in at the provider was cancelled. Begin again if you did not mean that."};
    case Advice::again:
      return {
          "Masuk lewat penyedia sudah terlalu lama atau dimulai di peramban lain. Mulai lagi dari halaman masuk.",
          "The sign-in at the provider took too long or began in another browser. Begin again at the sign-in page."};
    case Advice::administrator:
      return {"Jawaban penyedia masuk tunggal tidak dapat dipercaya (" + code + "). Beri tahu administrator.",
              "The answer of the single sign-on provider cannot be trusted (" + code + "). Tell the administrator."};
  }
  PRIMA_UNREACHABLE("an advice without a case");
}

std::string code_challenge(std::string_view verifier) { return base64url(bytes_of(sha256(verifier))); }

OidcSecrets make_oidc_secrets(std::string_view random) {
  PRIMA_ASSERT(random.size() == oidc_random_bytes);
  constexpr std::size_t each = oidc_random_bytes / 4;
  return {base64url(random.substr(0, each)), base64url(random.substr(each, each)),
          base64url(random.substr(2 * each, each)), base64url(random.substr(3 * each, each))};
}

std::optional<OidcProblem> document_problem(const OidcDocument& document, const OidcSettings& settings, bool loopback) {
  if (document.issuer != settings.issuer) return OidcProblem::wrong_issuer;
  for (const std::string* endpoint :
       {&document.authorization_endpoint, &document.token_endpoint, &document.jwks_address}) {
    if (!is_good_endpoint(*endpoint, loopback)) return OidcProblem::bad_document;
  }
  if (!document.end_session_endpoint.empty() && !is_good_endpoint(document.end_session_endpoint, loopback)) {
    return OidcProblem::bad_document;
  }
  const auto& methods = document.code_challenge_methods;
  if (!methods.empty() && std::find(methods.begin(), methods.end(), "S256") == methods.end()) {
    return OidcProblem::no_pkce;
  }
  return std::nullopt;
}

std::string authorization_address(const OidcDocument& document, const OidcSettings& settings,
                                  const OidcSecrets& secrets, Language language) {
  const bool has_query = document.authorization_endpoint.find('?') != std::string::npos;
  return document.authorization_endpoint + (has_query ? "&" : "?") +
         query_of({{"response_type", "code"},
                   {"client_id", settings.client_id},
                   {"redirect_uri", settings.redirect_address},
                   {"scope", "openid profile email"},
                   {"state", secrets.state},
                   {"nonce", secrets.nonce},
                   {"code_challenge", code_challenge(secrets.verifier)},
                   {"code_challenge_method", "S256"},
                   {"ui_locales", language == Language::id ? "id" : "en"}});
}

TokenRequest token_request(const OidcSettings& settings, std::string_view code, std::string_view verifier) {
  TokenRequest request;
  request.body = query_of({{"grant_type", "authorization_code"},
                           {"code", code},
                           {"redirect_uri", settings.redirect_address},
                           {"client_id", settings.client_id},
                           {"code_verifier", verifier}});
  if (!settings.client_secret.empty()) {
    request.authorization = "Basic " + base64(http::percent_encoded(settings.client_id) + ":" +
                                              http::percent_encoded(settings.client_secret));
  }
  return request;
}

Result<std::string, OidcProblem> code_of_answer(const http::Request& request, const OidcDocument& document,
                                                std::string_view state) {
  const auto sent_state = only_query(request, "state");
  if (!sent_state || !same_secret(*sent_state, state)) return failure(OidcProblem::wrong_state);
  const auto issuer = only_query(request, "iss");
  const bool expects_issuer = document.sends_issuer || has_query(request, "iss");
  if (expects_issuer && (!issuer || *issuer != document.issuer)) return failure(OidcProblem::wrong_answer_issuer);
  if (has_query(request, "error")) return failure(OidcProblem::denied);
  const auto code = only_query(request, "code");
  if (!code || code->empty()) return failure(OidcProblem::no_code);
  return std::string(*code);
}

std::optional<OidcProblem> head_problem(const TokenHead& head) {
  constexpr std::array<std::string_view, 4> algorithms = {"RS256", "PS256", "ES256", "EdDSA"};
  if (head.critical || (!head.type.empty() && lowered(head.type) != "jwt")) return OidcProblem::wrong_type;
  if (std::find(algorithms.begin(), algorithms.end(), head.algorithm) == algorithms.end()) {
    return OidcProblem::wrong_algorithm;
  }
  return std::nullopt;
}

std::optional<OidcProblem> claims_problem(const TokenClaims& claims, const TokenExpectation& expected) {
  constexpr std::size_t longest_subject = 255;
  if (claims.issuer != expected.issuer) return OidcProblem::wrong_token_issuer;
  const auto& audience = claims.audience;
  if (std::find(audience.begin(), audience.end(), expected.client_id) == audience.end()) {
    return OidcProblem::wrong_audience;
  }
  if (audience.size() > 1 && !claims.party) return OidcProblem::wrong_party;
  if (claims.party && *claims.party != expected.client_id) return OidcProblem::wrong_party;
  if (const auto problem = time_problem(claims, seconds_of(expected.now))) return problem;
  if (!claims.nonce || !same_secret(*claims.nonce, expected.nonce)) return OidcProblem::wrong_nonce;
  if (claims.access_token_hash && *claims.access_token_hash != access_token_hash(expected.access_token)) {
    return OidcProblem::wrong_access_token;
  }
  if (claims.subject.empty() || claims.subject.size() > longest_subject) return OidcProblem::no_subject;
  return std::nullopt;
}

}  // namespace prima::identity
