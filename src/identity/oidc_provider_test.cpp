#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>

#include "http/target.h"
#include "identity/child_process_test_support.h"
#include "identity/curl_handle.h"
#include "identity/oidc_client.h"
#include "identity/system_random.h"

// Against oidc-provider, a certified implementation (tests/oidc). Installed by `npm ci --ignore-scripts` there.
namespace prima::identity {
namespace {

const std::string folder = PRIMA_SOURCE_DIR "/tests/oidc";

Instant now() { return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

std::size_t forget(char*, std::size_t size, std::size_t count, void*) { return size * count; }

// Goes to `address` as a browser does: keeps cookies, follows redirects. Gives the address where it ends.
std::string browse(const std::string& address) {
  const CurlHandle curl = make_curl();
  curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_COOKIEFILE, "");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_MAXREDIRS, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, forget);
  EXPECT_EQ(curl_easy_perform(curl.get()), CURLE_OK);
  const char* end = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &end);
  return end == nullptr ? "" : end;
}

// What the browser brings back to us.
http::Request answer_in(const std::string& address) {
  http::Request request;
  const std::size_t query = address.find('?');
  if (query != std::string::npos) request.parameters = http::read_query(address.substr(query + 1)).value();
  return request;
}

class RealProvider : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder + "/node_modules/oidc-provider")) {
      GTEST_SKIP() << "run npm ci --ignore-scripts in tests/oidc";
    }
    provider_.emplace(std::vector<std::string>{"node", folder + "/provider.mjs", GetParam()});
  }

  OidcSettings settings() const {
    const std::string origin = fmt::format("http://127.0.0.1:{}", provider_->port());
    return {.issuer = origin,
            .client_id = "prima",
            .client_secret = "rahasia: dua kata",
            .redirect_address = origin + "/kembali"};
  }

  CurlCalls calls_{CallLimits{.timeout = std::chrono::seconds(10), .loopback = true}};
  const OidcSecrets secrets_ = make_oidc_secrets(random_bytes(oidc_random_bytes));
  const OidcClient::Begun begun_{secrets_.state, secrets_.nonce, secrets_.verifier};

 private:
  std::optional<test::ChildProcess> provider_;
};
INSTANTIATE_TEST_SUITE_P(Algorithms, RealProvider, testing::Values("RS256", "PS256", "ES256", "EdDSA"),
                         [](const auto& each) { return std::string(each.param); });

TEST_P(RealProvider, SignsAPersonIn) {
  OidcClient client(settings(), calls_, true);
  const auto address = client.start(secrets_, Language::id, now());
  ASSERT_TRUE(address) << key(address.error());
  const std::string end = browse(*address);
  ASSERT_TRUE(end.starts_with(settings().redirect_address)) << end;
  const auto person = client.finish(answer_in(end), begun_, now());
  ASSERT_TRUE(person) << key(person.error());
  EXPECT_EQ(person->issuer, settings().issuer);
  EXPECT_EQ(person->subject, "198001012005011001");
  EXPECT_EQ(person->mail, "sari@contoh.go.id");
  EXPECT_EQ(person->name, "Sari Wulandari");
  EXPECT_NE(client.sign_out_address("https://x/"), "");
  const auto again = client.finish(answer_in(end), begun_, now());
  ASSERT_FALSE(again) << "the provider takes a code once";
}

TEST_P(RealProvider, RefusesAnotherVerifierAndAnotherSecret) {
  OidcClient client(settings(), calls_, true);
  const std::string end = browse(client.start(secrets_, Language::id, now()).value());
  OidcClient::Begun other = begun_;
  other.verifier = make_oidc_secrets(random_bytes(oidc_random_bytes)).verifier;
  EXPECT_FALSE(client.finish(answer_in(end), other, now()));
  OidcSettings wrong = settings();
  wrong.client_secret = "lain";
  OidcClient stranger(wrong, calls_, true);
  const std::string second = browse(stranger.start(secrets_, Language::id, now()).value());
  EXPECT_FALSE(stranger.finish(answer_in(second), begun_, now()));
}

TEST_P(RealProvider, AnswersThatItSignedForAnotherSignInAreRefused) {
  OidcClient client(settings(), calls_, true);
  const std::string end = browse(client.start(secrets_, Language::id, now()).value());
  OidcClient::Begun other = begun_;
  other.nonce = "another nonce";
  EXPECT_EQ(client.finish(answer_in(end), other, now()).error(), OidcProblem::wrong_nonce);
  other = begun_;
  other.state = "another state";
  EXPECT_EQ(client.finish(answer_in(end), other, now()).error(), OidcProblem::wrong_state);
}

}  // namespace
}  // namespace prima::identity
