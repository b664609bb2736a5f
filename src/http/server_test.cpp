#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <memory>
#include <stdexcept>
#include <thread>

#include "http/http_test_support.h"
#include "http/problem.h"

namespace prima::http {
namespace {

using namespace test;
using std::chrono::milliseconds;

std::string big_page() {
  std::string page;
  for (int i = 0; i < 400; ++i) page += "<p>baris " + std::to_string(i) + "</p>\n";
  return page;
}

std::vector<Route> usual_routes() {
  return {
      {.pattern = "/", .handler = [](const Request&) { return html("<p>halo</p>"); }, .cacheable = true},
      {.pattern = "/orang/{nama}",
       .handler =
           [](const Request& r) {
             return text(std::string(r.capture("nama")) + ":" + std::string(r.query("q").value_or("-")));
           }},
      {.pattern = "/halaman",
       .handler = [page = prepare(big_page())](const Request&) { return html(page); },
       .cacheable = true},
      {.pattern = "/gagal", .handler = [](const Request&) -> Response { throw std::runtime_error("rusak sekali"); }},
      {.pattern = "/salah", .handler = [](const Request&) { return text("x").with("X-A", "a\r\nSet-Cookie: b=c"); }},
      {.pattern = "/berat",
       .handler =
           [](const Request&) {
             std::this_thread::sleep_for(milliseconds(20));
             return text("selesai");
           },
       .heavy = true},
      {.method = Method::post,
       .pattern = "/kirim",
       .handler = [](const Request& r) { return text(std::to_string(r.body.size())); },
       .body_limit = 8 * mebibyte},
      {.method = Method::post,
       .pattern = "/kecil",
       .handler = [](const Request& r) { return text(r.body); },
       .body_limit = 10},
      {.pattern = "/besar", .handler = [](const Request&) { return text(std::string(20 * mebibyte, 'b')); }},
  };
}

// Where a handler waits until the test lets it go on.
class Gate {
 public:
  void pass() {
    entered_.set_value();
    opened_.get_future().wait();
  }
  void wait_until_entered() { entered_.get_future().wait(); }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> entered_;
  std::promise<void> opened_;
};

std::vector<Route> gated_routes(Gate& gate) {
  std::vector<Route> routes = usual_routes();
  routes.push_back({.pattern = "/pintu",
                    .handler =
                        [&gate](const Request&) {
                          gate.pass();
                          return text("selesai");
                        },
                    .heavy = true});
  return routes;
}

TEST(Server, AnswersOnTheRouteWithItsCaptures) {
  RunningServer server(usual_routes());
  const Answer answer = ask(server.port(), get("/orang/Siti%20Aminah?q=a+b%26c"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "Siti Aminah:a b&c");
  EXPECT_EQ(answer.value("content-type"), "text/plain; charset=utf-8");
}

TEST(Server, SendsTheSecurityHeadersWithEveryAnswer) {
  RunningServer server(usual_routes());
  const std::vector<std::string> requests = {get("/"), get("/tidak-ada"), get("/gagal"), "rusak\r\n\r\n",
                                             "OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n"};
  for (const std::string& request : requests) {
    const Answer answer = ask(server.port(), request);
    SCOPED_TRACE(answer.status);
    const std::string policy = answer.value("content-security-policy");
    EXPECT_NE(policy.find("default-src 'self'"), std::string::npos);
    EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_EQ(policy.find("unsafe"), std::string::npos);
    EXPECT_EQ(answer.value("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.value("referrer-policy"), "same-origin");
    EXPECT_EQ(answer.value("cross-origin-opener-policy"), "same-origin");
    EXPECT_EQ(answer.value("cross-origin-resource-policy"), "same-origin");
    EXPECT_NE(answer.value("permissions-policy"), "");
    EXPECT_NE(answer.value("date"), "");
    EXPECT_FALSE(answer.field("strict-transport-security"));
    EXPECT_FALSE(answer.field("server"));
  }
}

TEST(Server, AnswersHeadLikeGetWithoutBody) {
  RunningServer server(usual_routes());
  const Answer full = ask(server.port(), get("/"));
  const Answer head = ask(server.port(), "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.value("content-length"), full.value("content-length"));
  EXPECT_EQ(head.value("etag"), full.value("etag"));
  EXPECT_EQ(full.body, "<p>halo</p>");
}

TEST(Server, SaysWhichMethodsAreAllowed) {
  RunningServer server(usual_routes());
  const Answer wrong = ask(server.port(), "PUT /kirim HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(wrong.value("allow"), "POST, OPTIONS");
  const Answer asked = ask(server.port(), "OPTIONS / HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(asked.status, 204);
  EXPECT_EQ(asked.value("allow"), "GET, HEAD, OPTIONS");
  EXPECT_FALSE(asked.field("content-length"));
}

TEST(Server, GoesOnAfterAHandlerThatThrows) {
  RunningServer server(usual_routes());
  Client client(server.port());
  client.send(get("/gagal") + get("/"));
  const auto answers = parse_answers(client.read_to_end());
  ASSERT_EQ(answers.size(), 1U) << "the connection ends with the failure";
  EXPECT_EQ(answers[0].status, 500);
  EXPECT_EQ(ask(server.port(), get("/")).status, 200);
  ASSERT_EQ(server.log().failures().size(), 1U);
  const std::string failure = server.log().failures()[0];
  EXPECT_NE(failure.find("/gagal rusak sekali"), std::string::npos);
  const std::string id = failure.substr(0, failure.find(' '));
  EXPECT_NE(answers[0].body.find(id), std::string::npos) << "the page shows the number of the line in the log";
  EXPECT_EQ(answers[0].body.find("rusak"), std::string::npos) << "the page does not show what was thrown";
}

TEST(Server, DoesNotSendAHeaderThatWouldBreakTheHead) {
  RunningServer server(usual_routes());
  const Answer answer = ask(server.port(), get("/salah"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_FALSE(answer.field("set-cookie"));
  EXPECT_EQ(server.log().failures().size(), 1U);
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  RunningServer server(usual_routes());
  Client client(server.port());
  std::string requests;
  for (int i = 0; i < 50; ++i) requests += get("/orang/" + std::to_string(i));
  requests += get("/berat") + post("/kirim", std::string(100'000, 'a')) + get("/orang/akhir", "Connection: close\r\n");
  client.send(requests);
  const auto answers = parse_answers(client.read_to_end());
  ASSERT_EQ(answers.size(), 53U);
  for (std::size_t i = 0; i < 50; ++i) EXPECT_EQ(answers[i].body, std::to_string(i) + ":-");
  EXPECT_EQ(answers[50].body, "selesai");
  EXPECT_EQ(answers[51].body, "100000");
  EXPECT_EQ(answers[52].body, "akhir:-");
}

TEST(Server, AnswersPipelinedRequestsBehindChunks) {
  RunningServer server(usual_routes());
  Client client(server.port());
  client.send("POST /kirim HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("5\r\nabcde\r\n0\r\n\r\n" + get("/orang/a") + get("/orang/b", "Connection: close\r\n"));
  const auto answers = parse_answers(client.read_to_end());
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(answers[0].body, "5");
  EXPECT_EQ(answers[2].body, "b:-");
}

TEST(Server, TakesALargerBodyWhereTheRouteAllowsIt) {
  RunningServer server(usual_routes());
  EXPECT_EQ(ask(server.port(), post("/kirim", std::string(8 * mebibyte, 'a'))).body, "8388608");
  EXPECT_EQ(ask(server.port(), post("/kecil", "0123456789")).body, "0123456789");
}

TEST(Server, RefusesALargerBodyBeforeItIsSent) {
  RunningServer server(usual_routes());
  Client client(server.port());
  client.send("POST /kecil HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
  EXPECT_EQ(parse_answers(client.read_answers()).at(0).status, 413);
}

TEST(Server, DeliversTheRefusalToASenderThatGoesOn) {
  RunningServer server(usual_routes());
  Client client(server.port());
  client.send("POST /kecil HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
  client.send(std::string(1'000'000, 'a'));
  EXPECT_EQ(parse_answers(client.read_answers()).at(0).status, 413);
}

TEST(Server, RefusesMoreBodiesThanItsMemoryHolds) {
  ServerOptions options = quick_options();
  options.body_memory = mebibyte;
  RunningServer server(usual_routes(), options);
  EXPECT_EQ(ask(server.port(), post("/kirim", std::string(3 * mebibyte, 'a'))).status, 503);
  EXPECT_EQ(ask(server.port(), post("/kirim", std::string(mebibyte / 4, 'a'))).status, 200) << "the memory came back";
}

TEST(Server, SendsAnAnswerThatIsLargerThanTheSocketTakes) {
  RunningServer server(usual_routes());
  EXPECT_EQ(ask(server.port(), get("/besar")).body.size(), 20 * mebibyte);
}

TEST(Server, GivesUpOnAClientThatDoesNotRead) {
  RunningServer server(usual_routes());
  Client client(server.port());
  client.send(get("/besar"));
  std::this_thread::sleep_for(milliseconds(100));
  const auto open = [&] { return server.metrics().text().find("prima_http_connections_open 0") == std::string::npos; };
  EXPECT_TRUE(open());
  std::this_thread::sleep_for(milliseconds(600));
  EXPECT_FALSE(open());
}

TEST(Server, ServesOthersWhileAHeavyRouteWorks) {
  Gate gate;
  RunningServer server(gated_routes(gate));
  Client slow(server.port());
  slow.send(get("/pintu"));
  gate.wait_until_entered();
  for (int i = 0; i < 8; ++i) EXPECT_EQ(ask(server.port(), get("/")).status, 200);
  gate.open();
  EXPECT_EQ(parse_answers(slow.read_answers()).at(0).body, "selesai");
}

TEST(Server, LetsMoreConnectionsThanItsLimitWait) {
  ServerOptions options = quick_options();
  options.max_connections = 2;
  RunningServer server(usual_routes(), options);
  auto first = std::make_unique<Client>(server.port());
  Client second(server.port());
  first->send(get("/"));
  second.send(get("/"));
  EXPECT_NE(first->read_answers(), "");
  EXPECT_NE(second.read_answers(), "");
  Client third(server.port());
  third.send(get("/"));
  EXPECT_FALSE(third.ended_within(100));
  first.reset();
  EXPECT_EQ(third.read_until("halo").substr(0, 12), "HTTP/1.1 200");
}

TEST(Server, CountsWhatItAnswers) {
  RunningServer server(usual_routes());
  ask(server.port(), get("/orang/a"));
  ask(server.port(), get("/orang/b"));
  ask(server.port(), get("/tidak-ada"));
  const std::string text = server.metrics().text();
  EXPECT_NE(text.find("prima_http_requests_total{route=\"/orang/{nama}\",method=\"GET\",status=\"2xx\"} 2\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("prima_http_requests_total{route=\"-\",method=\"-\",status=\"4xx\"} 1\n"), std::string::npos);
  EXPECT_NE(text.find("prima_http_connections_total 3\n"), std::string::npos);
}

TEST(Server, LogsTheRouteAndNothingAboutThePerson) {
  RunningServer server(usual_routes());
  const Answer answer = ask(server.port(), get("/orang/rahasia?nik=123", "User-Agent: peramban\r\n"));
  server.stop();
  server.wait();
  const auto lines = server.log().lines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].method, Method::get);
  EXPECT_EQ(lines[0].route, "/orang/{nama}");
  EXPECT_EQ(lines[0].status, 200);
  EXPECT_GT(lines[0].bytes, answer.body.size());
}

TEST(Server, BelievesAServerInFrontOnlyWhenToldTo) {
  const std::vector<Route> routes{{.pattern = "/siapa", .handler = [](const Request& request) {
                                     return text(std::string(request.source) + (request.secure ? " aman" : " polos"));
                                   }}};
  const std::string asked = "GET /siapa HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9, 192.0.2.7\r\n\r\n";
  const auto answer_of = [&](bool tls_in_front) {
    ServerOptions options = quick_options();
    options.tls_in_front = tls_in_front;
    RunningServer server(routes, options);
    Client client(server.port());
    client.send(asked);
    return parse_answers(client.read_answers()).at(0);
  };
  EXPECT_EQ(answer_of(false).body, "127.0.0.1 polos");
  EXPECT_EQ(answer_of(true).body, "192.0.2.7 aman");
  EXPECT_EQ(answer_of(false).value("strict-transport-security"), "");
  EXPECT_NE(answer_of(true).value("strict-transport-security"), "");
}

TEST(Server, ManyHandlersThatWaitRunAtTheSameTime) {
  constexpr int together = 16;
  std::latch all_here(together);
  RunningServer server({{.pattern = "/tunggu",
                         .handler =
                             [&](const Request&) {
                               all_here.arrive_and_wait();
                               return text("bersama");
                             },
                         .waits = true}});
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < together; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send(get("/tunggu"));
  }
  for (const auto& client : clients) EXPECT_EQ(parse_answers(client->read_answers()).at(0).body, "bersama");
}

TEST(ServerStop, FinishesWhatHasBegun) {
  Gate gate;
  RunningServer server(gated_routes(gate));
  Client heavy(server.port());
  Client sending(server.port());
  Client idle(server.port());
  idle.send(get("/"));
  idle.read_answers();
  heavy.send(get("/pintu"));
  gate.wait_until_entered();
  sending.send("POST /kirim HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  sending.read_until("\r\n\r\n");
  server.stop();
  EXPECT_TRUE(idle.ends()) << "a connection without a request ends";
  sending.send("abcd");
  const auto sent = parse_answers(sending.read_to_end());
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].body, "4");
  EXPECT_EQ(sent[0].value("connection"), "close");
  gate.open();
  EXPECT_EQ(parse_answers(heavy.read_to_end()).at(0).body, "selesai");
  server.wait();
  EXPECT_THROW(Client(server.port()).send("x"), std::exception) << "nobody listens any more";
}

TEST(ServerStop, DoesNotWaitForeverForASender) {
  ServerOptions options = quick_options();
  options.read_timeout_ms = 60'000;
  options.stop_timeout_ms = 300;
  RunningServer server(usual_routes(), options);
  Client client(server.port());
  client.send("POST /kirim HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
  std::this_thread::sleep_for(milliseconds(50));
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  server.wait();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(1500));
  EXPECT_TRUE(client.ended_within(100));
}

TEST(ServerStop, MayComeFirstAndTwice) {
  const Router router(usual_routes());
  Metrics metrics;
  Server server(quick_options(), router, metrics, nullptr);
  server.stop();
  server.stop();
  server.run();
}

TEST(ServerStop, LosesNoAnswerUnderLoad) {
  RunningServer server(usual_routes());
  std::atomic<bool> stopped{false};
  std::vector<std::thread> clients;
  std::atomic<int> torn{0};
  std::atomic<int> answered{0};
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      while (!stopped) {
        try {
          Client client(server.port());
          for (;;) {
            if (!client.send(get("/halaman"))) break;
            const std::string bytes = client.read_until("baris 399</p>\n");
            if (bytes.empty()) break;
            bytes.ends_with("baris 399</p>\n") ? ++answered : ++torn;
            if (bytes.find("Connection: close") != std::string::npos) break;
          }
        } catch (const std::exception&) {
          break;
        }
      }
    });
  }
  std::this_thread::sleep_for(milliseconds(200));
  server.stop();
  server.wait();
  stopped = true;
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(torn, 0);
  EXPECT_GT(answered, 100);
}

TEST(ServerError, SaysThatThePortIsTaken) {
  RunningServer server(usual_routes());
  ServerOptions options = quick_options();
  options.port = server.port();
  const Router router(usual_routes());
  Metrics metrics;
  try {
    const Server second(options, router, metrics, nullptr);
    FAIL() << "two servers on one port";
  } catch (const ServerError& error) {
    EXPECT_NE(error.words.id.find("sudah dipakai"), std::string::npos);
    EXPECT_NE(error.words.en.find("is used by another program"), std::string::npos);
  }
}

TEST(ServerError, SaysThatTheAddressIsNone) {
  ServerOptions options = quick_options();
  options.address = "bukan alamat";
  const Router router(usual_routes());
  Metrics metrics;
  EXPECT_THROW(Server(options, router, metrics, nullptr), ServerError);
}

}  // namespace
}  // namespace prima::http
