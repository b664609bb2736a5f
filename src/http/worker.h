#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "http/service.h"
#include "http/session.h"

namespace prima::http {

struct WorkerOptions {
  std::chrono::milliseconds tick;  // how often patience is measured
  std::chrono::milliseconds stop_timeout;
};

// One thread with the connections that belong to it. Nothing in it is shared with another thread.
class Worker {
 public:
  // Threads beside the workers, shared by all of them.
  struct Pools {
    boost::asio::thread_pool& heavy;
    boost::asio::thread_pool& waiting;
  };
  Worker(Service& service, Pools pools, WorkerOptions options, std::function<void()> on_close);
  ~Worker();

  boost::asio::io_context& context();
  // In this thread, until stop() was called and every session has ended.
  void run();

  // From the worker's own thread only.
  void add(std::shared_ptr<Session> session);
  void stop();
  SessionHost& host();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace prima::http
