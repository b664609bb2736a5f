#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/words.h"
#include "http/access_log.h"
#include "http/metrics.h"
#include "http/router.h"

namespace prima::http {

struct ServerOptions {
  std::string address = "127.0.0.1";  // of IPv4 or IPv6, as digits
  std::uint16_t port = 8080;          // 0 takes a free one
  std::size_t threads = 2;
  // A server on this machine ends TLS and forwards to us: what comes over the loopback address counts as secure, and its
  // last X-Forwarded-For says who asks. Set it only when nothing but that server can reach the port.
  bool tls_in_front = false;
  std::size_t heavy_threads = 1;     // for routes that are heavy
  std::size_t waiting_threads = 64;  // for routes that wait

  std::size_t header_limit = 16 * kibibyte;  // the whole head; longer: 431
  std::size_t target_limit = 8 * kibibyte;   // the address in it; longer: 414
  std::size_t max_headers = 100;             // more: 431
  std::size_t body_memory = 256 * mebibyte;  // of all bodies that are being read at once; more: 503
  std::size_t max_connections = 4096;        // later ones wait in the system's queue

  int read_timeout_ms = 15'000;    // for a whole head, and for a body or an answer to come up to its least rate
  int idle_timeout_ms = 60'000;    // between two requests of a connection
  int linger_ms = 2'000;           // how long a refused sender may go on before it is cut off
  int stop_timeout_ms = 5'000;     // for the requests that have begun when stop() is called
  std::size_t least_rate = 4'096;  // bytes a second, of a body or an answer

  // Files in PEM form; both or none. With them the server speaks TLS 1.2 and 1.3 only.
  std::string certificate_file = {};
  std::string key_file = {};
};

// The server cannot begin: an address that is taken or not of this machine, a certificate that cannot be read.
class ServerError : public std::runtime_error {
 public:
  explicit ServerError(Words why) : std::runtime_error(why.en), words(std::move(why)) {}
  Words words;  // what is wrong and what to do
};

// HTTP/1.1 (and 1.0) on one address. Refuses what RFC 9112 lets a server refuse; malformed_requests_test.cpp lists
// which status for what.
class Server {
 public:
  // Listens at once, so that connections wait until run(). Throws ServerError. `router`, `metrics` and `log` must live
  // longer than the server; `log` may be nullptr.
  Server(const ServerOptions& options, const Router& router, Metrics& metrics, AccessLog* log);
  ~Server();  // after run() has returned, or when it was never called

  std::uint16_t port() const;

  // Answers requests until stop() is called; returns when all that had begun are finished, or after stop_timeout_ms.
  void run();
  // From any thread, any number of times, also before run(). In a signal handler use a thread that waits for signals.
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace prima::http
