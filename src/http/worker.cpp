#include "http/worker.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace prima::http {

namespace asio = boost::asio;

struct Worker::Parts {
  Parts(Service& service, Pools pools, WorkerOptions chosen, std::function<void()> on_close)
      : options(chosen),
        closed(std::move(on_close)),
        host{.service = service,
             .context = context,
             .heavy = pools.heavy,
             .waiting = pools.waiting,
             .ended = [this](Session& session) { remove(session); }} {}

  void remove(Session& session) {
    host.service.metrics.connection_closed();
    sessions.erase(&session);
    closed();
    end_if_idle();
  }
  void end_if_idle() {
    if (!stopping || !sessions.empty()) return;
    timer.cancel();
    work.reset();
  }
  // Sessions may end while they are visited.
  std::vector<std::shared_ptr<Session>> copy_of_sessions() const {
    std::vector<std::shared_ptr<Session>> copy;
    copy.reserve(sessions.size());
    for (const auto& [_, session] : sessions) copy.push_back(session);
    return copy;
  }
  void tick() {
    const Now now = read_clocks();
    const bool give_up = stopping && now.instant >= stop_deadline;
    for (const auto& session : copy_of_sessions()) give_up ? session->close() : session->expire_if_due(now);
  }
  void wait_for_tick() {
    timer.expires_after(options.tick);
    timer.async_wait([this](const boost::system::error_code& ec) {
      if (ec || !work) return;
      tick();
      wait_for_tick();
    });
  }

  asio::io_context context{1};
  WorkerOptions options;
  std::function<void()> closed;
  SessionHost host;
  std::unordered_map<Session*, std::shared_ptr<Session>> sessions;
  asio::steady_timer timer{context};
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work{asio::make_work_guard(context)};
  bool stopping = false;
  Instant stop_deadline = {};
};

Worker::Worker(Service& service, Pools pools, WorkerOptions options, std::function<void()> on_close)
    : parts_(std::make_unique<Parts>(service, pools, options, std::move(on_close))) {}
Worker::~Worker() = default;

asio::io_context& Worker::context() { return parts_->context; }
SessionHost& Worker::host() { return parts_->host; }

void Worker::run() {
  parts_->wait_for_tick();
  parts_->context.run();
}

void Worker::add(std::shared_ptr<Session> session) {
  parts_->host.service.metrics.connection_opened();
  parts_->sessions.emplace(session.get(), session);
  session->start();
  if (parts_->stopping) session->stop();
}

void Worker::stop() {
  if (std::exchange(parts_->stopping, true)) return;
  parts_->stop_deadline = read_clocks().instant + parts_->options.stop_timeout;
  for (const auto& session : parts_->copy_of_sessions()) session->stop();
  parts_->end_if_idle();
}

}  // namespace prima::http
