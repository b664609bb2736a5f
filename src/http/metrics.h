#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/method.h"

namespace prima::http {

// What the server counts, for /metrics: answered requests by route and class of status, their duration, bytes out,
// connections open and accepted. Adding is cheap from any thread; text() may see a request in one figure and not yet in
// another.
//
// A route's handler may hold a reference: make the metrics first, then the router, then the server.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  // The rows to count by, in the order of the router. The server calls it before it begins.
  struct RouteLabel {
    Method method;  // HEAD counts as the GET that answers it
    std::string pattern;
  };
  void set_routes(const std::vector<RouteLabel>& routes);

  static constexpr std::size_t no_route = static_cast<std::size_t>(-1);
  struct Answered {
    std::size_t route;  // index; no_route: none fits, or the request was refused
    int status;
    std::uint64_t bytes;
    std::uint64_t duration_us;
  };
  void answered(const Answered& answered);
  void connection_opened() { opened_.fetch_add(1, std::memory_order_relaxed); }
  void connection_closed() { closed_.fetch_add(1, std::memory_order_relaxed); }

  // The text format of Prometheus, version 0.0.4.
  std::string text() const;

  // Upper bounds of the histogram's steps.
  static constexpr std::array<std::uint64_t, 12> steps_us = {
      100, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 250'000, 1'000'000, 2'500'000, 10'000'000};

 private:
  struct Row;    // what is counted for one pattern
  struct Shard;  // the rows that one thread adds to, so that threads do not wait for each other

  Shard& own_shard();
  void add_up(std::size_t row, Row& sum) const;
  static std::string histogram(const Row& row, const std::string& label);

  std::vector<std::string> labels_;  // route="/skor",method="POST"; the last one is for no_route
  std::vector<std::unique_ptr<Shard>> shards_;
  std::atomic<std::uint64_t> opened_{0};
  std::atomic<std::uint64_t> closed_{0};
};

// "text/plain; version=0.0.4; charset=utf-8"
inline constexpr std::string_view metrics_content_type = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace prima::http
