#include "identity/oidc_client.h"

#include <utility>

#include "http/percent.h"
#include "identity/oidc_api.h"

namespace prima::identity {

namespace {

constexpr std::chrono::hours kept_for{1};
constexpr std::chrono::minutes keys_asked_every{1};

}  // namespace

OidcClient::OidcClient(OidcSettings settings, OutgoingCalls& calls, bool loopback)
    : settings_(std::move(settings)), calls_(calls), loopback_(loopback) {}

Result<std::string, OidcProblem> OidcClient::fetch(const OutgoingRequest& request) {
  const auto answer = calls_.call(request);
  if (!answer || answer->status != 200) return failure(OidcProblem::unreachable);
  return answer->body;
}

Result<OidcDocument, OidcProblem> OidcClient::document(Instant now) {
  {
    const std::lock_guard lock(mutex_);
    if (document_ && now - document_at_ < kept_for) return *document_;
  }
  std::string address = settings_.issuer;
  if (address.ends_with('/')) address.pop_back();
  const auto text = fetch({.address = address + "/.well-known/openid-configuration"});
  if (!text) return failure(text.error());
  const auto read = read_oidc_document(*text);
  if (!read) return failure(read.error());
  if (const auto problem = document_problem(*read, settings_, loopback_)) return failure(*problem);
  const std::lock_guard lock(mutex_);
  document_ = *read;
  document_at_ = now;
  return *read;
}

Result<std::vector<TokenKey>, OidcProblem> OidcClient::keys(const OidcDocument& document, Instant now,
                                                            Instant not_before) {
  {
    const std::lock_guard lock(mutex_);
    if (keys_ && keys_at_ >= not_before) return *keys_;
  }
  const auto text = fetch({.address = document.jwks_address});
  if (!text) return failure(text.error());
  const auto read = read_key_set(*text);
  if (!read) return failure(read.error());
  const std::lock_guard lock(mutex_);
  keys_ = *read;
  keys_at_ = now;
  return *read;
}

// A provider that changed its keys is asked once more.
Result<TokenKey, OidcProblem> OidcClient::find_key(const TokenHead& head, const OidcDocument& document, Instant now) {
  const auto kept = keys(document, now, now - kept_for);
  if (!kept) return failure(kept.error());
  auto found = key_for(head, *kept);
  if (found || found.error() != OidcProblem::unknown_key) return found;
  const auto fresh = keys(document, now, now - keys_asked_every);
  return fresh ? key_for(head, *fresh) : failure(fresh.error());
}

Result<std::string, OidcProblem> OidcClient::start(const OidcSecrets& secrets, Language language, Instant now) {
  const auto provider = document(now);
  if (!provider) return failure(provider.error());
  return authorization_address(*provider, settings_, secrets, language);
}

Result<OutsidePerson, OidcProblem> OidcClient::finish(const http::Request& request, const Begun& begun, Instant now) {
  const auto provider = document(now);
  if (!provider) return failure(provider.error());
  const auto code = code_of_answer(request, *provider, begun.state);
  if (!code) return failure(code.error());
  const TokenRequest wanted = token_request(settings_, *code, begun.verifier);
  OutgoingRequest call{
      .address = provider->token_endpoint,
      .body = wanted.body,
      .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}}};
  if (!wanted.authorization.empty()) call.headers.emplace_back("Authorization", wanted.authorization);
  const auto text = fetch(call);
  if (!text) return failure(text.error());
  const auto answer = read_token_answer(*text);
  if (!answer) return failure(answer.error());
  return person_of(answer->id_token, *provider,
                   {.issuer = settings_.issuer,
                    .client_id = settings_.client_id,
                    .nonce = begun.nonce,
                    .access_token = answer->access_token,
                    .now = now});
}

Result<OutsidePerson, OidcProblem> OidcClient::person_of(std::string_view id_token, const OidcDocument& document,
                                                         const TokenExpectation& expected) {
  const auto token = read_token(id_token);
  if (!token) return failure(token.error());
  if (const auto problem = head_problem(token->head)) return failure(*problem);
  const auto key = find_key(token->head, document, expected.now);
  if (!key) return failure(key.error());
  if (!key->verifies(token->head.algorithm, token->signed_bytes, token->signature)) {
    return failure(OidcProblem::bad_signature);
  }
  const TokenClaims& claims = token->claims;
  if (const auto problem = claims_problem(claims, expected)) return failure(*problem);
  return OutsidePerson{claims.issuer, claims.subject, claims.mail_verified ? claims.mail : "", claims.name};
}

std::string OidcClient::sign_out_address(std::string_view return_address) const {
  const std::lock_guard lock(mutex_);
  if (!document_ || document_->end_session_endpoint.empty()) return {};
  const bool has_query = document_->end_session_endpoint.find('?') != std::string::npos;
  return document_->end_session_endpoint + (has_query ? "&" : "?") +
         "client_id=" + http::percent_encoded(settings_.client_id) +
         "&post_logout_redirect_uri=" + http::percent_encoded(return_address);
}

}  // namespace prima::identity
