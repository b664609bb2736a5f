#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "identity/oidc_rules.h"
#include "identity/token_key.h"

namespace prima::identity {

// The JSON that providers send. Whatever comes, these give a value or a problem and never throw.

Result<OidcDocument, OidcProblem> read_oidc_document(std::string_view json);

// The keys that we can use; those of other kinds are left out.
Result<std::vector<TokenKey>, OidcProblem> read_key_set(std::string_view json);

struct TokenAnswer {
  std::string id_token;
  std::string access_token;
};
Result<TokenAnswer, OidcProblem> read_token_answer(std::string_view json);

// A token in its parts (JWS compact form, RFC 7515); nothing of it may be believed before its signature is checked.
struct TokenParts {
  TokenHead head;
  TokenClaims claims;
  std::string signed_bytes;
  std::string signature;
};
Result<TokenParts, OidcProblem> read_token(std::string_view token);

}  // namespace prima::identity
