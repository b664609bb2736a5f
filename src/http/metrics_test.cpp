#include "http/metrics.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace prima::http {
namespace {

bool has(const Metrics& metrics, std::string_view line) {
  return metrics.text().find(std::string(line) + "\n") != std::string::npos;
}

TEST(Metrics, AreInTheTextFormat) {
  Metrics metrics;
  metrics.set_routes({{Method::get, "/a"}, {Method::post, "/a"}});
  metrics.answered({.route = 0, .status = 200, .bytes = 100, .duration_us = 99});
  metrics.answered({.route = 0, .status = 304, .bytes = 50, .duration_us = 2500});
  metrics.answered({.route = 0, .status = 500, .bytes = 1, .duration_us = 100'000'000});
  metrics.answered({.route = Metrics::no_route, .status = 404, .bytes = 7, .duration_us = 0});
  const std::string text = metrics.text();
  EXPECT_TRUE(has(metrics, R"(prima_http_requests_total{route="/a",method="GET",status="2xx"} 1)")) << text;
  EXPECT_TRUE(has(metrics, R"(prima_http_requests_total{route="/a",method="GET",status="3xx"} 1)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_requests_total{route="-",method="-",status="4xx"} 1)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_bucket{route="/a",method="GET",le="0.0001"} 1)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_bucket{route="/a",method="GET",le="0.001"} 1)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_bucket{route="/a",method="GET",le="0.0025"} 2)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_bucket{route="/a",method="GET",le="10"} 2)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_bucket{route="/a",method="GET",le="+Inf"} 3)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_sum{route="/a",method="GET"} 100.002599)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_request_duration_seconds_count{route="/a",method="GET"} 3)"));
  EXPECT_TRUE(has(metrics, R"(prima_http_response_bytes_total{route="/a",method="GET"} 151)"));
  EXPECT_EQ(text.find("POST"), std::string::npos) << "a route that nobody asked for has no lines";
  EXPECT_TRUE(has(metrics, "# TYPE prima_http_request_duration_seconds histogram"));
}

TEST(Metrics, CountConnections) {
  Metrics metrics;
  metrics.connection_opened();
  metrics.connection_opened();
  metrics.connection_closed();
  EXPECT_TRUE(has(metrics, "prima_http_connections_total 2"));
  EXPECT_TRUE(has(metrics, "prima_http_connections_open 1"));
}

TEST(Metrics, LoseNothingBetweenThreads) {
  Metrics metrics;
  metrics.set_routes({{Method::get, "/"}});
  std::vector<std::thread> threads;
  for (int i = 0; i < 10; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 10'000; ++j) metrics.answered({.route = 0, .status = 200, .bytes = 1, .duration_us = 1});
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(has(metrics, R"(prima_http_requests_total{route="/",method="GET",status="2xx"} 100000)"));
}

}  // namespace
}  // namespace prima::http
