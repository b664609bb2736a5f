#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/access_log.h"
#include "http/metrics.h"
#include "http/router.h"
#include "http/server.h"

namespace prima::http::test {

// A log that remembers.
class RecordingLog : public AccessLog {
 public:
  void answered(const AccessRecord& record) override;
  void failed(const FailureRecord& record) override;

  struct Line {
    Method method;
    std::string route;
    int status;
    std::uint64_t bytes;
  };
  std::vector<Line> lines() const;
  std::vector<std::string> failures() const;  // "id route what"

 private:
  mutable std::mutex mutex_;
  std::vector<Line> lines_;
  std::vector<std::string> failures_;
};

// Patience of a fraction of a second, so that a test of a slow sender is quick.
ServerOptions quick_options();

// A server on a free port of the loopback address, until the object ends.
class RunningServer {
 public:
  explicit RunningServer(std::vector<Route> routes, const ServerOptions& options = quick_options());
  ~RunningServer();

  std::uint16_t port() const { return server_->port(); }
  void stop() { server_->stop(); }
  void wait();  // until run() has returned
  Metrics& metrics() { return metrics_; }
  RecordingLog& log() { return log_; }

 private:
  Metrics metrics_;
  RecordingLog log_;
  Router router_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

// A plain socket, which sends what no client library would. Waits at most some seconds for anything.
class Client {
 public:
  explicit Client(std::uint16_t port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool send(std::string_view bytes);
  void end();  // sends no more
  // What comes until the server ends the connection.
  std::string read_to_end();
  // What comes until so many whole answers (but for "100 Continue") are there, or the server ends the connection.
  std::string read_answers(std::size_t count = 1);
  // What comes until the text contains `wanted`, or the server ends the connection.
  std::string read_until(std::string_view wanted);
  // Whether the server ends the connection in that time. Reads what else comes.
  bool ended_within(int ms);
  bool ends() { return ended_within(5000); }

 private:
  // False at the end of time or of the connection.
  bool read_more(int wait_ms, std::string& into);

  int socket_;
  bool ended_ = false;
};

// A response, taken apart.
struct Answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;

  std::optional<std::string> field(std::string_view name) const;
  std::string value(std::string_view name) const { return field(name).value_or(""); }
};

// All responses in the bytes, each with a body as long as its Content-Length says; for HEAD pass `without_bodies`.
std::vector<Answer> parse_answers(std::string_view bytes, bool without_bodies = false);

// One request on a connection of its own.
Answer ask(std::uint16_t port, std::string_view request);
// "GET path HTTP/1.1" with a Host line and more lines, each with its CR LF.
std::string get(std::string_view path, std::string_view more_lines = "");
std::string post(std::string_view path, std::string_view body, std::string_view more_lines = "");

// Files of a certificate for localhost that signs itself, made for this run.
struct CertificateFiles {
  std::string certificate;
  std::string key;
};
CertificateFiles make_certificate();

// The bytes of a response over TLS, read until the server ends it. `max_version` as OpenSSL names it (TLS1_1_VERSION);
// 0: any. Empty when the handshake fails.
std::string ask_over_tls(std::uint16_t port, std::string_view request, int max_version = 0);

}  // namespace prima::http::test
