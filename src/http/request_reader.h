#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "http/head_scan.h"
#include "http/refusal.h"
#include "http/request_rules.h"

namespace prima::http {

struct RequestLimits {
  HeadLimits head = {};
  std::size_t body_bytes = 1024 * 1024;
};

struct ReadRequest {
  Message message;       // with its body; its views point into the bytes that were read
  std::size_t size = 0;  // how many bytes from the front were the request
};

// One request from the front of the bytes, as the server reads it, without a connection: nothing when the bytes end
// before the request does. Pure; any bytes may come.
Result<std::optional<ReadRequest>, Refusal> read_request(std::string_view bytes, const RequestLimits& limits = {});

}  // namespace prima::http
