#include "identity/oidc_api.h"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "identity/encoding.h"

namespace prima::identity {

namespace {

namespace json = boost::json;

constexpr std::size_t longest_text = 256 * 1024;
constexpr std::size_t longest_token = 16 * 1024;

std::optional<json::object> object_of(std::string_view text) {
  if (text.size() > longest_text) return std::nullopt;
  json::error_code error;
  const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
  if (error || !value.is_object()) return std::nullopt;
  return value.get_object();
}

std::optional<std::string> optional_text(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (value == nullptr || !value->is_string()) return std::nullopt;
  return std::string(value->get_string().data(), value->get_string().size());
}

std::string text(const json::object& object, std::string_view name) { return optional_text(object, name).value_or(""); }

bool flag(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  return value != nullptr && value->is_bool() && value->get_bool();
}

std::optional<std::int64_t> whole(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  return value != nullptr && value->is_int64() ? std::optional(value->get_int64()) : std::nullopt;
}

// A text, or a list of texts; anything else in it makes it empty.
std::vector<std::string> texts(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (value == nullptr) return {};
  if (value->is_string()) return {text(object, name)};
  std::vector<std::string> list;
  if (!value->is_array()) return {};
  for (const json::value& item : value->get_array()) {
    if (!item.is_string()) return {};
    list.emplace_back(item.get_string().data(), item.get_string().size());
  }
  return list;
}

std::string decoded(const json::object& object, std::string_view name) {
  return read_base64url(text(object, name)).value_or("");
}

PublishedKey published_key(const json::object& object) {
  return {.kind = text(object, "kty"),
          .key_id = text(object, "kid"),
          .algorithm = text(object, "alg"),
          .use = text(object, "use"),
          .curve = text(object, "crv"),
          .modulus = decoded(object, "n"),
          .exponent = decoded(object, "e"),
          .x = decoded(object, "x"),
          .y = decoded(object, "y")};
}

TokenHead head_from(const json::object& object) {
  return {.algorithm = text(object, "alg"),
          .key_id = text(object, "kid"),
          .type = text(object, "typ"),
          .critical = object.contains("crit")};
}

TokenClaims claims_from(const json::object& object) {
  return {.issuer = text(object, "iss"),
          .audience = texts(object, "aud"),
          .party = optional_text(object, "azp"),
          .subject = text(object, "sub"),
          .expires_at = whole(object, "exp"),
          .issued_at = whole(object, "iat"),
          .not_before = whole(object, "nbf"),
          .nonce = optional_text(object, "nonce"),
          .access_token_hash = optional_text(object, "at_hash"),
          .mail = text(object, "email"),
          .mail_verified = flag(object, "email_verified"),
          .name = text(object, "name")};
}

std::optional<json::object> decoded_object(std::string_view base64url_text) {
  const auto bytes = read_base64url(base64url_text);
  return bytes ? object_of(*bytes) : std::nullopt;
}

}  // namespace

Result<OidcDocument, OidcProblem> read_oidc_document(std::string_view json_text) {
  const auto object = object_of(json_text);
  if (!object) return failure(OidcProblem::bad_document);
  return OidcDocument{.issuer = text(*object, "issuer"),
                      .authorization_endpoint = text(*object, "authorization_endpoint"),
                      .token_endpoint = text(*object, "token_endpoint"),
                      .jwks_address = text(*object, "jwks_uri"),
                      .end_session_endpoint = text(*object, "end_session_endpoint"),
                      .code_challenge_methods = texts(*object, "code_challenge_methods_supported"),
                      .sends_issuer = flag(*object, "authorization_response_iss_parameter_supported")};
}

Result<std::vector<TokenKey>, OidcProblem> read_key_set(std::string_view json_text) {
  constexpr std::size_t most_keys = 100;
  const auto object = object_of(json_text);
  const json::value* list = object ? object->if_contains("keys") : nullptr;
  if (list == nullptr || !list->is_array() || list->get_array().size() > most_keys) {
    return failure(OidcProblem::bad_document);
  }
  std::vector<TokenKey> keys;
  for (const json::value& item : list->get_array()) {
    if (!item.is_object()) continue;
    if (auto key = TokenKey::from(published_key(item.get_object()))) keys.push_back(std::move(*key));
  }
  return keys;
}

Result<TokenAnswer, OidcProblem> read_token_answer(std::string_view json_text) {
  const auto object = object_of(json_text);
  if (!object) return failure(OidcProblem::bad_answer);
  TokenAnswer answer{text(*object, "id_token"), text(*object, "access_token")};
  if (answer.id_token.empty()) return failure(OidcProblem::bad_answer);
  return answer;
}

Result<TokenParts, OidcProblem> read_token(std::string_view token) {
  const std::size_t first = token.find('.');
  const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.size() > longest_token) return failure(OidcProblem::bad_token);
  const auto head = decoded_object(token.substr(0, first));
  const auto claims = decoded_object(token.substr(first + 1, second - first - 1));
  const auto signature = read_base64url(token.substr(second + 1));
  if (!head || !claims || !signature) return failure(OidcProblem::bad_token);
  return TokenParts{head_from(*head), claims_from(*claims), std::string(token.substr(0, second)), *signature};
}

}  // namespace prima::identity
