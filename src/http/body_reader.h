#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message_parser.h"
#include "http/refusal.h"
#include "http/request_rules.h"

namespace prima::http {

// Collects one body, of a known length or in chunks, up to a limit. Memory grows with what has come, not with what was
// announced.
class BodyReader {
 public:
  BodyReader(const Framing& framing, std::size_t limit);

  // 413 when the announced length alone is too much; ask before reading.
  std::optional<Refusal> refused_at_once() const;

  // How many bytes from the front belonged to this body and were used. When the body is not complete, those that were
  // not used must come again, with more behind them.
  Result<std::size_t, Refusal> take(std::string_view bytes);
  bool complete() const;

  std::size_t size() const { return body_.size(); }
  std::string take_body() { return std::move(body_); }

 private:
  Framing framing_;
  std::size_t limit_;
  std::optional<ChunkParser> chunks_;
  std::string body_;
};

}  // namespace prima::http
