#include <gtest/gtest.h>

#include "identity/oidc_api.h"
#include "identity/oidc_test_support.h"

namespace prima::identity {
namespace {

using test::SigningKey;
using test::Token;

const SigningKey& rsa_one() {
  static const SigningKey key(SigningKey::Kind::rsa, "one");
  return key;
}
const SigningKey& rsa_other() {
  static const SigningKey key(SigningKey::Kind::rsa, "one");
  return key;
}
const SigningKey& p256() {
  static const SigningKey key(SigningKey::Kind::p256, "two");
  return key;
}
const SigningKey& ed25519() {
  static const SigningKey key(SigningKey::Kind::ed25519, "three");
  return key;
}

std::string key_set() { return "{\"keys\":[" + rsa_one().jwk() + "," + p256().jwk() + "," + ed25519().jwk() + "]}"; }

const TokenExpectation expected{.issuer = "https://sso.contoh.go.id",
                                .client_id = "prima",
                                .nonce = "the nonce",
                                .access_token = "the access token",
                                .now = test::token_now};

// The way of a token through all checks, as oidc_client.cpp goes it.
std::optional<OidcProblem> problem_of(const std::string& token, const std::string& keys_json = key_set()) {
  const auto keys = read_key_set(keys_json);
  if (!keys) return keys.error();
  const auto parts = read_token(token);
  if (!parts) return parts.error();
  if (const auto problem = head_problem(parts->head)) return problem;
  const auto key = key_for(parts->head, *keys);
  if (!key) return key.error();
  if (!key->verifies(parts->head.algorithm, parts->signed_bytes, parts->signature)) return OidcProblem::bad_signature;
  return claims_problem(parts->claims, expected);
}

TEST(IdToken, IsGoodUnderEachAlgorithmOfTheList) {
  Token token;
  EXPECT_EQ(problem_of(token.signed_with(rsa_one())), std::nullopt);
  token.algorithm = "PS256";
  EXPECT_EQ(problem_of(token.signed_with(rsa_one())), std::nullopt);
  token = {.algorithm = "ES256", .key_id = R"(,"kid":"two")"};
  EXPECT_EQ(problem_of(token.signed_with(p256())), std::nullopt);
  token = {.algorithm = "EdDSA", .key_id = R"(,"kid":"three")"};
  EXPECT_EQ(problem_of(token.signed_with(ed25519())), std::nullopt);
}

TEST(IdToken, IsGoodInTheFormsThatTheSpecificationLeavesOpen) {
  struct Row {
    const char* name;
    void (*change)(Token&);
  };
  const Row rows[] = {
      {"no typ", [](Token& t) { t.type = ""; }},
      {"typ in small letters", [](Token& t) { t.type = R"(,"typ":"jwt")"; }},
      {"aud is a list", [](Token& t) { t.audience = R"(,"aud":["prima"])"; }},
      {"several aud with azp", [](Token& t) { t.audience = R"(,"aud":["x","prima"],"azp":"prima")"; }},
      {"clock is slow", [](Token& t) { t.times = R"(,"iat":1800000060,"exp":1800000300)"; }},
      {"just expired", [](Token& t) { t.times = R"(,"iat":1799999700,"exp":1799999941)"; }},
      {"at_hash", [](Token& t) { t.hash = R"(,"at_hash":"SqEW8LSwjSFBHOinNCAdCw")"; }},
      {"no kid, one key of the kind", [](Token& t) { t.key_id = ""; }},
  };
  for (const Row& row : rows) {
    Token token;
    row.change(token);
    if (token.hash.find("SqEW") != std::string::npos) {
      token.hash = fmt::format(R"(,"at_hash":"{}")", base64url(bytes_of(sha256("the access token")).substr(0, 16)));
    }
    EXPECT_EQ(problem_of(token.signed_with(rsa_one())), std::nullopt) << row.name;
  }
}

TEST(IdToken, IsRefusedForEachThingThatIsWrong) {
  struct Row {
    const char* name;
    OidcProblem problem;
    void (*spoil)(Token&);
  };
  const Row rows[] = {
      {"typ of another token", OidcProblem::wrong_type, [](Token& t) { t.type = R"(,"typ":"at+jwt")"; }},
      {"logout token", OidcProblem::wrong_type, [](Token& t) { t.type = R"(,"typ":"logout+jwt")"; }},
      {"crit", OidcProblem::wrong_type, [](Token& t) { t.type = R"(,"crit":["exp"])"; }},
      {"none", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = "none"; }},
      {"None", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = "None"; }},
      {"HS256", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = "HS256"; }},
      {"RS512", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = "RS512"; }},
      {"empty alg", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = ""; }},
      {"alg of another kind of key", OidcProblem::wrong_algorithm, [](Token& t) { t.algorithm = "ES256"; }},
      {"unknown kid", OidcProblem::unknown_key, [](Token& t) { t.key_id = R"(,"kid":"four")"; }},
      {"other iss", OidcProblem::wrong_token_issuer, [](Token& t) { t.issuer = R"("iss":"https://jahat.example")"; }},
      {"iss with a slash", OidcProblem::wrong_token_issuer,
       [](Token& t) { t.issuer = R"("iss":"https://sso.contoh.go.id/")"; }},
      {"no iss", OidcProblem::wrong_token_issuer, [](Token& t) { t.issuer = R"("x":1)"; }},
      {"other aud", OidcProblem::wrong_audience, [](Token& t) { t.audience = R"(,"aud":"lain")"; }},
      {"aud that begins alike", OidcProblem::wrong_audience, [](Token& t) { t.audience = R"(,"aud":"prima2")"; }},
      {"no aud", OidcProblem::wrong_audience, [](Token& t) { t.audience = ""; }},
      {"aud with a number", OidcProblem::wrong_audience, [](Token& t) { t.audience = R"(,"aud":["prima",1])"; }},
      {"several aud without azp", OidcProblem::wrong_party, [](Token& t) { t.audience = R"(,"aud":["prima","x"])"; }},
      {"other azp", OidcProblem::wrong_party, [](Token& t) { t.party = R"(,"azp":"lain")"; }},
      {"no sub", OidcProblem::no_subject, [](Token& t) { t.subject = ""; }},
      {"sub is a number", OidcProblem::no_subject, [](Token& t) { t.subject = R"(,"sub":1)"; }},
      {"expired", OidcProblem::expired, [](Token& t) { t.times = R"(,"iat":1799999700,"exp":1799999940)"; }},
      {"no exp", OidcProblem::expired, [](Token& t) { t.times = R"(,"iat":1799999990)"; }},
      {"exp is a text", OidcProblem::expired, [](Token& t) { t.times = R"(,"iat":1799999990,"exp":"1800000300")"; }},
      {"from the future", OidcProblem::wrong_time, [](Token& t) { t.times = R"(,"iat":1800000061,"exp":1800000300)"; }},
      {"from long ago", OidcProblem::wrong_time, [](Token& t) { t.times = R"(,"iat":1799999399,"exp":1800000300)"; }},
      {"no iat", OidcProblem::wrong_time, [](Token& t) { t.times = R"(,"exp":1800000300)"; }},
      {"not yet", OidcProblem::wrong_time, [](Token& t) { t.times += R"(,"nbf":1800000061)"; }},
      {"other nonce", OidcProblem::wrong_nonce, [](Token& t) { t.nonce = R"(,"nonce":"another")"; }},
      {"no nonce", OidcProblem::wrong_nonce, [](Token& t) { t.nonce = ""; }},
      {"token of another access", OidcProblem::wrong_access_token, [](Token& t) { t.hash = R"(,"at_hash":"AAAA")"; }},
  };
  for (const Row& row : rows) {
    Token token;
    row.spoil(token);
    EXPECT_EQ(problem_of(token.signed_with(rsa_one())), row.problem) << row.name;
  }
}

TEST(IdToken, IsRefusedWithAnotherSignature) {
  const Token token;
  const std::string good = token.signed_with(rsa_one());
  EXPECT_EQ(problem_of(token.signed_with(rsa_other())), OidcProblem::bad_signature);
  EXPECT_EQ(problem_of(token.signed_bytes() + "."), OidcProblem::bad_signature);
  EXPECT_EQ(problem_of(token.signed_bytes() + "." + base64url(std::string(256, '\0'))), OidcProblem::bad_signature);
  Token other;
  other.subject = R"(,"sub":"administrator")";
  EXPECT_EQ(problem_of(other.signed_bytes() + good.substr(good.rfind('.'))), OidcProblem::bad_signature);
  Token curve{.algorithm = "ES256", .key_id = R"(,"kid":"two")"};
  EXPECT_EQ(problem_of(curve.signed_bytes() + "." + base64url(std::string(64, '\0'))), OidcProblem::bad_signature)
      << "r = s = 0";
  EXPECT_EQ(problem_of(curve.signed_bytes() + "." + base64url(std::string(63, 'x'))), OidcProblem::bad_signature);
  Token edwards{.algorithm = "EdDSA", .key_id = R"(,"kid":"three")"};
  EXPECT_EQ(problem_of(edwards.signed_bytes() + "." + base64url(std::string(64, '\0'))), OidcProblem::bad_signature);
}

TEST(IdToken, SignedByTheKeySetItselfAsASharedSecretIsRefused) {
  Token token;
  token.algorithm = "HS256";
  const std::string forged =
      token.signed_bytes() + "." + base64url(bytes_of(hmac_sha256(rsa_one().jwk(), token.signed_bytes())));
  EXPECT_EQ(problem_of(forged), OidcProblem::wrong_algorithm);
}

TEST(IdToken, OfAnotherFormIsRefused) {
  const std::string good = Token{}.signed_with(rsa_one());
  const std::string texts[] = {"",
                               ".",
                               "..",
                               "a.b.c",
                               good + ".x",
                               good.substr(0, good.rfind('.')),
                               " " + good,
                               good + "=",
                               base64url("[]") + "." + base64url("{}") + ".AA",
                               base64url("{") + "." + base64url("{}") + ".AA",
                               base64url("{}") + "." + base64url("{}") + "." + std::string(20'000, 'A')};
  for (const std::string& text : texts) EXPECT_EQ(problem_of(text), OidcProblem::bad_token) << text.substr(0, 60);
}

TEST(KeySet, LeavesOutWhatIsNotForSignaturesOrTooWeak) {
  const auto count = [](const std::string& json) {
    const auto keys = read_key_set(json);
    return keys ? static_cast<int>(keys->size()) : -1;
  };
  EXPECT_EQ(count(key_set()), 3);
  EXPECT_EQ(count("{\"keys\":[]}"), 0);
  EXPECT_EQ(count("{}"), -1);
  EXPECT_EQ(count("[]"), -1);
  EXPECT_EQ(count("{\"keys\":[" + rsa_one().jwk(R"(,"use":"enc")") + "]}"), 0);
  EXPECT_EQ(count("{\"keys\":[" + rsa_one().jwk(R"(,"use":"sig","alg":"RS256")") + "]}"), 1);
  EXPECT_EQ(count("{\"keys\":[" + rsa_one().jwk(R"(,"alg":"RSA-OAEP")") + "]}"), 0);
  EXPECT_EQ(count(R"({"keys":[{"kty":"oct","k":"AAAA"},{"kty":"RSA","n":"AQAB","e":"AQAB"},1,null]})"), 0);
  EXPECT_EQ(count(R"({"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]})"), 0);
  const std::string zero = base64url(std::string(32, '\x01'));
  EXPECT_EQ(count(R"({"keys":[{"kty":"EC","crv":"P-256","x":")" + zero + R"(","y":")" + zero + R"("}]})"), 0)
      << "a point beside the curve";
}

TEST(KeySet, KeepsAKeyToItsAlgorithm) {
  const std::string keys = "{\"keys\":[" + rsa_one().jwk(R"(,"alg":"RS256")") + "]}";
  Token token;
  EXPECT_EQ(problem_of(token.signed_with(rsa_one()), keys), std::nullopt);
  token.algorithm = "PS256";
  EXPECT_EQ(problem_of(token.signed_with(rsa_one()), keys), OidcProblem::wrong_algorithm);
}

TEST(KeySet, WithTwoKeysThatFitNeedsAKid) {
  const SigningKey second(SigningKey::Kind::rsa, "second");
  const std::string keys = "{\"keys\":[" + rsa_one().jwk() + "," + second.jwk() + "]}";
  Token token;
  EXPECT_EQ(problem_of(token.signed_with(rsa_one()), keys), std::nullopt);
  token.key_id = "";
  EXPECT_EQ(problem_of(token.signed_with(rsa_one()), keys), OidcProblem::unknown_key);
}

TEST(ProviderAnswers, ThatAreNotReadableAreProblems) {
  EXPECT_FALSE(read_token_answer("{}"));
  EXPECT_FALSE(read_token_answer("<html>"));
  EXPECT_FALSE(read_token_answer(R"({"id_token":1})"));
  EXPECT_EQ(read_token_answer(R"({"id_token":"a","access_token":"b","expires_in":5})")->access_token, "b");
  EXPECT_FALSE(read_oidc_document("null"));
  EXPECT_FALSE(read_oidc_document(std::string(300'000, ' ') + "{}"));
  EXPECT_EQ(read_oidc_document(R"({"issuer":"https://a"})")->issuer, "https://a");
}

}  // namespace
}  // namespace prima::identity
