#include "identity/oidc_rules.h"

#include <gtest/gtest.h>

#include <set>

#include "identity/address_rules.h"
#include "identity/system_random.h"

namespace prima::identity {
namespace {

const OidcSettings settings{.issuer = "https://sso.contoh.go.id",
                            .client_id = "prima",
                            .client_secret = "ra:ha sia",
                            .redirect_address = "https://prima.contoh.go.id/masuk/kembali"};

OidcDocument document() {
  return {.issuer = settings.issuer,
          .authorization_endpoint = "https://sso.contoh.go.id/auth",
          .token_endpoint = "https://sso.contoh.go.id/token",
          .jwks_address = "https://sso.contoh.go.id/jwks",
          .end_session_endpoint = "",
          .code_challenge_methods = {"plain", "S256"},
          .sends_issuer = false};
}

TEST(Pkce, GivesTheVectorOfRfc7636) {
  EXPECT_EQ(code_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(OidcSecrets, AreFourDifferentOnesOfFullLength) {
  const OidcSecrets secrets = make_oidc_secrets(random_bytes(oidc_random_bytes));
  const std::set<std::string> all = {secrets.cookie, secrets.state, secrets.nonce, secrets.verifier};
  EXPECT_EQ(all.size(), 4U);
  for (const std::string& each : all) EXPECT_EQ(each.size(), 43U);
}

TEST(OidcDocument, IsJudgedBeforeItIsUsed) {
  struct Row {
    const char* name;
    std::optional<OidcProblem> problem;
    void (*spoil)(OidcDocument&);
  };
  const Row rows[] = {
      {"good", std::nullopt, [](OidcDocument&) {}},
      {"says nothing of PKCE", std::nullopt, [](OidcDocument& d) { d.code_challenge_methods.clear(); }},
      {"other issuer", OidcProblem::wrong_issuer, [](OidcDocument& d) { d.issuer += "/"; }},
      {"only plain PKCE", OidcProblem::no_pkce, [](OidcDocument& d) { d.code_challenge_methods = {"plain"}; }},
      {"plain http", OidcProblem::bad_document,
       [](OidcDocument& d) { d.token_endpoint = "http://sso.contoh.go.id/t"; }},
      {"no keys", OidcProblem::bad_document, [](OidcDocument& d) { d.jwks_address.clear(); }},
      {"script", OidcProblem::bad_document, [](OidcDocument& d) { d.authorization_endpoint = "javascript:alert(1)"; }},
      {"line break", OidcProblem::bad_document, [](OidcDocument& d) { d.authorization_endpoint += "\r\nX: y"; }},
      {"bad sign-out", OidcProblem::bad_document, [](OidcDocument& d) { d.end_session_endpoint = "//x"; }},
      {"loopback", OidcProblem::bad_document, [](OidcDocument& d) { d.jwks_address = "http://127.0.0.1:1/k"; }},
  };
  for (const Row& row : rows) {
    OidcDocument spoiled = document();
    row.spoil(spoiled);
    EXPECT_EQ(document_problem(spoiled, settings, false), row.problem) << row.name;
  }
  OidcDocument local = document();
  local.jwks_address = "http://127.0.0.1:1/k";
  EXPECT_EQ(document_problem(local, settings, true), std::nullopt);
}

TEST(Authorization, AsksForACodeWithPkce) {
  const OidcSecrets secrets{"c", "st&te", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
  EXPECT_EQ(authorization_address(document(), settings, secrets, Language::id),
            "https://sso.contoh.go.id/auth?response_type=code&client_id=prima&redirect_uri=https%3A%2F%2F"
            "prima.contoh.go.id%2Fmasuk%2Fkembali&scope=openid%20profile%20email&state=st%26te&nonce=n"
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&ui_locales=id");
  OidcDocument with_query = document();
  with_query.authorization_endpoint += "?realm=asn";
  EXPECT_NE(authorization_address(with_query, settings, secrets, Language::en).find("?realm=asn&response_type"),
            std::string::npos);
}

TEST(TokenRequest, NamesTheClientInTheWayItRegistered) {
  const TokenRequest secret = token_request(settings, "k0de", "verifier");
  EXPECT_EQ(secret.body,
            "grant_type=authorization_code&code=k0de&redirect_uri=https%3A%2F%2Fprima.contoh.go.id%2Fmasuk%2Fkembali"
            "&client_id=prima&code_verifier=verifier");
  EXPECT_EQ(secret.authorization, "Basic cHJpbWE6cmElM0FoYSUyMHNpYQ==") << "prima:ra%3Aha%20sia";
  OidcSettings open = settings;
  open.client_secret.clear();
  EXPECT_EQ(token_request(open, "k0de", "verifier").authorization, "");
}

TEST(OidcAnswer, GivesItsCodeOnlyToTheSignInThatAsked) {
  struct Row {
    const char* name;
    std::vector<http::Parameter> parameters;
    bool sends_issuer;
    std::optional<OidcProblem> problem;
  };
  const Row rows[] = {
      {"good", {{"code", "k"}, {"state", "s"}}, false, std::nullopt},
      {"good with iss", {{"code", "k"}, {"state", "s"}, {"iss", settings.issuer}}, true, std::nullopt},
      {"iss that was not announced", {{"code", "k"}, {"state", "s"}, {"iss", settings.issuer}}, false, std::nullopt},
      {"no state", {{"code", "k"}}, false, OidcProblem::wrong_state},
      {"other state", {{"code", "k"}, {"state", "t"}}, false, OidcProblem::wrong_state},
      {"two states", {{"code", "k"}, {"state", "s"}, {"state", "s"}}, false, OidcProblem::wrong_state},
      {"iss is missing", {{"code", "k"}, {"state", "s"}}, true, OidcProblem::wrong_answer_issuer},
      {"other iss", {{"code", "k"}, {"state", "s"}, {"iss", "https://x"}}, false, OidcProblem::wrong_answer_issuer},
      {"cancelled", {{"error", "access_denied"}, {"state", "s"}}, false, OidcProblem::denied},
      {"cancelled elsewhere", {{"error", "access_denied"}}, false, OidcProblem::wrong_state},
      {"no code", {{"state", "s"}}, false, OidcProblem::no_code},
      {"empty code", {{"code", ""}, {"state", "s"}}, false, OidcProblem::no_code},
      {"two codes", {{"code", "k"}, {"code", "l"}, {"state", "s"}}, false, OidcProblem::no_code},
  };
  for (const Row& row : rows) {
    http::Request request;
    request.parameters = row.parameters;
    OidcDocument provider = document();
    provider.sends_issuer = row.sends_issuer;
    const auto code = code_of_answer(request, provider, "s");
    EXPECT_EQ(code.has_value(), !row.problem.has_value()) << row.name;
    if (!code) {
      EXPECT_EQ(code.error(), row.problem) << row.name;
    }
  }
}

TEST(OidcProblem, SaysWhatToDoInBothLanguages) {
  std::set<std::string_view> keys;
  for (int number = 0; number <= static_cast<int>(OidcProblem::no_subject); ++number) {
    const auto problem = static_cast<OidcProblem>(number);
    EXPECT_TRUE(keys.insert(key(problem)).second);
    EXPECT_FALSE(describe(problem).id.empty() || describe(problem).en.empty());
  }
}

std::vector<std::uint8_t> ipv6(std::initializer_list<std::uint8_t> head,
                               std::initializer_list<std::uint8_t> tail = {}) {
  std::vector<std::uint8_t> bytes(head);
  bytes.resize(16 - tail.size());
  bytes.insert(bytes.end(), tail);
  return bytes;
}

TEST(Address, OfTheOpenInternetIsPublic) {
  using Bytes = std::vector<std::uint8_t>;
  for (const Bytes& bytes : {Bytes{8, 8, 8, 8}, Bytes{103, 28, 12, 1}, Bytes{172, 15, 255, 255}, Bytes{172, 32, 0, 0},
                             Bytes{223, 255, 255, 255}, Bytes{100, 128, 0, 1}, ipv6({0x24, 0x04, 0x68}, {1}),
                             ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 8, 8, 8, 8})}) {
    EXPECT_TRUE(is_public_address(bytes)) << int(bytes[0]) << "." << int(bytes[1]);
  }
  for (const Bytes& bytes : {Bytes{127, 0, 0, 1},
                             Bytes{10, 1, 2, 3},
                             Bytes{172, 16, 0, 1},
                             Bytes{172, 31, 255, 255},
                             Bytes{192, 168, 1, 1},
                             Bytes{169, 254, 169, 254},
                             Bytes{100, 64, 0, 1},
                             Bytes{0, 0, 0, 0},
                             Bytes{224, 0, 0, 1},
                             Bytes{255, 255, 255, 255},
                             ipv6({}, {1}),
                             ipv6({}),
                             ipv6({0xfe, 0x80}, {1}),
                             ipv6({0xfc}, {1}),
                             ipv6({0xff, 2}, {1}),
                             ipv6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127, 0, 0, 1}),
                             ipv6({0x20, 0x02, 10, 0, 0, 1}, {1}),
                             ipv6({0x00, 0x64, 0xff, 0x9b}, {10, 0, 0, 1}),
                             ipv6({0x20, 0x01}, {1}),
                             Bytes{},
                             Bytes{8, 8, 8}}) {
    EXPECT_FALSE(is_public_address(bytes)) << bytes.size();
  }
  EXPECT_TRUE(is_loopback_address(Bytes{127, 1, 2, 3}));
  EXPECT_TRUE(is_loopback_address(ipv6({}, {1})));
  EXPECT_FALSE(is_loopback_address(Bytes{10, 0, 0, 1}));
}

TEST(WebAddress, IsReadInOneWayOnly) {
  EXPECT_EQ(read_web_address("https://SSO.contoh.go.id:8443/a?b=c"), (WebAddress{true, "sso.contoh.go.id", "/a?b=c"}));
  EXPECT_EQ(read_web_address("http://[::1]:80"), (WebAddress{false, "::1", ""}));
  EXPECT_EQ(read_web_address("https://a?b"), (WebAddress{true, "a", "?b"}));
  for (const char* text :
       {"", "ftp://a/", "//a/", "https://", "https:///x", "https://user@a/", "https://a:b/", "https://a:/",
        "https://a:123456/", "https://a\\@b/", "https://a/#x", "https://a b/", "https://a\n/", "https://[::1",
        "HTTPS://a/", "https://[::1]x/", "https://\xC3\xA4/", "javascript:https://a/"}) {
    EXPECT_FALSE(read_web_address(text)) << text;
  }
}

}  // namespace
}  // namespace prima::identity
