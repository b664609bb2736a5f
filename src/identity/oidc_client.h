#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "identity/oidc_rules.h"
#include "identity/outgoing_calls.h"
#include "identity/token_key.h"

namespace prima::identity {

// Who signed in at the provider. The person is known by issuer and subject, never by the mail address.
struct OutsidePerson {
  std::string issuer;
  std::string subject;
  std::string mail;  // only shown, and only when the provider verified it; else empty
  std::string name;
};

// One provider. Safe from any thread; start() and finish() wait for the provider, so their routes are heavy. What the
// provider says about itself is kept for an hour; its keys too, but for a token with an unknown key they are fetched
// once more, at most once a minute.
class OidcClient {
 public:
  // `calls` must outlive the client. `loopback` lets a provider on this machine use plain HTTP.
  OidcClient(OidcSettings settings, OutgoingCalls& calls, bool loopback = false);

  // Where to send the browser. Keep the secrets before.
  Result<std::string, OidcProblem> start(const OidcSecrets& secrets, Language language, Instant now);

  // Judges the provider's answer to the browser and fetches the token. `state`, `nonce` and `verifier` are those kept
  // at the start, taken out for good before this is called.
  struct Begun {
    std::string state;
    std::string nonce;
    std::string verifier;
  };
  Result<OutsidePerson, OidcProblem> finish(const http::Request& request, const Begun& begun, Instant now);

  // Where a sign-out goes on at the provider; empty when it has no such page.
  std::string sign_out_address(std::string_view return_address) const;

  const OidcSettings& settings() const { return settings_; }

 private:
  Result<OidcDocument, OidcProblem> document(Instant now);
  Result<std::vector<TokenKey>, OidcProblem> keys(const OidcDocument& document, Instant now, Instant not_before);
  Result<std::string, OidcProblem> fetch(const OutgoingRequest& request);
  Result<OutsidePerson, OidcProblem> person_of(std::string_view id_token, const OidcDocument& document,
                                               const TokenExpectation& expected);
  Result<TokenKey, OidcProblem> find_key(const TokenHead& head, const OidcDocument& document, Instant now);

  OidcSettings settings_;
  OutgoingCalls& calls_;
  bool loopback_;
  mutable std::mutex mutex_;  // guards what follows
  std::optional<OidcDocument> document_;
  Instant document_at_{};
  std::optional<std::vector<TokenKey>> keys_;
  Instant keys_at_{};
};

}  // namespace prima::identity
