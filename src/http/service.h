#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "http/access_log.h"
#include "http/head_scan.h"
#include "http/metrics.h"
#include "http/router.h"

// What all connections of one server share.
namespace prima::http {

using Instant = std::chrono::steady_clock::time_point;

// The two clocks, read once for each event.
struct Now {
  Instant instant;
  std::int64_t unix_seconds;
};

struct Timeouts {
  std::chrono::milliseconds read{15'000};  // see ServerOptions
  std::chrono::milliseconds idle{60'000};
  std::chrono::milliseconds linger{2'000};
  std::size_t least_rate = 4'096;  // bytes a second
};

// The memory of all bodies that are being read, so that many large ones together cannot use up the machine.
class BodyMemory {
 public:
  explicit BodyMemory(std::size_t limit) : limit_(limit) {}
  // False when there is not that much left; then nothing was taken.
  bool take(std::size_t bytes);
  void give_back(std::size_t bytes) { used_.fetch_sub(bytes, std::memory_order_relaxed); }

 private:
  std::size_t limit_;
  std::atomic<std::size_t> used_{0};
};

struct Service {
  const Router& router;
  Metrics& metrics;
  AccessLog* log;  // may be nullptr
  HeadLimits head_limits;
  Timeouts timeouts;
  BodyMemory body_memory;
  bool tls_in_front = false;  // see ServerOptions
};

// Made of what no clock and no other process repeats: the id that a failed request and its line in the log share.
std::string failure_id();

}  // namespace prima::http
