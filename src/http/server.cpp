#include "http/server.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "http/service.h"
#include "http/session.h"
#include "http/tls.h"
#include "http/worker.h"

namespace prima::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr milliseconds pause_after_failed_accept{100};

std::vector<Metrics::RouteLabel> labels_of(const Router& router) {
  std::vector<Metrics::RouteLabel> labels;
  for (const Route& route : router.routes()) labels.push_back({route.method, route.pattern});
  return labels;
}

// Short patience, as in tests, is measured more often.
milliseconds tick_of(const ServerOptions& options) {
  const int shortest =
      std::min({options.read_timeout_ms, options.idle_timeout_ms, options.linger_ms, options.stop_timeout_ms});
  return milliseconds(std::clamp(shortest / 8, 5, 250));
}

[[noreturn]] void refuse_address(const ServerOptions& options, const error_code& ec) {
  const std::string where = fmt::format("{}:{}", options.address, options.port);
  if (ec == asio::error::address_in_use) {
    throw ServerError(
        {where + " sudah dipakai program lain. Hentikan program itu, atau pilih port lain dengan --listen.",
         where + " is used by another program. Stop that program, or choose another port with --listen."});
  }
  throw ServerError({where + " tidak dapat dibuka (" + ec.message() + "). Pilih alamat lain dengan --listen.",
                     where + " cannot be opened (" + ec.message() + "). Choose another address with --listen."});
}

tcp::acceptor listen(asio::io_context& context, const ServerOptions& options) {
  try {
    const tcp::endpoint endpoint(asio::ip::make_address(options.address), options.port);
    return {context, endpoint, true};  // reuse the address: it may be that of a server which has just ended
  } catch (const boost::system::system_error& error) {
    refuse_address(options, error.code());
  }
}

}  // namespace

struct Server::Parts {
  Parts(const ServerOptions& chosen, const Router& router, Metrics& metrics, AccessLog* log)
      : options(chosen),
        service{.router = router,
                .metrics = metrics,
                .log = log,
                .head_limits = {.head_bytes = options.header_limit,
                                .target_bytes = options.target_limit,
                                .fields = options.max_headers},
                .timeouts = {.read = milliseconds(options.read_timeout_ms),
                             .idle = milliseconds(options.idle_timeout_ms),
                             .linger = milliseconds(options.linger_ms),
                             .least_rate = options.least_rate},
                .body_memory = BodyMemory(options.body_memory),
                .tls_in_front = options.tls_in_front},
        heavy(options.heavy_threads),
        waiting(options.waiting_threads),
        workers(make_workers()),
        acceptor(listen(workers.front()->context(), options)) {
    if (!options.certificate_file.empty()) tls = make_tls(options.certificate_file, options.key_file);
    metrics.set_routes(labels_of(router));
  }

  std::vector<std::unique_ptr<Worker>> make_workers() {
    PRIMA_ASSERT(options.threads > 0 && options.heavy_threads > 0 && options.waiting_threads > 0 && options.max_connections > 0);
    const WorkerOptions worker{.tick = tick_of(options), .stop_timeout = milliseconds(options.stop_timeout_ms)};
    std::vector<std::unique_ptr<Worker>> made;
    for (std::size_t i = 0; i < options.threads; ++i) {
      made.push_back(std::make_unique<Worker>(service, Worker::Pools{heavy, waiting}, worker, [this] { connection_closed(); }));
    }
    return made;
  }

  // --- in the thread of the first worker

  void accept() {
    Worker& worker = *workers[next_worker++ % workers.size()];
    acceptor.async_accept([this, &worker](const error_code& ec, tcp::socket socket) {
      if (stopping) return;
      if (ec) return pause();
      ++connections;
      give(worker, std::move(socket));
      if (connections < options.max_connections) return accept();
      waits_for_place = true;
    });
  }
  void give(Worker& worker, tcp::socket socket) {
    const bool is_ipv6 = endpoint.protocol() == tcp::v6();
    error_code ec;
    const int descriptor = socket.release(ec);
    if (ec) return connection_closed();
    asio::post(worker.context(), [this, &worker, descriptor, is_ipv6] {
      try {
        worker.add(make_session(worker.host(), descriptor, is_ipv6, tls.get()));
      } catch (const std::exception& exception) {
        if (service.log) service.log->failed({.id = failure_id(), .route = "-", .what = exception.what()});
        connection_closed();
      }
    });
  }
  // No file descriptor is left, or no memory: others will be closed soon.
  void pause() {
    accept_again.expires_after(pause_after_failed_accept);
    accept_again.async_wait([this](const error_code& ec) {
      if (!ec && !stopping) accept();
    });
  }
  void accept_if_there_is_place() {
    if (stopping || !waits_for_place || connections >= options.max_connections) return;
    waits_for_place = false;
    accept();
  }
  void stop() {
    if (std::exchange(stopping, true)) return;
    acceptor.close();
    accept_again.cancel();
    for (const auto& worker : workers) asio::post(worker->context(), [&worker] { worker->stop(); });
  }

  // --- in the thread of any worker

  void connection_closed() {
    if (connections-- < options.max_connections) return;
    asio::post(workers.front()->context(), [this] { accept_if_there_is_place(); });
  }

  ServerOptions options;
  Service service;
  asio::thread_pool heavy;
  asio::thread_pool waiting;
  std::vector<std::unique_ptr<Worker>> workers;
  tcp::acceptor acceptor;
  asio::steady_timer accept_again{workers.front()->context()};
  tcp::endpoint endpoint = acceptor.local_endpoint();
  std::shared_ptr<asio::ssl::context> tls;
  std::atomic<std::size_t> connections{0};
  std::size_t next_worker = 0;
  bool waits_for_place = false;
  bool stopping = false;
};

Server::Server(const ServerOptions& options, const Router& router, Metrics& metrics, AccessLog* log)
    : parts_(std::make_unique<Parts>(options, router, metrics, log)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return parts_->endpoint.port(); }

void Server::run() {
  asio::post(parts_->workers.front()->context(), [this] { parts_->accept(); });
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < parts_->workers.size(); ++i) {
    threads.emplace_back([&worker = *parts_->workers[i]] { worker.run(); });
  }
  parts_->workers.front()->run();
  for (std::thread& thread : threads) thread.join();
  parts_->heavy.join();
  parts_->waiting.join();
}

void Server::stop() {
  asio::post(parts_->workers.front()->context(), [this] { parts_->stop(); });
}

}  // namespace prima::http
