#include "http/connection.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "http/http_test_support.h"

// HTTP without sockets and without waiting: the test is the clock.
namespace prima::http {
namespace {

using namespace test;
using std::chrono::milliseconds;
using Want = Connection::Want;

class ConnectionTest : public testing::Test {
 protected:
  ConnectionTest() { now_.instant += std::chrono::hours(1); }

  Connection& connection() {
    if (!connection_) connection_.emplace(service_, Connection::Client{}, now_);
    return *connection_;
  }
  void pass(milliseconds time) { now_.instant += time; }
  void expire() {
    ASSERT_GE(now_.instant, connection().deadline());
    connection().expired(now_);
  }

  void receive(std::string_view bytes) {
    while (!bytes.empty()) {
      ASSERT_EQ(connection().want(), Want::read);
      const std::span<char> room = connection().room();
      const std::size_t size = std::min(room.size(), bytes.size());
      std::copy_n(bytes.begin(), size, room.begin());
      bytes.remove_prefix(size);
      connection().received(size, now_);
      if (connection().want() != Want::read) break;
    }
  }
  // What the connection writes until it wants something else, taken in pieces.
  std::string sent(std::size_t piece = 1000) {
    std::string bytes;
    while (connection().want() == Want::write) {
      const auto pieces = connection().output();
      const std::string all = std::string(pieces[0]) + std::string(pieces[1]);
      const std::size_t size = std::min(piece, all.size());
      bytes += all.substr(0, size);
      connection().written(size, now_);
    }
    return bytes;
  }
  int status() { return parse_answers(sent()).at(0).status; }

  Router router_{{{.pattern = "/", .handler = [](const Request&) { return text("halo"); }},
                  {.pattern = "/berat", .handler = [](const Request&) { return text("berat"); }, .heavy = true},
                  {.pattern = "/aneh", .handler = [](const Request&) -> Response { throw 7; }},
                  {.method = Method::post, .pattern = "/", .handler = [](const Request& r) { return text(r.body); }}},
                 [](const Request& request, int status, const Words& detail) -> Response {
                   if (request.path == "/lubang") throw std::runtime_error("error page");
                   return plain_error_page(request, status, detail);
                 }};
  Metrics metrics_;
  RecordingLog log_;
  Service service_{.router = router_,
                   .metrics = metrics_,
                   .log = &log_,
                   .head_limits = {},
                   .timeouts = {.read = milliseconds(1000),
                                .idle = milliseconds(5000),
                                .linger = milliseconds(100),
                                .least_rate = 1000},
                   .body_memory = BodyMemory(100'000)};
  Now now_{{}, 0};
  std::optional<Connection> connection_;
};

TEST_F(ConnectionTest, AnswersInPiecesOfAnySize) {
  receive(get("/"));
  const std::string whole = sent();
  for (const std::size_t piece : {1U, 7U, 500U}) {
    receive(get("/"));
    EXPECT_EQ(sent(piece), whole) << piece;
  }
}

TEST_F(ConnectionTest, GivesAFirstRequestLessPatienceThanASecond) {
  EXPECT_EQ(connection().deadline(), now_.instant + milliseconds(1000));
  receive(get("/"));
  sent();
  EXPECT_EQ(connection().deadline(), now_.instant + milliseconds(5000));
  pass(milliseconds(5000));
  expire();
  EXPECT_EQ(connection().want(), Want::close);
}

TEST_F(ConnectionTest, MeasuresAHeadFromItsFirstByte) {
  pass(milliseconds(900));
  receive("G");
  const Instant deadline = connection().deadline();
  EXPECT_EQ(deadline, now_.instant + milliseconds(1000));
  pass(milliseconds(900));
  receive("E");
  EXPECT_EQ(connection().deadline(), deadline) << "more bytes earn no more time";
  pass(milliseconds(100));
  expire();
  EXPECT_EQ(status(), 408);
  EXPECT_EQ(connection().want(), Want::linger);
  pass(milliseconds(100));
  expire();
  EXPECT_EQ(connection().want(), Want::close);
}

TEST_F(ConnectionTest, LetsEmptyLinesEarnNoTime) {
  const Instant deadline = connection().deadline();
  pass(milliseconds(500));
  receive("\r");
  receive("\n");
  EXPECT_EQ(connection().deadline(), deadline);
  EXPECT_EQ(connection().want(), Want::read);
}

TEST_F(ConnectionTest, WantsABodyToComeAtALeastRate) {
  receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n");
  for (int i = 0; i < 8; ++i) {
    pass(milliseconds(400));
    ASSERT_LT(now_.instant, connection().deadline());
    receive(std::string(500, 'a'));
  }
  // 3200 ms for 4000 bytes, with 1000 ms to begin with: 1000 bytes a second would be 5000 ms.
  for (int i = 0; i < 40 && now_.instant < connection().deadline(); ++i) {
    pass(milliseconds(400));
    if (now_.instant < connection().deadline()) receive("a");
  }
  expire();
  EXPECT_EQ(status(), 408);
  EXPECT_LT(now_.instant - Instant{}, std::chrono::hours(1) + milliseconds(5600));
}

TEST_F(ConnectionTest, TreatsFastBytesAsNoReasonToStandStill) {
  receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\n" + std::string(40'000, 'a'));
  EXPECT_EQ(connection().deadline(), now_.instant + milliseconds(1000));
}

TEST_F(ConnectionTest, RunsHeavyHandlersElsewhere) {
  receive(get("/berat") + get("/"));
  ASSERT_EQ(connection().want(), Want::work);
  EXPECT_EQ(connection().deadline(), Instant::max());
  connection().work(now_);
  connection().worked(now_);
  const auto answers = parse_answers(sent());
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].body, "berat");
  EXPECT_EQ(answers[1].body, "halo");
}

TEST_F(ConnectionTest, EndsAfterAHeavyHandlerWhenTheServerStops) {
  receive(get("/berat") + get("/"));
  connection().stop(true);
  connection().work(now_);
  connection().worked(now_);
  EXPECT_EQ(parse_answers(sent()).size(), 1U);
  EXPECT_EQ(connection().want(), Want::linger);
}

TEST_F(ConnectionTest, SurvivesAnythingThatIsThrown) {
  receive(get("/aneh"));
  EXPECT_EQ(status(), 500);
  ASSERT_EQ(log_.failures().size(), 1U);
  EXPECT_NE(log_.failures()[0].find(" /aneh "), std::string::npos);
}

TEST_F(ConnectionTest, AnswersWhenTheErrorPageFails) {
  receive(get("/lubang"));
  EXPECT_EQ(status(), 500);
  EXPECT_EQ(log_.failures().size(), 2U) << "the page for 404, and that for 500";
}

TEST_F(ConnectionTest, ClosesWithoutARequestWhenTheServerStops) {
  connection().stop(false);
  EXPECT_EQ(connection().want(), Want::close);
}

TEST_F(ConnectionTest, FinishesARequestThatHasBegunWhenTheServerStops) {
  receive("GET / HT");
  connection().stop(false);
  receive(std::string(get("/").substr(8)) + get("/"));
  const auto answers = parse_answers(sent());
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].value("connection"), "close");
  EXPECT_EQ(connection().want(), Want::linger);
}

TEST_F(ConnectionTest, FinishesARequestWhoseBytesWaitWhenTheServerStops) {
  connection().stop(true);
  receive(get("/"));
  EXPECT_EQ(status(), 200);
  EXPECT_EQ(connection().want(), Want::linger);
}

TEST_F(ConnectionTest, EndsQuietlyWhenTheClientEnds) {
  receive(get("/"));
  sent();
  connection().ended(now_);
  EXPECT_EQ(connection().want(), Want::close);
}

TEST_F(ConnectionTest, GivesTheMemoryOfABodyBack) {
  for (int i = 0; i < 5; ++i) {
    receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40000\r\n\r\n" + std::string(40'000, 'a'));
    EXPECT_EQ(status(), 200);
  }
  receive("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40000\r\n\r\n" + std::string(30'000, 'a'));
  connection_.reset();
  EXPECT_TRUE(service_.body_memory.take(100'000));
}

TEST_F(ConnectionTest, CountsAndLogsOnlyTheRoute) {
  metrics_.set_routes({{Method::get, "/"}, {Method::get, "/berat"}, {Method::get, "/aneh"}, {Method::post, "/"}});
  receive(get("/?nik=1234567890123456"));
  const std::string bytes = sent();
  receive("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  sent();
  receive("rusak\r\n\r\n");
  sent();
  ASSERT_EQ(log_.lines().size(), 3U);
  EXPECT_EQ(log_.lines()[0].route, "/");
  EXPECT_EQ(log_.lines()[0].bytes, bytes.size());
  EXPECT_EQ(log_.lines()[1].method, Method::head);
  EXPECT_EQ(log_.lines()[2].route, "-");
  EXPECT_EQ(log_.lines()[2].method, Method::other);
  EXPECT_NE(metrics_.text().find("prima_http_requests_total{route=\"/\",method=\"GET\",status=\"2xx\"} 2\n"),
            std::string::npos);
}

}  // namespace
}  // namespace prima::http
