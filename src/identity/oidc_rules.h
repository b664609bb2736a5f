#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "http/request.h"

namespace prima::identity {

// Signing in at another provider: OpenID Connect Core 1.0, the authorization code flow with PKCE (RFC 7636, S256),
// where Prima is the relying party. Pure; oidc_client.h does the calls, oidc_api.h reads the JSON.

struct OidcSettings {
  std::string issuer;  // exactly as the provider writes it
  std::string client_id;
  std::string client_secret;  // empty: a public client
  std::string redirect_address;
};

// What the provider says about itself (OpenID Connect Discovery 1.0).
struct OidcDocument {
  std::string issuer;
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_address;
  std::string end_session_endpoint;  // may be empty
  std::vector<std::string> code_challenge_methods;
  bool sends_issuer = false;  // authorization_response_iss_parameter_supported (RFC 9207)
};

// What went wrong, in the order in which it is looked at.
enum class OidcProblem : std::uint8_t {
  unreachable,          // the provider does not answer, or with an error of its own
  bad_document,         // its description of itself is not readable, or leads to addresses that are not https
  wrong_issuer,         // ... is that of another issuer
  no_pkce,              // ... says that S256 is not supported
  denied,               // the provider answered with an error: most often the person cancelled
  wrong_state,          // the answer belongs to no sign-in of this browser
  wrong_answer_issuer,  // the answer came from another issuer (mix-up)
  no_code,
  bad_answer,       // the answer with the token is not readable
  bad_token,        // the token is not three parts of base64url JSON
  wrong_type,       // typ is not JWT, or an extension (crit) is asked for
  wrong_algorithm,  // not in the list, or not the one of the key
  unknown_key,      // no key of the provider has this kid
  bad_signature,
  wrong_token_issuer,  // iss
  wrong_audience,      // aud
  wrong_party,         // azp
  expired,             // exp
  wrong_time,          // iat or nbf in the future, or iat too long ago
  wrong_nonce,
  wrong_access_token,  // at_hash
  no_subject,
};

// For the log: stable, English, snake_case.
std::string_view key(OidcProblem problem);
// For the person: what to do.
Words describe(OidcProblem problem);

// BASE64URL(SHA256(ASCII(verifier))).
std::string code_challenge(std::string_view verifier);

// The secrets of one sign-in, kept by the server (sign_in_store.h) under the hash of `cookie`.
struct OidcSecrets {
  std::string cookie;
  std::string state;
  std::string nonce;
  std::string verifier;
};
inline constexpr std::size_t oidc_random_bytes = 128;
// `random` has oidc_random_bytes bytes of the system's source.
OidcSecrets make_oidc_secrets(std::string_view random);

// What is wrong with the document; nothing when it is good. Plain HTTP is good only on this machine and when
// `loopback` says so.
std::optional<OidcProblem> document_problem(const OidcDocument& document, const OidcSettings& settings, bool loopback);

// Where the browser is sent.
std::string authorization_address(const OidcDocument& document, const OidcSettings& settings,
                                  const OidcSecrets& secrets, Language language);

// The body and the Authorization header (empty for a public client) of the request for the token.
struct TokenRequest {
  std::string body;
  std::string authorization;
};
TokenRequest token_request(const OidcSettings& settings, std::string_view code, std::string_view verifier);

// The code out of the provider's answer to the browser.
Result<std::string, OidcProblem> code_of_answer(const http::Request& request, const OidcDocument& document,
                                                std::string_view state);

// The head of a token, and what it says.
struct TokenHead {
  std::string algorithm;
  std::string key_id;  // empty when there is none
  std::string type;    // empty when there is none
  bool critical = false;
};

struct TokenClaims {
  std::string issuer;
  std::vector<std::string> audience;
  std::optional<std::string> party;  // azp
  std::string subject;
  std::optional<std::int64_t> expires_at;  // seconds since 1970
  std::optional<std::int64_t> issued_at;
  std::optional<std::int64_t> not_before;
  std::optional<std::string> nonce;
  std::optional<std::string> access_token_hash;
  std::string mail;
  bool mail_verified = false;
  std::string name;
};

struct TokenExpectation {
  std::string issuer;
  std::string client_id;
  std::string nonce;
  std::string access_token;
  Instant now{};
};

// Every check of a token but its signature.
std::optional<OidcProblem> head_problem(const TokenHead& head);
std::optional<OidcProblem> claims_problem(const TokenClaims& claims, const TokenExpectation& expected);

inline constexpr std::int64_t oidc_skew_seconds = 60;
inline constexpr std::int64_t oidc_oldest_token_seconds = 600;

}  // namespace prima::identity
