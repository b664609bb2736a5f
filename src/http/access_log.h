#pragma once

#include <cstdint>
#include <string_view>

#include "http/method.h"

namespace prima::http {

// One answered request, without anything about the person who asked: no address, no path, no query, no program name.
struct AccessRecord {
  Method method = Method::other;
  std::string_view route = {};  // the pattern: "/pemerintah/{id}"; "-" when no route fits or the request was refused
  int status = 0;
  std::uint64_t bytes = 0;        // of the answer, with its head
  std::uint64_t duration_us = 0;  // from the last byte of the request to the last byte of the answer
};

// A request that ended with 500.
struct FailureRecord {
  std::string_view id;  // stands on the page that the person sees, too
  std::string_view route;
  std::string_view what;  // of the exception
};

// Where the server reports to. Called from the threads of the server, several at once; must be quick and not throw. The
// views live until the call returns.
class AccessLog {
 public:
  virtual ~AccessLog() = default;
  virtual void answered(const AccessRecord& record) = 0;
  virtual void failed(const FailureRecord& record) = 0;
};

}  // namespace prima::http
