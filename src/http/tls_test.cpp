#include "http/tls.h"

#include <gtest/gtest.h>
#include <openssl/ssl.h>

#include <cstdio>

#include "http/http_test_support.h"

namespace prima::http {
namespace {

using namespace test;

class Tls : public testing::Test {
 protected:
  Tls() : files_(make_certificate()) {
    options_.certificate_file = files_.certificate;
    options_.key_file = files_.key;
  }
  ~Tls() override {
    std::remove(files_.certificate.c_str());
    std::remove(files_.key.c_str());
  }

  static std::vector<Route> routes() {
    return {{.pattern = "/", .handler = [](const Request& r) { return text(r.secure ? "aman" : "terbuka"); }},
            {.pattern = "/besar", .handler = [](const Request&) { return text(std::string(3 * mebibyte, 'b')); }},
            {.method = Method::post,
             .pattern = "/kirim",
             .handler = [](const Request& r) { return text(std::to_string(r.body.size())); },
             .heavy = true}};
  }

  CertificateFiles files_;
  ServerOptions options_ = quick_options();
};

TEST_F(Tls, AnswersAndTellsBrowsersToStay) {
  RunningServer server(routes(), options_);
  const auto answers = parse_answers(ask_over_tls(server.port(), get("/", "Connection: close\r\n")));
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].body, "aman");
  EXPECT_EQ(answers[0].value("strict-transport-security"), "max-age=31536000");
}

TEST_F(Tls, AnswersSeveralRequestsOfAllSizes) {
  RunningServer server(routes(), options_);
  const std::string requests =
      post("/kirim", std::string(300'000, 'a')) + get("/besar") + get("/", "Connection: close\r\n");
  const auto answers = parse_answers(ask_over_tls(server.port(), requests));
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[0].body, "300000");
  EXPECT_EQ(answers[1].body.size(), 3 * mebibyte);
  EXPECT_EQ(answers[2].body, "aman");
}

TEST_F(Tls, SpeaksVersion12ButNothingOlder) {
  RunningServer server(routes(), options_);
  const std::string request = get("/", "Connection: close\r\n");
  EXPECT_NE(ask_over_tls(server.port(), request, TLS1_2_VERSION), "");
  EXPECT_EQ(ask_over_tls(server.port(), request, TLS1_1_VERSION), "");
  EXPECT_EQ(ask_over_tls(server.port(), request, TLS1_VERSION), "");
}

TEST_F(Tls, RefusesASlowHead) {
  RunningServer server(routes(), options_);
  const auto answers = parse_answers(ask_over_tls(server.port(), "GET / HTTP/1.1\r\nHost: a\r\n"));
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].status, 408);
}

TEST_F(Tls, ClosesAClientThatDoesNotShakeHands) {
  RunningServer server(routes(), options_);
  Client silent(server.port());
  Client plain(server.port());
  plain.send(get("/"));
  EXPECT_EQ(plain.read_to_end().find("HTTP"), std::string::npos);
  EXPECT_TRUE(silent.ends());
}

TEST_F(Tls, SaysWhichFileCannotBeUsed) {
  const auto words_of = [](const std::string& certificate, const std::string& key) {
    try {
      make_tls(certificate, key);
    } catch (const ServerError& error) {
      return error.words.en;
    }
    return std::string("no error");
  };
  EXPECT_EQ(words_of(files_.certificate, files_.key), "no error");
  EXPECT_NE(words_of("/nowhere.pem", files_.key).find("/nowhere.pem"), std::string::npos);
  EXPECT_NE(words_of(files_.certificate, files_.certificate).find(files_.certificate), std::string::npos);
  const CertificateFiles others = make_certificate();
  EXPECT_NE(words_of(files_.certificate, others.key).find(others.key), std::string::npos);
  std::remove(others.certificate.c_str());
  std::remove(others.key.c_str());
}

}  // namespace
}  // namespace prima::http
