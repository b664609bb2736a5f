#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/words.h"

namespace prima::identity {

struct OutgoingRequest {
  std::string address;  // https://...
  // A GET without a body, a POST with one.
  std::optional<std::string> body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
};

struct OutgoingAnswer {
  int status = 0;  // also 4xx and 5xx are answers; a redirect is not followed
  std::string body;
};

enum class CallProblem : std::uint8_t {
  not_allowed,  // the address is not https, or leads into a private network
  unreachable,  // no such host, nobody answers in time, or TLS fails
  too_large,    // the answer passes the limit
};

struct CallFailure {
  CallProblem problem = CallProblem::unreachable;
  std::string detail;  // in English, for the log; holds nothing of headers and bodies
};

// Calls to other machines. A real one uses the network; a test answers by itself. Safe from any thread; waits.
class OutgoingCalls {
 public:
  virtual ~OutgoingCalls() = default;
  virtual Result<OutgoingAnswer, CallFailure> call(const OutgoingRequest& request) = 0;
};

struct CallLimits {
  std::chrono::milliseconds timeout = std::chrono::seconds(10);  // for the whole call
  std::size_t largest_answer = 1024 * 1024;
  // Plain HTTP to this machine, for tests and for a provider that runs beside Prima.
  bool loopback = false;
  // Hosts that may have addresses of a private network, such as the sign-on of a government's own network.
  std::set<std::string> private_hosts = {};
};

// By libcurl: HTTPS only, no redirects, no proxy, no cookies. The address that is really connected to is judged, after
// the name was resolved, so a name that changes its address in between gains nothing (SSRF).
class CurlCalls : public OutgoingCalls {
 public:
  explicit CurlCalls(CallLimits limits = {}) : limits_(std::move(limits)) {}
  Result<OutgoingAnswer, CallFailure> call(const OutgoingRequest& request) override;

 private:
  CallLimits limits_;
};

}  // namespace prima::identity
