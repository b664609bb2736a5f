#include "identity/oidc_client.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <thread>

#include "identity/oidc_test_support.h"

namespace prima::identity {
namespace {

using test::SigningKey;
using test::Token;

const OidcSettings settings{.issuer = "https://sso.contoh.go.id",
                            .client_id = "prima",
                            .client_secret = "rahasia",
                            .redirect_address = "https://prima.contoh.go.id/masuk/kembali"};

// A provider in this process: what it answers may be changed between calls.
class Provider : public OutgoingCalls {
 public:
  Result<OutgoingAnswer, CallFailure> call(const OutgoingRequest& request) override {
    ++count[request.address];
    last = request;
    const auto found = answers.find(request.address);
    if (found == answers.end()) return failure(CallFailure{CallProblem::unreachable, ""});
    return OutgoingAnswer{status, found->second};
  }

  Provider() {
    answers["https://sso.contoh.go.id/.well-known/openid-configuration"] =
        R"({"issuer":"https://sso.contoh.go.id","authorization_endpoint":"https://sso.contoh.go.id/auth",)"
        R"("token_endpoint":"https://sso.contoh.go.id/token","jwks_uri":"https://sso.contoh.go.id/jwks",)"
        R"("end_session_endpoint":"https://sso.contoh.go.id/end"})";
    publish(key.jwk());
    give(Token{});
  }
  void publish(const std::string& keys) { answers["https://sso.contoh.go.id/jwks"] = "{\"keys\":[" + keys + "]}"; }
  void give(const Token& token) {
    answers["https://sso.contoh.go.id/token"] =
        R"({"access_token":"a","token_type":"Bearer","id_token":")" + token.signed_with(key) + "\"}";
  }

  SigningKey key{SigningKey::Kind::rsa, "one"};
  std::map<std::string, std::string> answers;
  std::map<std::string, int> count;
  OutgoingRequest last;
  int status = 200;
};

http::Request answer_of_browser() {
  http::Request request;
  request.parameters = {{"code", "k0de"}, {"state", "the state"}};
  return request;
}
const OidcClient::Begun begun{"the state", "the nonce", "the verifier"};

TEST(OidcClient, KnowsThePersonByIssuerAndSubject) {
  Provider provider;
  OidcClient client(settings, provider);
  EXPECT_TRUE(client.start({"c", "the state", "the nonce", "v"}, Language::id, test::token_now)
                  ->starts_with("https://sso.contoh.go.id/auth?response_type=code"));
  const auto person = client.finish(answer_of_browser(), begun, test::token_now);
  ASSERT_TRUE(person) << key(person.error());
  EXPECT_EQ(person->issuer, "https://sso.contoh.go.id");
  EXPECT_EQ(person->subject, "198001012005011001");
  EXPECT_EQ(person->mail, "sari@contoh.go.id");
  EXPECT_EQ(person->name, "Sari Wulandari");
  EXPECT_EQ(
      client.sign_out_address("https://prima.contoh.go.id/"),
      "https://sso.contoh.go.id/end?client_id=prima&post_logout_redirect_uri=https%3A%2F%2Fprima.contoh.go.id%2F");
}

TEST(OidcClient, SendsTheVerifierAndItsSecretToTheProvider) {
  Provider provider;
  OidcClient client(settings, provider);
  provider.publish("");
  EXPECT_FALSE(client.finish(answer_of_browser(), begun, test::token_now));
  provider.publish(provider.key.jwk());
  OidcClient again(settings, provider);
  provider.answers.erase("https://sso.contoh.go.id/jwks");
  EXPECT_FALSE(again.finish(answer_of_browser(), begun, test::token_now));
  provider.answers.erase("https://sso.contoh.go.id/token");
  EXPECT_FALSE(again.finish(answer_of_browser(), begun, test::token_now));
  ASSERT_TRUE(provider.last.body);
  EXPECT_NE(provider.last.body->find("code=k0de&"), std::string::npos);
  EXPECT_NE(provider.last.body->find("code_verifier=the%20verifier"), std::string::npos);
  EXPECT_EQ(provider.last.headers.back().second, "Basic cHJpbWE6cmFoYXNpYQ==");
}

TEST(OidcClient, BelievesNoMailThatWasNotVerified) {
  Provider provider;
  OidcClient client(settings, provider);
  Token token;
  token.more = R"(,"email":"walikota@contoh.go.id","email_verified":false)";
  provider.give(token);
  EXPECT_EQ(client.finish(answer_of_browser(), begun, test::token_now)->mail, "");
  token.more = R"(,"email":"walikota@contoh.go.id")";
  provider.give(token);
  EXPECT_EQ(client.finish(answer_of_browser(), begun, test::token_now)->mail, "");
}

TEST(OidcClient, RefusesABadProvider) {
  struct Row {
    const char* name;
    OidcProblem problem;
    void (*spoil)(Provider&);
  };
  const Row rows[] = {
      {"document of another issuer", OidcProblem::wrong_issuer,
       [](Provider& p) {
         p.answers["https://sso.contoh.go.id/.well-known/openid-configuration"] =
             R"({"issuer":"https://jahat.example"})";
       }},
      {"document is a page", OidcProblem::bad_document,
       [](Provider& p) { p.answers["https://sso.contoh.go.id/.well-known/openid-configuration"] = "<html>"; }},
      {"does not answer", OidcProblem::unreachable, [](Provider& p) { p.answers.clear(); }},
      {"answers with an error", OidcProblem::unreachable, [](Provider& p) { p.status = 500; }},
      {"redirects", OidcProblem::unreachable, [](Provider& p) { p.status = 302; }},
      {"token is no JSON", OidcProblem::bad_answer,
       [](Provider& p) { p.answers["https://sso.contoh.go.id/token"] = "id_token=x"; }},
      {"keys are no JSON", OidcProblem::bad_document,
       [](Provider& p) { p.answers["https://sso.contoh.go.id/jwks"] = "-----BEGIN"; }},
      {"none", OidcProblem::wrong_algorithm, [](Provider& p) { p.give(Token{.algorithm = "none"}); }},
      {"another kid", OidcProblem::unknown_key, [](Provider& p) { p.give(Token{.key_id = R"(,"kid":"x")"}); }},
      {"another key", OidcProblem::bad_signature,
       [](Provider& p) { p.publish(SigningKey(SigningKey::Kind::rsa, "one").jwk()); }},
      {"another nonce", OidcProblem::wrong_nonce, [](Provider& p) { p.give(Token{.nonce = R"(,"nonce":"x")"}); }},
      {"another aud", OidcProblem::wrong_audience, [](Provider& p) { p.give(Token{.audience = R"(,"aud":"x")"}); }},
      {"another iss", OidcProblem::wrong_token_issuer, [](Provider& p) { p.give(Token{.issuer = R"("iss":"x")"}); }},
  };
  for (const Row& row : rows) {
    Provider provider;
    row.spoil(provider);
    OidcClient client(settings, provider);
    const auto person = client.finish(answer_of_browser(), begun, test::token_now);
    ASSERT_FALSE(person) << row.name;
    EXPECT_EQ(person.error(), row.problem) << row.name << ": " << key(person.error());
  }
}

TEST(OidcClient, AsksForTheDocumentOnceAnHourAndForNewKeysOnceAMinute) {
  Provider provider;
  OidcClient client(settings, provider);
  Instant now = test::token_now;
  for (int each = 0; each < 5; ++each) EXPECT_TRUE(client.finish(answer_of_browser(), begun, now));
  EXPECT_EQ(provider.count["https://sso.contoh.go.id/.well-known/openid-configuration"], 1);
  EXPECT_EQ(provider.count["https://sso.contoh.go.id/jwks"], 1);
  provider.give(Token{.key_id = R"(,"kid":"new")"});
  for (int each = 0; each < 5; ++each) EXPECT_FALSE(client.finish(answer_of_browser(), begun, now));
  EXPECT_EQ(provider.count["https://sso.contoh.go.id/jwks"], 1) << "not within the same minute";
  now += std::chrono::seconds(61);
  for (int each = 0; each < 5; ++each) EXPECT_FALSE(client.finish(answer_of_browser(), begun, now));
  EXPECT_EQ(provider.count["https://sso.contoh.go.id/jwks"], 2);
  now += std::chrono::hours(1);
  EXPECT_TRUE(client.start({"c", "s", "n", "v"}, Language::id, now));
  EXPECT_EQ(provider.count["https://sso.contoh.go.id/.well-known/openid-configuration"], 2);
}

TEST(OidcClient, FindsTheNewKeyOfAProviderThatChangedIt) {
  Provider provider;
  OidcClient client(settings, provider);
  Instant now = test::token_now;
  ASSERT_TRUE(client.finish(answer_of_browser(), begun, now));
  provider.key = SigningKey(SigningKey::Kind::rsa, "new");
  provider.publish(provider.key.jwk());
  provider.give(Token{.key_id = R"(,"kid":"new")"});
  now += std::chrono::seconds(61);
  EXPECT_TRUE(client.finish(answer_of_browser(), begun, now));
}

// Answers one request on the loopback address with the given bytes.
class OneAnswer {
 public:
  explicit OneAnswer(std::string bytes) : listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(listener_, 1), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, bytes = std::move(bytes)] { answer(bytes); });
  }
  ~OneAnswer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  OneAnswer(const OneAnswer&) = delete;
  OneAnswer& operator=(const OneAnswer&) = delete;

  std::string address(std::string_view host = "127.0.0.1") const {
    return fmt::format("http://{}:{}/x?y=z", host, port_);
  }
  const std::string& request() const { return request_; }

 private:
  void answer(const std::string& bytes) {
    const int peer = accept(listener_, nullptr, nullptr);
    if (peer < 0) return;
    std::string part(4096, '\0');
    const bool has_body = bytes.find("with body") != std::string::npos;
    do {
      const ssize_t count = read(peer, part.data(), part.size());
      if (count <= 0) break;
      request_ += part.substr(0, static_cast<std::size_t>(count));
    } while (request_.find(has_body ? "isi=1" : "\r\n\r\n") == std::string::npos);
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const ssize_t count = ::send(peer, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (count <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(count));
    }
    close(peer);
  }

  int listener_;
  std::uint16_t port_ = 0;
  std::string request_;
  std::thread thread_;
};

std::string ok(std::string_view body) {
  return fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{}", body.size(), body);
}

TEST(CurlCalls, BringTheAnswerAndSendTheBody) {
  const OneAnswer server(ok("with body"));
  CurlCalls calls({.timeout = std::chrono::seconds(5), .loopback = true});
  const auto answer = calls.call({.address = server.address(),
                                  .body = "isi=1",
                                  .headers = {{"Content-Type", "text/x-isi"}, {"X-Bad", "a\r\nX-Made: b"}}});
  ASSERT_TRUE(answer) << answer.error().detail;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "with body");
  EXPECT_TRUE(server.request().starts_with("POST /x?y=z HTTP/1.1\r\n"));
  EXPECT_NE(server.request().find("Content-Type: text/x-isi\r\n"), std::string::npos);
  EXPECT_EQ(server.request().find("X-Made"), std::string::npos);
}

TEST(CurlCalls, FollowNoRedirect) {
  const OneAnswer server("HTTP/1.1 302 Found\r\nLocation: https://contoh.go.id/\r\nContent-Length: 0\r\n\r\n");
  CurlCalls calls({.timeout = std::chrono::seconds(5), .loopback = true});
  const auto answer = calls.call({.address = server.address()});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 302);
}

TEST(CurlCalls, TakeNoMoreThanTheLimit) {
  const OneAnswer server(ok(std::string(5000, 'x')));
  CurlCalls calls({.timeout = std::chrono::seconds(5), .largest_answer = 4999, .loopback = true});
  const auto answer = calls.call({.address = server.address()});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().problem, CallProblem::too_large);
}

TEST(CurlCalls, WaitNoLongerThanTheLimit) {
  const OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab");
  CurlCalls calls({.timeout = std::chrono::milliseconds(300), .loopback = true});
  const auto answer = calls.call({.address = server.address()});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().problem, CallProblem::unreachable);
}

TEST(CurlCalls, ReachNothingInAPrivateNetwork) {
  CurlCalls calls({.timeout = std::chrono::seconds(2)});
  CurlCalls local({.timeout = std::chrono::seconds(2), .loopback = true});
  const OneAnswer server(ok("secret"));
  for (const char* address :
       {"https://127.0.0.1/", "https://localhost/", "https://10.0.0.1/", "https://169.254.169.254/", "https://[::1]/",
        "https://192.168.0.1/", "https://2130706433/", "https://0x7f.1/", "https://0/", "http://contoh.go.id/",
        "file:///etc/passwd", "gopher://127.0.0.1/"}) {
    const auto answer = calls.call({.address = address});
    ASSERT_FALSE(answer) << address;
    EXPECT_EQ(answer.error().problem, CallProblem::not_allowed) << address << " " << answer.error().detail;
  }
  EXPECT_EQ(calls.call({.address = server.address()}).error().problem, CallProblem::not_allowed);
  EXPECT_EQ(local.call({.address = "https://10.0.0.1/"}).error().problem, CallProblem::not_allowed);
}

}  // namespace
}  // namespace prima::identity
